using Neatx.Core.Labels;

namespace Neatx.Web.Store;

/// <summary>What the reference standard says of an image and finding.</summary>
/// <param name="Image">The number of the image.</param>
/// <param name="Finding">The index of the finding in the plan.</param>
/// <param name="State">Not missing.</param>
public sealed record GoldAnswer(int Image, int Finding, LabelState State);

using Neatx.Core.Labels;

namespace Neatx.Learning.Tests.Training;

/// <summary>A row of images.parquet; the path is the image's name.</summary>
internal sealed record SmallRunRow(string Image, string Patient, string Part, LabelState[] States, float?[] Certainties);

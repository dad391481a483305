using Neatx.Core.Training;
using Neatx.Learning.Models;

namespace Neatx.Learning.Tests.Driving;

/// <summary>The networks that engines are compared on, small enough to run in a moment.</summary>
internal static class NetworkCase
{
    private static readonly Head[] Heads = [new("tubes", ["drain", "endotracheal", "nasogastric"]), new("findings", ["pneumothorax", "effusion"])];

    /// <summary>Every architecture in each variant, with two heads.</summary>
    public static TheoryData<Architecture, ModelVariant> All
    {
        get
        {
            var all = new TheoryData<Architecture, ModelVariant>();
            foreach (var architecture in Enum.GetValues<Architecture>())
                foreach (var variant in Enum.GetValues<ModelVariant>())
                    all.Add(architecture, variant);
            return all;
        }
    }

    public static Network Of(Architecture architecture, ModelVariant variant, NetworkOptions? options = null) => Networks.Create(architecture, variant, Heads, options);

    /// <summary>The least width of images that the network takes, with a little more.</summary>
    public static int SizeFor(Architecture architecture) => architecture == Architecture.InceptionV3 ? 96 : 64;
}

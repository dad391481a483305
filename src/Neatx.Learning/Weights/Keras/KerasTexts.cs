using System.Globalization;
using PureHDF;

namespace Neatx.Learning.Weights.Keras;

/// <summary>Lists of texts in attributes. Keras cuts one that is longer than HDF5 allows (64 KiB) into NAME0, NAME1, ...</summary>
internal static class KerasTexts
{
    /// <summary>The list, or null where there is no such attribute.</summary>
    public static IReadOnlyList<string>? Read(IH5Object holder, string name, ReadLimits limits)
    {
        if (holder.AttributeExists(name)) return Texts(holder.Attribute(name));
        List<string>? all = null;
        for (var part = 0; part < limits.MaxTensors && holder.AttributeExists(PartName(name, part)); part++) (all ??= []).AddRange(Texts(holder.Attribute(PartName(name, part))));
        return all;
    }

    private static string PartName(string name, int part) => string.Create(CultureInfo.InvariantCulture, $"{name}{part}");

    /// <summary>An empty list is written as one of numbers.</summary>
    private static string[] Texts(IH5Attribute attribute) => attribute.Space.Dimensions is [0] or [] ? [] : attribute.Read<string[]>();
}

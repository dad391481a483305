using Neatx.Core.Training;
using Neatx.Learning.Weights.Keras;

namespace Neatx.Learning.Weights.Names;

/// <summary>The tensors of a file under torchvision's names, as far as those can be told.</summary>
/// <param name="Tensors">Names are unique.</param>
/// <param name="Variant">Whose details the weights were trained with; null where the file does not tell.</param>
/// <param name="Notes">What was renamed or changed, a phrase each.</param>
public sealed record NamedWeights(IReadOnlyList<StoredTensor> Tensors, ModelVariant? Variant, IReadOnlyList<string> Notes)
{
    /// <summary>What Neatx calls the variant in the metadata of safetensors.</summary>
    public const string VariantKey = "neatx_variant";

    /// <summary>What Neatx calls the architecture in the metadata of safetensors.</summary>
    public const string ArchitectureKey = "neatx_architecture";

    /// <summary>
    /// Maps Keras' layers to torchvision's modules, DenseNet's first names ("norm.1") to those of today ("norm1"), and takes away or adds what stands before all
    /// names: "module." of DataParallel, or the name of a network within a larger one.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="wanted">The names of the network.</param>
    /// <exception cref="NeatxException">Two tensors come to the same name.</exception>
    public static NamedWeights Of(WeightsFile file, IReadOnlyCollection<string> wanted)
    {
        var notes = new List<string>(file.Notes);
        IReadOnlyList<StoredTensor> tensors = file.Tensors;
        ModelVariant? variant = Enum.TryParse<ModelVariant>(file.Metadata.GetValueOrDefault(VariantKey), ignoreCase: true, out var stated) && Enum.IsDefined(stated) ? stated : null;
        if (file.Format == WeightsFormat.KerasHdf5 && KerasModel.Map(tensors) is { } mapped)
        {
            (tensors, variant) = (mapped.Tensors, ModelVariant.Keras);
            notes.AddRange(mapped.Notes);
        }
        else
        {
            tensors = LegacyNames.Update(tensors, notes);
            tensors = NamePrefix.Of(tensors, wanted).Change(tensors, notes);
        }

        var twice = tensors.GroupBy(tensor => tensor.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null
            ? new NamedWeights(tensors, variant, notes)
            : throw new NeatxException($"'{file.Path}' holds two tensors that come to the name {Wording.Quote(twice.Key)}, so it is open which of the two is meant.");
    }
}

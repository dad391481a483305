using PureHDF;

namespace Neatx.Learning.Weights.Keras;

/// <summary>
/// Reads weights that Keras before 3 saved as HDF5: the attribute layer_names lists groups, whose attribute weight_names lists datasets. Tensors are named
/// LAYER/PART ("conv1/conv/kernel") and turned to PyTorch's order of axes.
/// </summary>
internal static class KerasReader
{
    /// <summary>How often a file may be read as a whole; finding a dataset reads the same few bytes for each.</summary>
    private const int MostReadings = 100;

    /// <summary>What any file may be read, however small.</summary>
    private const int AnyLength = 64 << 20;

    /// <exception cref="InvalidDataException">The file is damaged or not of that layout.</exception>
    public static WeightsContent Read(Stream file, ReadLimits limits)
    {
        try
        {
            using var guarded = new GuardedStream(file, (file.Length * MostReadings) + AnyLength);
            using var hdf = H5File.Open(guarded, leaveOpen: true);
            return ReadModel(hdf.LinkExists("model_weights") ? hdf.Group("model_weights") : hdf, file.Length, limits);
        }
        catch (InsufficientExecutionStackException endless)
        {
            throw new InvalidDataException("its parts refer to one another without end", endless);
        }
        // The library reports damage by whatever its code then ran into, lengths that no memory holds among it.
        catch (Exception damage) when (damage is not InvalidDataException)
        {
            throw new InvalidDataException($"it is damaged, cut off or uses what is not read of HDF5 ({damage.Message.TrimEnd('.')}). Download or save it again", damage);
        }
    }

    /// <param name="root">The file, or the group of weights in a file that holds a whole model.</param>
    private static WeightsContent ReadModel(IH5Group root, long length, ReadLimits limits)
    {
        if (KerasTexts.Read(root, "layer_names", limits) is not { } layers)
        {
            throw new InvalidDataException(root.LinkExists("layers") || root.LinkExists("_layer_checkpoint_dependencies")
                ? "it has the layout of Keras 3, which does not name layers. Save its weights in Python in the older layout: model.save(\"model.h5\")"
                : "it is HDF5, but not of Keras: the attribute layer_names is absent");
        }

        if (root.AttributeExists("backend") && root.Attribute("backend").Read<string>() == "theano")
            throw new InvalidDataException("its kernels are those of the Theano backend, which are flipped. Convert them in Keras: convert_all_kernels_in_model");
        var tensors = new List<StoredTensor>();
        var passed = new List<string>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        long total = 0;
        foreach (var layer in layers)
        {
            var group = root.Group(layer);
            var weights = KerasTexts.Read(group, "weight_names", limits) ?? [];
            var isNested = weights.Select(Parent).Distinct(StringComparer.Ordinal).Skip(1).Any();
            foreach (var weight in weights)
            {
                if (KerasParts.Of(weight) is not { } part || group.Dataset(weight) is not { Type.Class: H5DataTypeClass.FloatingPoint } dataset)
                {
                    passed.Add(weight);
                    continue;
                }

                var name = $"{(isNested ? Parent(weight) : layer)}/{KerasParts.NameOf(part)}";
                if (!names.Add(name)) throw new InvalidDataException($"{Wording.Quote(name)} is in it twice, so it is open which of the two is meant");
                var tensor = KerasDataset.Read(name, dataset, length);
                total += tensor.Content.Length;
                if (total > limits.MaxBytes || tensors.Count == limits.MaxTensors) throw new InvalidDataException($"it holds more than {limits.MaxBytes:N0} bytes or {limits.MaxTensors:N0} tensors");
                tensors.Add(KerasLayout.ToTorch(tensor, part));
            }
        }

        IReadOnlyList<string> notes = passed.Count == 0 ? [] : [$"not weights of a known kind, passed over: {string.Join(", ", passed.Take(5).Select(Wording.Shorten))}{(passed.Count > 5 ? $" and {passed.Count - 5} more" : "")}"];
        return new WeightsContent(tensors, new Dictionary<string, string>(StringComparer.Ordinal), notes);
    }

    /// <summary>"conv1/conv" of "conv1/conv/kernel:0": a model within a model lists the weights of all its layers in one group.</summary>
    private static string Parent(string weight) => weight.LastIndexOf('/') is >= 0 and var slash ? weight[..slash] : "";
}

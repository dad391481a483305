using PureHDF;

namespace Neatx.Learning.Tests.Weights;

/// <summary>
/// Files as keras.applications saves its networks, with one channel everywhere so that they are small: kernels keep their height and width. Layers and their order of
/// making are written down from keras.applications' source, independently of the reader.
/// </summary>
internal static class KerasFile
{
    /// <summary>Names of layers with the height and width of their kernels; a norm has none.</summary>
    public static IEnumerable<(string Layer, int Height, int Width)> DenseNet121()
    {
        yield return ("conv1/conv", 7, 7);
        yield return ("conv1/bn", 0, 0);
        int[] blocks = [6, 12, 24, 16];
        for (var block = 0; block < blocks.Length; block++)
        {
            for (var layer = 1; layer <= blocks[block]; layer++)
            {
                var name = $"conv{block + 2}_block{layer}";
                yield return ($"{name}_0_bn", 0, 0);
                yield return ($"{name}_1_conv", 1, 1);
                yield return ($"{name}_1_bn", 0, 0);
                yield return ($"{name}_2_conv", 3, 3);
            }

            if (block == blocks.Length - 1) break;
            yield return ($"pool{block + 2}_bn", 0, 0);
            yield return ($"pool{block + 2}_conv", 1, 1);
        }

        yield return ("bn", 0, 0);
        yield return ("fc1000", -1, -1);
    }

    public static IEnumerable<(string Layer, int Height, int Width)> ResNet50(bool isOld)
    {
        yield return (isOld ? "conv1" : "conv1_conv", 7, 7);
        yield return (isOld ? "bn_conv1" : "conv1_bn", 0, 0);
        int[] blocks = [3, 4, 6, 3];
        for (var stage = 0; stage < blocks.Length; stage++)
        {
            for (var block = 0; block < blocks[stage]; block++)
            {
                foreach (var (number, old, size) in ((int, string, int)[])[(0, "1", 1), (1, "2a", 1), (2, "2b", 3), (3, "2c", 1)])
                {
                    if (number == 0 && block > 0) continue;
                    yield return (isOld ? $"res{stage + 2}{"abcdef"[block]}_branch{old}" : $"conv{stage + 2}_block{block + 1}_{number}_conv", size, size);
                    yield return (isOld ? $"bn{stage + 2}{"abcdef"[block]}_branch{old}" : $"conv{stage + 2}_block{block + 1}_{number}_bn", 0, 0);
                }
            }
        }

        yield return (isOld ? "fc1000" : "predictions", -1, -1);
    }

    /// <summary>Kernels in the order of their making; a file lists them in another.</summary>
    public static IEnumerable<(string Layer, int Height, int Width)> InceptionV3(int first)
    {
        (int, int)[] a = [(1, 1), (1, 1), (5, 5), (1, 1), (3, 3), (3, 3), (1, 1)];
        (int, int)[] c = [(1, 1), (1, 1), (1, 7), (7, 1), (1, 1), (7, 1), (1, 7), (7, 1), (1, 7), (1, 1)];
        (int, int)[] e = [(1, 1), (1, 1), (1, 3), (3, 1), (1, 1), (3, 3), (1, 3), (3, 1), (1, 1)];
        (int, int)[] kernels =
        [
            (3, 3), (3, 3), (3, 3), (1, 1), (3, 3), .. a, .. a, .. a, (3, 3), (1, 1), (3, 3), (3, 3), .. c, .. c, .. c, .. c,
            (1, 1), (3, 3), (1, 1), (1, 7), (7, 1), (3, 3), .. e, .. e,
        ];
        for (var index = kernels.Length - 1; index >= 0; index--)
        {
            var suffix = index + first == 0 ? "" : $"_{index + first}";
            yield return ($"conv2d{suffix}", kernels[index].Item1, kernels[index].Item2);
            yield return ($"batch_normalization{suffix}", 0, -2);
        }

        yield return ("predictions", -1, -1);
    }

    /// <param name="path">Where to.</param>
    /// <param name="layers">The layers; a width of -2 says that the norm has no gamma.</param>
    /// <param name="hasBias">Convolutions have biases.</param>
    public static void Write(string path, IEnumerable<(string Layer, int Height, int Width)> layers, bool hasBias)
    {
        var file = new H5File();
        var names = new List<string>();
        var number = 0f;
        foreach (var (layer, height, width) in layers)
        {
            names.Add(layer);
            var parts = (height, width) switch
            {
                (0, -2) => [("beta", 1), ("moving_mean", 1), ("moving_variance", 1)],
                (0, _) => [("gamma", 1), ("beta", 1), ("moving_mean", 1), ("moving_variance", 1)],
                (-1, _) => [("kernel", 2), ("bias", 1)],
                _ => hasBias ? [("kernel", 4), ("bias", 1)] : new (string, int)[] { ("kernel", 4) },
            };
            var group = GroupAt(file, layer);
            var inner = GroupAt(group, layer);
            group.Attributes["weight_names"] = parts.Select(part => $"{layer}/{part.Item1}:0").ToArray();
            foreach (var (part, rank) in parts)
            {
                float[] values = new float[rank == 4 ? height * width : 1];
                Array.Fill(values, number++);
                inner[$"{part}:0"] = new H5Dataset(values, fileDims: rank switch { 4 => [(ulong)height, (ulong)width, 1, 1], 2 => [1, 1], _ => [1] });
            }
        }

        file.Attributes["layer_names"] = names.ToArray();
        file.Write(path);
    }

    private static H5Group GroupAt(H5Group root, string path)
    {
        foreach (var name in path.Split('/'))
        {
            if (!root.TryGetValue(name, out var child)) root.Add(name, child = new H5Group());
            root = (H5Group)child;
        }

        return root;
    }
}

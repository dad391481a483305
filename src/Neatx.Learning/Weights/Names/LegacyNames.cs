using System.Text.RegularExpressions;

namespace Neatx.Learning.Weights.Names;

/// <summary>
/// The names of torchvision's DenseNet before PyTorch 0.4, which its published file still has: "denselayer1.norm.1.weight" is "denselayer1.norm1.weight" today, since
/// modules may not have dots in their names any more.
/// </summary>
internal static partial class LegacyNames
{
    public static IReadOnlyList<StoredTensor> Update(IReadOnlyList<StoredTensor> tensors, List<string> notes)
    {
        var changed = 0;
        var updated = new List<StoredTensor>(tensors.Count);
        foreach (var tensor in tensors)
        {
            var name = DenseLayer().Replace(tensor.Name, "${module}${number}");
            if (name != tensor.Name) changed++;
            updated.Add(tensor.Named(name));
        }

        if (changed > 0) notes.Add($"{changed:N0} names of DenseNet's first form brought up to date (norm.1 is norm1)");
        return updated;
    }

    [GeneratedRegex(@"(?<module>denselayer\d+\.(norm|relu|conv))\.(?<number>[12]\.(weight|bias|running_mean|running_var|num_batches_tracked)$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DenseLayer();
}

using Neatx.Learning.Models;
using Neatx.Learning.Weights.Names;

namespace Neatx.Learning.Weights.Matching;

/// <summary>What of a file fits a network, and everything that does not, at once.</summary>
public sealed class WeightsMatch
{
    /// <summary>For how many mismatches of a kind the likest name is sought; more are never shown.</summary>
    private const int Compared = 5;

    /// <summary>Why num_batches_tracked is left: only a batch norm without momentum would look at it.</summary>
    internal const string Counter = "counters of training";

    private static readonly (string Start, string Reason)[] Expendable =
    [
        ("AuxLogits.", "the auxiliary head, which is not run"),
        ("classifier.", "outputs for other findings"),
        ("fc.", "outputs for other findings"),
    ];

    private readonly Dictionary<string, StoredTensor> _tensors = new(StringComparer.Ordinal);
    private readonly List<WeightsMismatch> _mismatches = [];
    private readonly List<Parameter> _new = [];
    private readonly List<UnusedTensor> _unused = [];

    private WeightsMatch(Network network, NamedWeights named, MatchOptions options)
    {
        (Network, Named) = (network, named);
        var stored = named.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var head = options.AllowsNewHead ? HeadOf(network) : [];
        foreach (var parameter in network.Parameters) Place(parameter, stored, head.Contains(parameter.Name));
        foreach (var tensor in named.Tensors.Where(tensor => !_tensors.ContainsKey(tensor.Name))) Leave(tensor, network, options);
        Compare();
    }

    public Network Network { get; }

    /// <summary>The file's tensors as they were compared.</summary>
    public NamedWeights Named { get; }

    /// <summary>The tensors that fit, by name.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors => _tensors;

    /// <summary>In the order of the network, then of the file. The match is good where there is none.</summary>
    public IReadOnlyList<WeightsMismatch> Mismatches => _mismatches;

    /// <summary>Parameters of the head that start anew.</summary>
    public IReadOnlyList<Parameter> New => _new;

    /// <summary>Tensors that are rightly left.</summary>
    public IReadOnlyList<UnusedTensor> Unused => _unused;

    public static WeightsMatch Of(Network network, WeightsFile file, MatchOptions options) =>
        new(network, NamedWeights.Of(file, [.. network.Parameters.Select(parameter => parameter.Name)]), options);

    /// <summary>The shape as files state it.</summary>
    internal static IReadOnlyList<long> ShapeOf(Parameter parameter) => [.. parameter.Shape.Select(side => (long)side)];

    /// <summary>What comes after the features: there may be a dense layer before the outputs.</summary>
    private static HashSet<string> HeadOf(Network network)
    {
        const string End = "flatten";
        var names = network.Contains(End) && network.Input.Name != End
            ? network.After(End).Parameters.Select(parameter => parameter.Name)
            : network.Nodes.Where(node => network.Outputs.Contains(node.Name, StringComparer.Ordinal)).SelectMany(node => node.Parameters).Select(parameter => parameter.Name);
        return names.ToHashSet(StringComparer.Ordinal);
    }

    private void Place(Parameter parameter, Dictionary<string, StoredTensor> stored, bool mayBeNew)
    {
        var wanted = ShapeOf(parameter);
        if (stored.TryGetValue(parameter.Name, out var tensor) && tensor.Shape.SequenceEqual(wanted)) _tensors.Add(parameter.Name, tensor);
        else if (mayBeNew) _new.Add(parameter);
        else if (tensor is null) _mismatches.Add(new(MismatchKind.Missing, parameter.Name, wanted, null));
        else _mismatches.Add(new(MismatchKind.OtherShape, parameter.Name, wanted, tensor.Shape));
    }

    private void Leave(StoredTensor tensor, Network network, MatchOptions options)
    {
        var isNew = _new.Exists(parameter => parameter.Name == tensor.Name);
        if (!isNew && _mismatches.Exists(mismatch => mismatch.Name == tensor.Name)) return;
        var reason = options.Dropped.Any(start => tensor.Name.StartsWith(start, StringComparison.Ordinal)) ? "left out as asked"
            : tensor.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal) ? Counter
            : isNew ? Expendable[^1].Reason
            : options.AllowsNewHead || network.Auxiliary.Any(parameter => parameter.Name == tensor.Name)
                ? Array.Find(Expendable, each => tensor.Name.StartsWith(each.Start, StringComparison.Ordinal)).Reason
            : null;
        if (reason is null) _mismatches.Add(new(MismatchKind.Unexpected, tensor.Name, null, tensor.Shape));
        else _unused.Add(new(tensor, reason));
    }

    private void Compare()
    {
        string[] unexpected = [.. NamesOf(MismatchKind.Unexpected)], missing = [.. NamesOf(MismatchKind.Missing)];
        foreach (var (kind, others) in (ReadOnlySpan<(MismatchKind, string[])>)[(MismatchKind.Missing, unexpected), (MismatchKind.Unexpected, missing)])
        {
            var compared = 0;
            for (var index = 0; index < _mismatches.Count && compared < Compared; index++)
            {
                if (_mismatches[index].Kind != kind) continue;
                _mismatches[index] = _mismatches[index] with { Nearest = Wording.Nearest(_mismatches[index].Name, others) };
                compared++;
            }
        }
    }

    private IEnumerable<string> NamesOf(MismatchKind kind) => _mismatches.Where(mismatch => mismatch.Kind == kind).Select(mismatch => mismatch.Name);
}

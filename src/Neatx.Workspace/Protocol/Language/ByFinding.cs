using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>One value, or one for each finding.</summary>
/// <param name="Single">The one value; meaningless when <paramref name="Each"/> is set.</param>
/// <param name="Each">Finding to value, or null.</param>
internal sealed record ByFinding<T>(T? Single, OrderedDictionary<string, T>? Each)
{
    /// <summary>A value, or a map from finding to such a value.</summary>
    public static TypedShape<ByFinding<T>> ShapeOf(TypedShape<T> value) =>
        new EitherShape<OrderedDictionary<string, T>, T, ByFinding<T>>(
            new MapShape<T>(ReferenceShape.Finding, value),
            each => new(default, each),
            value,
            single => new(single, null));
}

using Neatx.Core.Labels;

namespace Neatx.Workspace.Labels;

/// <summary>The state of a derived finding in SQL; the same function of its components' states as in Neatx.Core.</summary>
public static class DerivedSql
{
    /// <summary>Positive if any component is; else invalid, uncertain or missing if any is, in this order; else negative.</summary>
    public static string AnyOf(IReadOnlyList<string> components)
    {
        var all = string.Join(", ", components);
        return $"CASE WHEN {Code(LabelState.Positive)} IN ({all}) THEN {Code(LabelState.Positive)}"
            + $" WHEN {Code(LabelState.Invalid)} IN ({all}) THEN {Code(LabelState.Invalid)}"
            + $" WHEN {Code(LabelState.Uncertain)} IN ({all}) THEN {Code(LabelState.Uncertain)}"
            + $" WHEN {Code(LabelState.Missing)} IN ({all}) THEN {Code(LabelState.Missing)} ELSE {Code(LabelState.Negative)} END";
    }

    /// <summary>
    /// The state of several rows of one image taken together: positive if any is; else invalid, uncertain or negative if any is, in this order;
    /// else missing. Unlike <see cref="AnyOf"/>, a row that judged decides over one that did not, as both judge the same thing.
    /// </summary>
    public static string Combine(string column) =>
        $"CASE WHEN bool_or({column} = {Code(LabelState.Positive)}) THEN {Code(LabelState.Positive)}"
        + $" WHEN bool_or({column} = {Code(LabelState.Invalid)}) THEN {Code(LabelState.Invalid)} ELSE max({column}) END";

    /// <summary>The code of a state as tables store it.</summary>
    public static string Code(LabelState state) => $"{(byte)state}::UTINYINT";
}

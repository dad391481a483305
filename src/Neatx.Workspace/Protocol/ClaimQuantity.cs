using System.Text.Json.Serialization;

namespace Neatx.Workspace.Protocol;

/// <summary>What a claim is about: one of the nested kinds.</summary>
[JsonDerivedType(typeof(Agreement), "agreement")]
[JsonDerivedType(typeof(SharedImages), "shared_images")]
[JsonDerivedType(typeof(CohortCount), "cohort_count")]
[JsonDerivedType(typeof(TableCount), "table_count")]
[JsonDerivedType(typeof(StateCount), "state_count")]
[JsonDerivedType(typeof(Evaluation), "evaluation")]
[JsonDerivedType(typeof(NotComputable), "not_computable")]
public abstract record ClaimQuantity
{
    private ClaimQuantity()
    {
    }

    /// <summary>A statistic of two label sets, or of two raters when <see cref="Ratings"/> is set.</summary>
    public sealed record Agreement(string Statistic, string A, string B) : ClaimQuantity
    {
        public string? Ratings { get; init; }

        public Neatx.Core.Agreement.AgreementPolicy? Policy { get; init; }

        /// <summary>The A of a claim that only a crosstab stands for; no label set has such a name.</summary>
        public const string CrosstabRows = "(rows)";

        /// <summary>The B of a claim that only a crosstab stands for.</summary>
        public const string CrosstabColumns = "(columns)";

        /// <summary>A published crosstab over negative, positive (row A, column B), used where the label sets are not to be had.</summary>
        public IReadOnlyList<IReadOnlyList<long>>? Crosstab { get; init; }

        /// <summary>A statistic of a crosstab alone; <see cref="Crosstab"/> is still to be set.</summary>
        public static Agreement OfCrosstab(string statistic) => new(statistic, CrosstabRows, CrosstabColumns);
    }

    /// <summary>The images that A and B share.</summary>
    public sealed record SharedImages(string A, string B) : ClaimQuantity;

    /// <summary>The count after a cohort's step.</summary>
    public sealed record CohortCount(string Cohort, string Step) : ClaimQuantity
    {
        /// <summary>True counts patients instead of images.</summary>
        public bool Patients { get; init; }
    }

    /// <summary>The images of a dataset, label set or ratings table.</summary>
    public sealed record TableCount(string Table) : ClaimQuantity
    {
        /// <summary>True counts patients instead of images.</summary>
        public bool Patients { get; init; }
    }

    /// <summary>The images of a label set in one state for the claim's finding; of one rater when <see cref="Rater"/> is set (Table is then a ratings table).</summary>
    public sealed record StateCount(string Table, Neatx.Core.Labels.LabelState State) : ClaimQuantity
    {
        public string? Rater { get; init; }
    }

    /// <summary>A statistic over seeds of one model against one label set.</summary>
    public sealed record Evaluation(string Table, string Labels, string Statistic) : ClaimQuantity
    {
        /// <summary>The sweep or scores; null for the first of the table.</summary>
        public string? Of { get; init; }

        /// <summary>The model of the sweep; null for its first.</summary>
        public string? Model { get; init; }

        /// <summary>True when the number was printed times 100.</summary>
        public bool Percent { get; init; }
    }

    /// <summary>A number that no table or stage here yields, and why; it is listed as not computable with this reason.</summary>
    public sealed record NotComputable(string Reason) : ClaimQuantity;
}

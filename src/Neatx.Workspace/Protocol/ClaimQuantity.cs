namespace Neatx.Workspace.Protocol;

/// <summary>What a claim is about: one of the nested kinds.</summary>
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

        /// <summary>A published crosstab over negative, positive (row A, column B), used where the label sets are not to be had.</summary>
        public IReadOnlyList<IReadOnlyList<long>>? Crosstab { get; init; }
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
}

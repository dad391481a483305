using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;
using CrosstabRows = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<long>>;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>claims: published numbers. One entry is one number, or a group of them with one for each finding.</summary>
internal static class ClaimLanguage
{
    private static readonly ReferenceShape AnyTable = new(NameSpace.Dataset, NameSpace.LabelSet, NameSpace.Ratings);
    private static readonly ListShape<IReadOnlyList<long>> TwoByTwo = new(new ListShape<long>(new WholeShape(0), least: 2, most: 2), least: 2, most: 2);

    private static readonly TypedKey<string> Source = Key.Required("source", TextShape.Line, "Where the number stands, for instance Fig. 3.");

    private static readonly TypedKey<ByFinding<PublishedNumber>> Published = Key.Required(
        "published", ByFinding<PublishedNumber>.ShapeOf(new PublishedShape()), "The number with the digits that were printed, or one for each finding.");

    private static readonly TypedKey<string> Finding = Key.Optional("finding", ReferenceShape.Finding, "The finding that a single number is about.");

    private static readonly TypedKey<long> Decimals = Key.Optional(
        "decimals", new WholeShape(0, 15), "The digits after the decimal point to compare; left out, those that are written.");

    private static readonly TypedKey<string> Note = Key.Optional("note", TextShape.Line, "What is known about the number, printed beside it.");

    private static readonly TypedKey<IReadOnlyList<string>> Alternatives = Key.Optional(
        "alternatives", new ListShape<string>(ReferenceShape.LabelSet), "Label sets that may stand in when the cause of a difference is sought.");

    private static readonly TypedKey<ClaimQuantity> Agreement = Key.Optional("agreement", AgreementClaimLanguage.Shape, "A statistic of two label sets or raters.");

    private static readonly TypedKey<ByFinding<CrosstabRows>> Crosstab = Key.Optional(
        "crosstab",
        ByFinding<CrosstabRows>.ShapeOf(TwoByTwo),
        "The published counts [[n00, n01], [n10, n11]], row a and column b, negative then positive; used where the label sets are absent.");

    private static readonly TypedKey<ClaimQuantity> SharedImages = Key.Optional("shared_images", SharedClaimLanguage.Shape, "The images that two label sets share.");
    private static readonly TypedKey<ClaimQuantity> Cohort = Key.Optional("cohort", CohortClaimLanguage.Shape, "The count after a step of a cohort.");
    private static readonly TypedKey<string> Images = Key.Optional("images", AnyTable, "The images of a dataset, label set or ratings table.");
    private static readonly TypedKey<string> Patients = Key.Optional("patients", AnyTable, "The patients of a dataset, label set or ratings table.");
    private static readonly TypedKey<ClaimQuantity> States = Key.Optional("states", StateClaimLanguage.Shape, "The images in one state.");

    private static readonly TypedKey<ClaimQuantity> Evaluation = Key.Optional("evaluation", EvaluationClaimLanguage.Shape, "A figure of an evaluation.");

    private static readonly TypedKey<string> NotComputable = Key.Optional(
        "not_computable", TextShape.Line, "Why nothing here yields the number; it is listed with this reason.");

    private static readonly ObjectShape<IReadOnlyList<ClaimDefinition>> Claim = new(
        "claim",
        "A published number, or one for each finding, and what computes it here.",
        [Source, Published, Finding, Decimals, Agreement, Crosstab, SharedImages, Cohort, Images, Patients, States, Evaluation, NotComputable, Alternatives, Note],
        Expand)
    {
        Rules = [new ExactlyOneRule([Agreement, Crosstab], [SharedImages], [Cohort], [Images], [Patients], [States], [Evaluation], [NotComputable])],
        Check = fields =>
        {
            CheckFinding(fields);
            CheckCrosstab(fields);
            DeclareMembers(fields);
        },
    };

    public static MapShape<IReadOnlyList<ClaimDefinition>> Shape { get; } = new(NameShape.Dotted, Claim, NameSpace.Claim);

    private static void CheckFinding(Fields fields)
    {
        if (fields.Find(Published) is not { } published) return;
        var counts = ((Key[])[SharedImages, Cohort, Images, Patients]).FirstOrDefault(fields.Has);
        var needs = ((Key[])[Agreement, States, Evaluation]).FirstOrDefault(fields.Has);
        if (published.Each is not null && fields.Has(Finding))
            fields.Report(Finding, "conflicts with the findings of 'published'; keep one of the two");
        if (published.Each is not null && counts is not null)
            fields.Report(Published, $"expected one number, as '{counts.Name}' is not about a finding, found a map");
        if (published.Each is null && counts is not null && fields.Has(Finding))
            fields.Report(Finding, $"conflicts with '{counts.Name}', which is not about a finding; remove it");
        if (published.Each is null && needs is not null && !fields.Has(Finding))
            fields.Report(Published, $"expected 'finding' beside one number, as '{needs.Name}' is about a finding, or a map from finding to number");
    }

    private static void CheckCrosstab(Fields fields)
    {
        if (fields.Find(Published) is not { } published || fields.Find(Crosstab) is not { } crosstab) return;
        if (published.Each is null != crosstab.Each is null)
        {
            fields.Report(Crosstab, published.Each is null ? "expected one crosstab, as 'published' is one number" : "expected a crosstab for each finding, as in 'published'");
            return;
        }

        foreach (var finding in crosstab.Each?.Keys.Where(finding => !published.Each!.ContainsKey(finding)) ?? [])
            fields.Report(Crosstab, $"expected a finding of 'published', found {Wording.Quote(finding)}{Wording.Suggest(finding, published.Each!.Keys)}");
    }

    private static void DeclareMembers(Fields fields)
    {
        foreach (var entry in (fields.Node(Published) as MapNode)?.Entries ?? [])
            fields.Binding.Under(Published.Name, () => fields.Binding.Declare(NameSpace.Claim, MemberId(fields.Name, entry.Key.Text), entry.Key.Place));
    }

    private static IReadOnlyList<ClaimDefinition> Expand(Fields fields)
    {
        var published = fields.Get(Published);
        var crosstab = fields.Find(Crosstab);
        return published.Each is { } each
            ? [.. each.Select(member => Define(fields, MemberId(fields.Name, member.Key), member.Key, member.Value, crosstab?.Each?.GetValueOrDefault(member.Key)))]
            : [Define(fields, fields.Name, fields.Find(Finding), published.Single!, crosstab?.Single)];
    }

    private static ClaimDefinition Define(Fields fields, string id, string? finding, PublishedNumber published, CrosstabRows? crosstab) => new()
    {
        Id = id,
        Group = id.LastIndexOf('.') is var dot and > 0 ? id[..dot] : id,
        Source = fields.Get(Source),
        Published = published.Value,
        Decimals = (int?)fields.FindValue(Decimals) ?? published.Decimals,
        Quantity = Quantity(fields, crosstab),
        Finding = finding,
        Alternatives = fields.Find(Alternatives) ?? [],
        Note = fields.Find(Note),
    };

    private static ClaimQuantity Quantity(Fields fields, CrosstabRows? crosstab)
    {
        if (fields.Has(Agreement) || fields.Has(Crosstab))
        {
            var agreement = (ClaimQuantity.Agreement?)fields.Find(Agreement) ?? ClaimQuantity.Agreement.OfCrosstab(AgreementClaimLanguage.DefaultStatistic);
            return agreement with { Crosstab = crosstab };
        }

        if (fields.Find(Images) is { } images) return new ClaimQuantity.TableCount(images);
        if (fields.Find(Patients) is { } patients) return new ClaimQuantity.TableCount(patients) { Patients = true };
        if (fields.Find(NotComputable) is { } reason) return new ClaimQuantity.NotComputable(reason);
        return fields.Find(SharedImages) ?? fields.Find(Cohort) ?? fields.Find(Evaluation) ?? fields.Get(States);
    }

    /// <summary>"fig3.cxr14-bbox" and "Nodule or mass" give "fig3.cxr14-bbox.nodule_or_mass".</summary>
    private static string MemberId(string group, string finding) =>
        $"{group}.{string.Concat(finding.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))}";
}

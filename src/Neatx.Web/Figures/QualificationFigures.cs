using System.Collections.Concurrent;
using Neatx.Core.Campaign;
using Neatx.Web.Api;
using Neatx.Web.Store;

namespace Neatx.Web.Figures;

/// <summary>How raters did in the qualification; each is computed once an attempt, when its last image is completed.</summary>
internal sealed class QualificationFigures(CampaignStore store)
{
    private readonly ConcurrentDictionary<(string User, int Attempt), Qualification> _known = new();

    /// <summary>Null for a campaign without a qualification, or one who is no rater.</summary>
    public QualificationView? Of(string user)
    {
        var (rule, attempt, isDone) = store.Read<(QualificationRule?, int, bool)>((state, _) =>
        {
            if (state.Plan?.Qualification is not { } wanted || state.FindRater(user) is not { } rater) return (null, 0, false);
            var done = rater.Assignments.Count(each => each.Kind == AssignmentKind.Qualification && each.Occurrence == rater.Attempt && each.IsCompleted);
            return (wanted, rater.Attempt, done > 0 && done >= state.CountOf(ImagePool.Qualification));
        });
        if (rule is null) return null;
        if (!isDone) return new(rule.Bound, null, null, null, 0, null);
        var found = _known.GetOrAdd((user, attempt), _ => store.Read((state, gold) => Qualification.Of(state, state.FindRater(user)!, gold)));
        return new(rule.Bound, found.Kappa.Value, found.Kappa.BootstrapCi?.Low, found.Kappa.BootstrapCi?.High, found.N, found.IsPassed);
    }
}

using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>Brings ratings that were made elsewhere into a campaign, as events like any others.</summary>
public static class RatingsImport
{
    /// <summary>Imports all or nothing. Raters who are not there yet come in under their pseudonyms.</summary>
    /// <returns>How many images with answers were imported.</returns>
    /// <exception cref="StoreException">An image is not in the campaign, or the rules refuse an answer; nothing was imported.</exception>
    public static Task<int> Run(CampaignStore store, IEnumerable<ImageAnswers> answers)
    {
        var (now, protocol) = store.Surroundings();
        return store.Run(
            session =>
            {
                var import = new Session(session, now, protocol);
                session.Gather();
                var count = 0;
                try
                {
                    foreach (var each in answers)
                    {
                        import.Add(each);
                        count++;
                    }
                }
                catch (NeatxException error)
                {
                    // Of the file, which is read meanwhile: the answers before that place must not stay.
                    throw new StoreException(error.Message, error);
                }

                return count;
            },
            isLong: true);
    }

    private sealed class Session
    {
        private readonly StoreSession _session;
        private readonly DateTimeOffset _now;
        private readonly EventHash _protocol;
        private readonly Dictionary<(string Dataset, string Name), int> _images = [];

        public Session(StoreSession session, DateTimeOffset now, EventHash protocol)
        {
            (_session, _now, _protocol) = (session, now, protocol);
            using var select = new Statement(session.Connection, session.Transaction, "SELECT dataset, name, number FROM image");
            using var rows = select.Read();
            while (rows.Read()) _images.Add((rows.GetString(0), rows.GetString(1)), rows.GetInt32(2));
        }

        public void Add(ImageAnswers answers)
        {
            if (!_images.TryGetValue((answers.Dataset, answers.Image), out var image))
                throw new StoreException($"The image '{answers.Image}' of '{answers.Dataset}' is not in the campaign. Add it to the campaign's cohort, or leave its ratings out; nothing was imported.");
            var rater = RaterOf(answers.Rater);
            var actor = new CampaignActor(rater.User, CampaignRole.Rater);
            Assignment assignment;
            lock (_session.Gate) assignment = WorkAssigner.Give(_session.State, rater, image, answers.Occurrence, _now);
            _session.Touch(assignment);
            if (assignment.IsCompleted)
                throw new StoreException($"{answers.Rater} has rated the image '{answers.Image}' already (occurrence {answers.Occurrence}). Leave it out; nothing was imported.");
            foreach (var request in Requests(answers)) Put(actor, request with { Image = image, Occurrence = answers.Occurrence });
        }

        private IEnumerable<EventRequest> Requests(ImageAnswers answers)
        {
            var findings = _session.State.Plan!.Findings;
            for (var index = 0; index < findings.Count; index++)
            {
                var finding = findings[index].Name;
                if (answers.Grades[index] != Rating.Missing) yield return Request(EventKind.RatingSet, answers.Grades[index].ToString(), finding);
                if (answers.Sides[index] != Side.None) yield return Request(EventKind.SideSet, answers.Sides[index].Word(), finding);
                if (answers.Marks.TryGetValue($"line:{finding}", out var line)) yield return Request(EventKind.LineSet, line, finding);
                if (answers.Marks.TryGetValue($"box:{finding}", out var box)) yield return Request(EventKind.BoxSet, box, finding);
            }

            if (answers.Invalid is { } reason) yield return Request(EventKind.RatingSet, InvalidReason.ToValue(reason));
            if (answers.Note is { } note) yield return Request(EventKind.NoteSet, note);
            // Where not every finding was graded the image stays open.
            if (answers.Invalid is not null || answers.Grades.All(grade => grade != Rating.Missing)) yield return Request(EventKind.ImageCompleted, null);
        }

        private RaterState RaterOf(string pseudonym)
        {
            if (_session.State.Raters.FirstOrDefault(each => each.Pseudonym == pseudonym) is { } known) return known;
            var user = $"import-{pseudonym}";
            Put(CampaignActor.System, Request(EventKind.RaterAdded, pseudonym) with { Rater = user });
            Put(CampaignActor.System, Request(EventKind.PhaseChanged, RaterPhase.Rating.Word()) with { Rater = user });
            return _session.State.FindRater(user)!;
        }

        private void Put(CampaignActor actor, EventRequest request)
        {
            if (_session.Append(actor, request, _now, _protocol).Refusal is { } refusal)
                throw new StoreException($"{refusal.Reason} {refusal.WhatToDo} Nothing was imported.");
        }

        private static EventRequest Request(EventKind kind, string? value, string? finding = null) =>
            new() { Id = Guid.NewGuid(), Kind = kind, New = value, Finding = finding };
    }
}

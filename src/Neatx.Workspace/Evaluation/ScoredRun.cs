namespace Neatx.Workspace.Evaluation;

/// <summary>The scores of one run of a model.</summary>
/// <param name="Seed">Its seed; for tables of scores their number, from 1.</param>
/// <param name="Tested">Finding to a SELECT of image, patient and score, of images that nothing was learnt or chosen on.</param>
/// <param name="Validation">Finding to the same of the validation part, with the state that was learnt; or null where there is none.</param>
internal sealed record ScoredRun(long Seed, Func<string, string> Tested, Func<string, string?> Validation);

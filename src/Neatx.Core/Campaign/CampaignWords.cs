namespace Neatx.Core.Campaign;

/// <summary>Phases as the log and the pages write them: lower-case words.</summary>
public static class CampaignWords
{
    public static string Word(this CampaignPhase phase) => phase switch
    {
        CampaignPhase.Rating => "rating",
        CampaignPhase.Adjudication => "adjudication",
        _ => "frozen",
    };

    public static string Word(this RaterPhase phase) => phase switch
    {
        RaterPhase.Guideline => "guideline",
        RaterPhase.Training => "training",
        RaterPhase.Qualification => "qualification",
        RaterPhase.Rating => "rating",
        _ => "failed",
    };

    public static string Word(this ImagePool pool) => pool switch
    {
        ImagePool.Main => "main",
        ImagePool.Training => "training",
        ImagePool.Qualification => "qualification",
        _ => "hidden",
    };

    public static string Word(this AssignmentKind kind) => kind switch
    {
        AssignmentKind.Training => "training",
        AssignmentKind.Qualification => "qualification",
        AssignmentKind.Rating => "rating",
        AssignmentKind.Repeat => "repeat",
        _ => "hidden_gold",
    };

    /// <summary>False for any other word.</summary>
    public static bool TryParse(string? word, out CampaignPhase phase) => TryParse(word, [CampaignPhase.Rating, CampaignPhase.Adjudication, CampaignPhase.Frozen], Word, out phase);

    /// <summary>False for any other word.</summary>
    public static bool TryParse(string? word, out RaterPhase phase) => TryParse(
        word, [RaterPhase.Guideline, RaterPhase.Training, RaterPhase.Qualification, RaterPhase.Rating, RaterPhase.Failed], Word, out phase);

    /// <exception cref="InvalidOperationException">There is no such phase.</exception>
    internal static CampaignPhase ToPhase(string word) => TryParse(word, out CampaignPhase phase) ? phase : throw NoPhase(word);

    /// <exception cref="InvalidOperationException">There is no such phase.</exception>
    internal static RaterPhase ToRaterPhase(string word) => TryParse(word, out RaterPhase phase) ? phase : throw NoPhase(word);

    private static InvalidOperationException NoPhase(string word) => new($"There is no phase '{word}'.");

    private static bool TryParse<T>(string? text, T[] all, Func<T, string> word, out T found)
    {
        var index = Array.FindIndex(all, each => word(each) == text);
        found = index < 0 ? all[0] : all[index];
        return index >= 0;
    }
}

namespace Neatx.Core.Campaign;

/// <summary>The words of <see cref="Side"/>.</summary>
public static class Sides
{
    /// <summary>"L", "R", "both", or null where no side was said.</summary>
    public static string? Word(this Side side) => side switch
    {
        Side.Left => "L",
        Side.Right => "R",
        Side.Both => "both",
        _ => null,
    };

    /// <summary>Null reads as none; false for any other text that is no side.</summary>
    public static bool TryParse(string? word, out Side side)
    {
        side = word switch
        {
            "L" => Side.Left,
            "R" => Side.Right,
            "both" => Side.Both,
            _ => Side.None,
        };
        return word is null || side != Side.None;
    }
}

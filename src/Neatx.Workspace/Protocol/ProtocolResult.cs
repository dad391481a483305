namespace Neatx.Workspace.Protocol;

/// <summary>What reading a protocol gave: the document, or every mistake in it.</summary>
public sealed class ProtocolResult
{
    internal ProtocolResult(ProtocolDocument document) => Document = document;

    internal ProtocolResult(IReadOnlyList<ProtocolMistake> mistakes) => Mistakes = mistakes;

    /// <summary>The document, or null when there are mistakes.</summary>
    public ProtocolDocument? Document { get; }

    /// <summary>Every mistake: those of the file by place, then those of the command line; empty when there is a document.</summary>
    public IReadOnlyList<ProtocolMistake> Mistakes { get; } = [];

    /// <summary>The document.</summary>
    /// <exception cref="NeatxException">There are mistakes; the message lists them, one a line.</exception>
    public ProtocolDocument DocumentOrThrow() => Document ?? throw new NeatxException(
        $"The protocol has {(Mistakes.Count == 1 ? "a mistake" : $"{Mistakes.Count} mistakes")}:{Environment.NewLine}{string.Join(Environment.NewLine, Mistakes)}");
}

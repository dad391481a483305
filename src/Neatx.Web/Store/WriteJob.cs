namespace Neatx.Web.Store;

/// <summary>Something for the writer to do inside a transaction that other jobs may share.</summary>
internal abstract class WriteJob
{
    /// <summary>True when it takes long, and so gets a transaction of its own.</summary>
    public bool IsLong { get; init; }

    /// <summary>Does it. A <see cref="NeatxException"/> means that nothing was changed and the rest of the transaction stands.</summary>
    public abstract void Run(StoreSession session);

    /// <summary>Tells whoever waits, once all is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);
}

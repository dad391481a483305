namespace Neatx.Web.Store;

/// <summary>The store cannot do what was asked, for a reason in its surroundings (disk full, database gone). What was acknowledged before is safe; what was asked is not done and may be asked again.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

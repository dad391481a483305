namespace Neatx.Web.Store;

/// <summary>The databases that can hold a campaign.</summary>
public enum StoreProvider
{
    Sqlite,
    PostgreSql,
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Neatx.Web.Store;

namespace Neatx.Web.People;

/// <summary>Has connections to SQLite wait for the campaign's writer as briefly as it needs.</summary>
internal sealed class PatientConnections : DbConnectionInterceptor
{
    public static PatientConnections Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SqliteDatabase.BePatient(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SqliteDatabase.BePatient(connection);
        return Task.CompletedTask;
    }
}

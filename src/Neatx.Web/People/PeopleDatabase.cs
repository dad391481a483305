using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.People;

/// <summary>The people of a campaign, in its database; tables are made by the migrations of the store, one text for both databases.</summary>
public sealed class PeopleDatabase(DbContextOptions<PeopleDatabase> options) : IdentityUserContext<Person>(options)
{
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> Tokens => Set<ApiToken>();

    /// <summary>Points a context to a store.</summary>
    public static void Use(DbContextOptionsBuilder options, StoreLocation location)
    {
        if (location.Provider == StoreProvider.Sqlite)
            options.UseSqlite(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = location.Connection }.ToString()).AddInterceptors(PatientConnections.Instance);
        else options.UseNpgsql(location.Connection);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>(person =>
        {
            Table(person, "person");
            person.Property(each => each.Role).HasConversion(new ValueConverter<CampaignRole, string>(role => Roles.Word(role), word => Roles.Of(word) ?? CampaignRole.Viewer));
        });
        // Nothing is kept in claims and tokens of users.
        builder.Ignore<IdentityUserClaim<string>>();
        builder.Ignore<IdentityUserToken<string>>();
        builder.Entity<IdentityUserLogin<string>>(login => Table(login, "person_login"));
        builder.Entity<IdentityUserPasskey<string>>(passkey =>
        {
            Table(passkey, "person_passkey");
            passkey.OwnsOne(each => each.Data, data => data.ToJson("data"));
        });
        builder.Entity<Invitation>(invitation =>
        {
            Table(invitation, "invitation");
            invitation.Property(each => each.Role).HasConversion(new ValueConverter<CampaignRole, string>(role => Roles.Word(role), word => Roles.Of(word) ?? CampaignRole.Viewer));
        });
        builder.Entity<ApiToken>(token =>
        {
            token.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
            Table(token, "api_token");
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private static void Table<T>(EntityTypeBuilder<T> entity, string name)
        where T : class
    {
        entity.ToTable(name);
        foreach (var property in entity.Metadata.GetProperties()) property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.People;

/// <summary>The only way in: links that a curator makes, each for one person.</summary>
internal sealed class Invitations(PeopleDatabase database, UserManager<Person> people, CampaignStore store, TimeProvider clock)
{
    public const int Days = 14;
    private const string Prefix = "nxi_";

    /// <summary>Makes an invitation. The code is told here and never again.</summary>
    public async Task<(Invitation Invitation, string Code)> Make(CampaignRole role, string? pseudonym, int days)
    {
        var code = Secret.New(Prefix);
        var now = clock.GetUtcNow();
        var invitation = new Invitation
        {
            Id = Guid.NewGuid().ToString("N"),
            CodeHash = Secret.HashOf(code),
            Role = role,
            Pseudonym = pseudonym,
            Created = now,
            Expires = now.AddDays(days),
        };
        database.Add(invitation);
        await database.SaveChangesAsync();
        return (invitation, code);
    }

    /// <summary>The path of the page that takes a code. It stands after '#', so that no server or proxy logs it.</summary>
    public static string PathOf(string code) => $"/invitation#{code}";

    /// <summary>The invitation while it can be used, else null.</summary>
    public async Task<Invitation?> Find(string code)
    {
        var hash = Secret.HashOf(code);
        var found = await database.Invitations.AsNoTracking().FirstOrDefaultAsync(each => each.CodeHash == hash && each.Used == null);
        return found is not null && found.Expires > clock.GetUtcNow() ? found : null;
    }

    /// <summary>Lets a person in. Of several who come with one code at once, one gets in.</summary>
    /// <param name="code">As in the link.</param>
    /// <param name="name">To sign in with.</param>
    /// <param name="password">Null for who signs in by <paramref name="login"/>.</param>
    /// <param name="login">An account of another service, or null.</param>
    /// <returns>The person; or what is wrong with name or password; or neither where the code cannot be used.</returns>
    public async Task<(Person? Person, string? Mistake)> Accept(string code, string name, string? password, UserLoginInfo? login = null)
    {
        if (await Find(code) is not { } invitation) return (null, null);
        var now = clock.GetUtcNow();
        var pseudonym = invitation.Role == CampaignRole.Rater ? invitation.Pseudonym ?? await FreePseudonym() : null;
        var person = new Person { UserName = name, Role = invitation.Role, Pseudonym = pseudonym, Created = now, LockoutEnabled = true };
        if (password is not null)
        {
            foreach (var validator in people.PasswordValidators)
                if (await validator.ValidateAsync(people, person, password) is { Succeeded: false } weak) return (null, Text(weak));
            // Slow on purpose, so not while the database is locked.
            person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        }

        await using var transaction = await database.Database.BeginTransactionAsync();
        var taken = await database.Invitations.Where(each => each.Id == invitation.Id && each.Used == null).ExecuteUpdateAsync(set => set.SetProperty(each => each.Used, now));
        if (taken == 0) return (null, null);
        var result = await people.CreateAsync(person);
        if (result.Succeeded && login is not null) result = await people.AddLoginAsync(person, login);
        // Not committed, so the invitation can be used again.
        if (!result.Succeeded) return (null, Text(result));
        await transaction.CommitAsync();
        await AddRater(person);
        return (person, null);
    }

    /// <summary>Puts a rater in the log; done at each sign-in where a crash came between.</summary>
    public async Task AddRater(Person person)
    {
        if (person.Role != CampaignRole.Rater || store.Read((state, _) => state.FindRater(person.Id) is not null)) return;
        var request = new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.RaterAdded, Rater = person.Id, New = person.Pseudonym };
        var outcome = await store.Append(CampaignActor.System, [request]);
        if (outcome[0].Refusal is { } refusal) throw new NeatxException($"{refusal.Reason} {refusal.WhatToDo}");
    }

    private static string Text(IdentityResult result) => string.Join(' ', result.Errors.Select(error => error.Description));

    private async Task<string> FreePseudonym()
    {
        var taken = await people.Users.Where(each => each.Pseudonym != null).Select(each => each.Pseudonym!).ToListAsync();
        taken.AddRange(await database.Invitations.Where(each => each.Pseudonym != null).Select(each => each.Pseudonym!).ToListAsync());
        taken.AddRange(store.Read((state, _) => state.Raters.Select(rater => rater.Pseudonym).ToList()));
        for (var number = 1; ; number++)
        {
            var pseudonym = FormattableString.Invariant($"r{number}");
            if (!taken.Contains(pseudonym, StringComparer.Ordinal)) return pseudonym;
        }
    }
}

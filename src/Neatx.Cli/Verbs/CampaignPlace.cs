using System.CommandLine;
using Neatx.Cli.Parsing;
using Neatx.Web.Store;

namespace Neatx.Cli.Verbs;

/// <summary>Which campaign: that of a run folder, or of a database of PostgreSQL.</summary>
internal sealed class CampaignPlace
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The run folder that the campaign is served from, such as out/demo." };
    private readonly Option<string?> _postgresql = OptionKinds.Text("--postgresql", "CONNECTION", "The connection string, where the campaign is not in the folder.");

    public CampaignPlace(Command verb)
    {
        verb.Add(_folder);
        verb.Add(_postgresql);
    }

    public string FolderOf(ParseResult parsed) => parsed.GetValue(_folder)!;

    public StoreLocation Of(ParseResult parsed) => parsed.GetValue(_postgresql) is { } connection
        ? StoreLocation.PostgreSql(connection)
        : StoreLocation.Sqlite(Path.Combine(FolderOf(parsed), StoreLocation.FileName));
}

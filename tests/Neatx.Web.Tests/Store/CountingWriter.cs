using System.Text;

namespace Neatx.Web.Tests.Store;

/// <summary>Counts lines and characters and forgets them; says so every ten thousand lines.</summary>
internal sealed class CountingWriter(Action sometimes) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public int Lines { get; private set; }

    public long Characters { get; private set; }

    public override void Write(char value) => Count(value == '\n' ? 1 : 0, 1);

    public override void Write(string? value) => Count(value?.Count(letter => letter == '\n') ?? 0, value?.Length ?? 0);

    private void Count(int lines, int characters)
    {
        Lines += lines;
        Characters += characters;
        if (lines > 0 && Lines % 10_000 == 0) sometimes();
    }
}

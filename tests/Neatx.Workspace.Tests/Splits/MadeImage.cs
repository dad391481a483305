namespace Neatx.Workspace.Tests.Splits;

/// <summary>One image of <see cref="MadeArchive"/> and what it shows.</summary>
internal sealed record MadeImage(string Name, int Patient, int Number)
{
    public bool IsExpert => Patient % 10 == 0;

    public bool Drain => Patient % 4 == 0 || (Patient + Number) % 9 == 0;

    public bool Tube => (Patient + Number) % 3 == 0;
}

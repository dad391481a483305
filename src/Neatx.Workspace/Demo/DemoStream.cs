namespace Neatx.Workspace.Demo;

/// <summary>The random stream of each part of the demo, so that a change in one part leaves the bytes of the others alone.</summary>
internal enum DemoStream : ulong
{
    NihPopulation = 1,
    NihParser = 2,
    FirstRelease = 3,
    Review = 4,
    Panel = 5,
    Boxes = 6,
    DrainExpert = 7,
    PadChestPopulation = 8,
    PadChestReports = 9,
    PadChestRows = 10,
    RatingOrder = 11,
    Raters = 12,
    TubeExpert = 13,
    Films = 14,
    FilmReports = 15,
    FilmRaters = 16,
    FilmExpert = 17,
}

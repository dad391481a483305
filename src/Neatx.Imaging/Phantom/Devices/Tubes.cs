using Neatx.Imaging.Phantom.Anatomy;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>The tubes that are findings.</summary>
internal static class Tubes
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var contrast = 1.3f - (.95f * (float)film.Scene.Difficulty);
        if (film.Scene.Shows(PhantomFindings.EndotrachealTube)) EndotrachealTube.Draw(film, chest, contrast);
        if (film.Scene.Shows(PhantomFindings.TracheostomyTube)) TracheostomyTube.Draw(film, chest, contrast);
        if (film.Scene.Shows(PhantomFindings.NasogastricTube)) NasogastricTube.Draw(film, chest, contrast);
        if (film.Scene.Shows(PhantomFindings.ChestDrain)) ChestDrain.Draw(film, chest, contrast);
    }
}

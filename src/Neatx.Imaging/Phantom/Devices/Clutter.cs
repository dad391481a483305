using Neatx.Imaging.Phantom.Anatomy;

namespace Neatx.Imaging.Phantom.Devices;

/// <summary>
/// What lies on and in patients and is no finding here: electrodes with their wires, a central venous line, a pacemaker, wires and clips of
/// an operation, oxygen tubing. So that a bright line is not yet a tube.
/// </summary>
internal static class Clutter
{
    public static void Draw(Radiograph film, Chest chest)
    {
        var random = film.Scene.Stream(PhantomPart.Clutter);
        var bedside = chest.Habitus.IsBedside;
        // Each is drawn or not by a number of its own, so that the list can grow.
        var (leads, line, pacemaker) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
        var (sternum, oxygen) = (random.NextDouble(), random.NextDouble());
        if (leads < (bedside ? .6 : .06)) Electrodes.Draw(film, chest);
        if (line < (bedside ? .45 : .07)) CentralLine.Draw(film, chest);
        if (pacemaker < (chest.Habitus.Age > 60 ? .12 : .015)) Pacemaker.Draw(film, chest);
        if (sternum < (chest.Habitus.Age > 45 ? .09 : .01)) Sternotomy.Draw(film, chest);
        if (oxygen < (bedside ? .28 : .03)) OxygenTubing.Draw(film);
    }
}

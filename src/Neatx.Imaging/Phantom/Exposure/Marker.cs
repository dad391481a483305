using System.Numerics;
using Neatx.Imaging.Phantom.Drawing;
using Neatx.Imaging.Phantom.Geometry;

namespace Neatx.Imaging.Phantom.Exposure;

/// <summary>The lead letter that names the side, and on some films the radiographer's initials below it.</summary>
internal static class Marker
{
    /// <summary>Strokes of the letters in a box 0 to 1 wide and high, y downwards.</summary>
    private static readonly Dictionary<char, Vector2[][]> Letters = new()
    {
        ['L'] = [[new(.1f, 0), new(.1f, 1), new(.75f, 1)]],
        ['R'] = [[new(.1f, 1), new(.1f, 0), new(.5f, 0), new(.75f, .12f), new(.75f, .38f), new(.5f, .5f), new(.1f, .5f)], [new(.42f, .5f), new(.8f, 1)]],
        ['A'] = [[new(0, 1), new(.4f, 0), new(.8f, 1)], [new(.15f, .65f), new(.65f, .65f)]],
        ['H'] = [[new(.1f, 0), new(.1f, 1)], [new(.75f, 0), new(.75f, 1)], [new(.1f, .5f), new(.75f, .5f)]],
        ['K'] = [[new(.1f, 0), new(.1f, 1)], [new(.75f, 0), new(.1f, .55f)], [new(.3f, .4f), new(.8f, 1)]],
        ['M'] = [[new(.05f, 1), new(.05f, 0), new(.42f, .6f), new(.8f, 0), new(.8f, 1)]],
        ['N'] = [[new(.1f, 1), new(.1f, 0), new(.75f, 1), new(.75f, 0)]],
        ['T'] = [[new(.02f, 0), new(.82f, 0)], [new(.42f, 0), new(.42f, 1)]],
        ['V'] = [[new(.05f, 0), new(.42f, 1), new(.8f, 0)]],
    };

    public static void Draw(Radiograph film)
    {
        var random = film.Scene.Stream(PhantomPart.Marker);
        var isLeft = random.NextBool(.8);
        var height = random.Between(1.0, 1.9);
        var at = new Vector2((isLeft ? 1 : -1) * random.Between(14, 17.6), random.Between(-18.6, -14.5));
        var (tilt, mirrored) = (random.Around(0, .25) + (random.NextBool(.15) ? random.Side() * 1.2f : 0), random.NextBool(.08));
        var (stroke, lead) = (random.Between(.07, .11), random.Between(14, 30));
        Write(film, isLeft ? 'L' : 'R', at, height, tilt, mirrored, Profile.Rod(stroke * height, lead, film.Pitch + .04));
        if (!random.NextBool(.45)) return;
        const string Initials = "AHKMNTV";
        var thin = Profile.Rod(.5f * stroke * height, lead, film.Pitch + .04);
        for (var letter = 0; letter < 2; letter++)
        {
            var below = Turn(new Vector2((letter * .55f * height) - (.2f * height), 1.3f * height), tilt);
            Write(film, Initials[random.NextInt(Initials.Length)], at + below, height * .5f, tilt, mirrored, thin);
        }
    }

    private static void Write(Radiograph film, char letter, Vector2 at, float height, float tilt, bool mirrored, Profile lead)
    {
        foreach (var stroke in Letters[letter])
        {
            for (var point = 1; point < stroke.Length; point++)
                film.DrawOnFilm([Place(stroke[point - 1]), Place(stroke[point])], lead);
        }

        Vector2 Place(Vector2 point) => at + Turn(height * new Vector2(mirrored ? .8f - point.X : point.X, point.Y), tilt);
    }

    private static Vector2 Turn(Vector2 vector, float angle)
    {
        var (sine, cosine) = MathF.SinCos(angle);
        return new Vector2((cosine * vector.X) - (sine * vector.Y), (sine * vector.X) + (cosine * vector.Y));
    }
}

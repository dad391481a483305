namespace Neatx.Imaging.Phantom.Drawing;

/// <summary>
/// What a long thing adds to the beam across its width, averaged over the width of a pixel, so that a wire thinner than a pixel is as faint
/// as a detector would see it, and no edge is jagged.
/// </summary>
internal sealed class Profile
{
    private const int Steps = 192;

    private readonly float[] _values = new float[Steps + 2];

    /// <param name="across">Attenuation at a signed distance in cm from the middle; 0 beyond <paramref name="halfWidth"/>.</param>
    /// <param name="halfWidth">Half the width in cm.</param>
    /// <param name="blur">Width of the averaging in cm: a pixel and the detector's own unsharpness.</param>
    public Profile(Func<double, double> across, double halfWidth, double blur)
    {
        HalfWidth = (float)halfWidth;
        Reach = (float)(halfWidth + (blur / 2));
        // Running integral, at steps much finer than the table's; its differences are exact averages.
        const int Fine = 4 * Steps;
        var integral = new double[Fine + 1];
        var step = 2 * halfWidth / Fine;
        for (var i = 0; i < Fine; i++) integral[i + 1] = integral[i] + (step * across(-halfWidth + ((i + .5) * step)));
        for (var i = 0; i <= Steps; i++)
        {
            var at = (((2.0 * i / Steps) - 1) * Reach) + halfWidth;
            _values[i] = (float)((Integral(integral, (at + (blur / 2)) / step) - Integral(integral, (at - (blur / 2)) / step)) / blur);
        }
    }

    /// <summary>Half the width of the thing itself, cm.</summary>
    public float HalfWidth { get; }

    /// <summary>Half the width of its shadow, cm.</summary>
    public float Reach { get; }

    /// <summary>The table: from -<see cref="Reach"/> to <see cref="Reach"/>, one more value for interpolation.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Steps of the table.</summary>
    public static int StepCount => Steps;

    /// <summary>A round rod of one material.</summary>
    /// <param name="radius">cm.</param>
    /// <param name="perCentimetre">Attenuation of a centimetre of it.</param>
    public static Profile Rod(double radius, double perCentimetre, double blur) =>
        new(d => 2 * perCentimetre * Root(radius, d), radius, blur);

    /// <summary>A tube: wall and content.</summary>
    public static Profile Tube(double radius, double wall, double perCentimetreOfWall, double perCentimetreInside, double blur) => new(
        d => 2 * ((perCentimetreOfWall * (Root(radius, d) - Root(radius - wall, d))) + (perCentimetreInside * Root(radius - wall, d))), radius, blur);

    /// <summary>A flat bone seen from its flat side: a shell of dense bone <paramref name="shell"/> thick around spongy bone.</summary>
    /// <param name="radius">Half the height that is seen, cm.</param>
    /// <param name="thickness">Half the thickness along the beam, cm.</param>
    public static Profile Bone(double radius, double thickness, double shell, double perCentimetreOfShell, double perCentimetreInside, double blur) => new(
        d =>
        {
            var outer = thickness / radius * Root(radius, d);
            var inner = (thickness - shell) / (radius - shell) * Root(radius - shell, d);
            return 2 * ((perCentimetreOfShell * (outer - inner)) + (perCentimetreInside * inner));
        },
        radius,
        blur);

    private static double Root(double radius, double distance) => Math.Sqrt(Math.Max(0, (radius * radius) - (distance * distance)));

    private static double Integral(double[] integral, double position)
    {
        position = Math.Clamp(position, 0, integral.Length - 1);
        var index = Math.Min((int)position, integral.Length - 2);
        return integral[index] + ((position - index) * (integral[index + 1] - integral[index]));
    }
}

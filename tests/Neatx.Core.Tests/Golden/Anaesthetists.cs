using System.Globalization;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Golden;

/// <summary>
/// 45 patients' fitness for anaesthesia, graded 1 to 4 by five anaesthetists, the first of them three times. Dawid and Skene (1979),
/// "Maximum likelihood estimation of observer error-rates using the EM algorithm", Applied Statistics 28, 20-28, table 1. Results: their
/// tables 2 to 4 to the printed digits; the log-likelihood at the maximum is -192.8909.
/// </summary>
internal static class Anaesthetists
{
    public static readonly double[] Prevalences = [.3996, .4220, .1118, .0667];

    public static readonly double[] DiagonalOfObserver1 = [.8895, .8764, .6612, .4444];

    public const double LogLikelihood = -192.8909;

    /// <summary>Patients whose EM label is not the one most observers gave, from 1.</summary>
    public static readonly int[] DifferFromMajority = [2, 12, 36];

    /// <summary>One line a patient: observer 1 three times, then observers 2, 3, 4 and 5.</summary>
    private const string Grades =
        """
        1111111
        3334334
        1122122
        2223121
        2223222
        2223322
        1222111
        3333433
        2222223
        2322223
        4444444
        2223343
        1111111
        2223212
        1211111
        1112111
        1111111
        1111111
        2222221
        2221322
        2222222
        2222221
        2223222
        2212222
        1111111
        1111111
        2322222
        1111111
        1111111
        1121121
        1111111
        3333233
        1111111
        2222222
        2223232
        4334343
        2212232
        2323233
        3333432
        1111111
        1111111
        1212111
        2322222
        1211111
        2222222
        """;

    public static RatingTable Ratings()
    {
        var builder = new RatingTableBuilder(RatingScale.Nominal("1", "2", "3", "4"));
        string[] observers = ["1", "1", "1", "2", "3", "4", "5"];
        var patient = 0;
        foreach (var line in Grades.Split('\n'))
        {
            patient++;
            for (var column = 0; column < observers.Length; column++)
                builder.Add(patient.ToString(CultureInfo.InvariantCulture), observers[column], line[column].ToString());
        }

        return builder.Build();
    }
}

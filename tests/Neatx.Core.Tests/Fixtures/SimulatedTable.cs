using System.Globalization;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Fixtures;

/// <summary>A nominal rating table drawn from known confusion matrices, with the classes that made it.</summary>
internal sealed record SimulatedTable(RatingTable Ratings, int[] Truth)
{
    /// <param name="confusions">For each rater, class x category.</param>
    /// <param name="ratedShare">The probability that a rater rates an item.</param>
    public static SimulatedTable Draw(int items, double[] prevalences, double[][,] confusions, int seed, double ratedShare = 1)
    {
        var random = new Random(seed);
        var names = prevalences.Length == 2 ? ["negative", "positive"] : Enumerable.Range(0, prevalences.Length).Select(Name).ToArray();
        var builder = new RatingTableBuilder(RatingScale.Nominal(names));
        for (var rater = 0; rater < confusions.Length; rater++) builder.Rater("rater " + Name(rater));
        var truth = new int[items];
        for (var item = 0; item < items; item++)
        {
            builder.Item("item " + Name(item));
            truth[item] = Pick(random, category => prevalences[category], prevalences.Length);
            for (var rater = 0; rater < confusions.Length; rater++)
            {
                if (random.NextDouble() >= ratedShare) continue;
                builder.Add(item, rater, Pick(random, category => confusions[rater][truth[item], category], prevalences.Length));
            }
        }

        return new SimulatedTable(builder.Build(), truth);
    }

    /// <summary>Ratings by the model of GLAD: right with probability 1 / (1 + exp(-ability ease)), wrong answers even, classes even.</summary>
    public static SimulatedTable DrawGlad(double[] abilities, Func<int, double> ease, int items, int classes, int seed, int ratersPerAbility)
    {
        var random = new Random(seed);
        var builder = new RatingTableBuilder(RatingScale.Nominal(Enumerable.Range(0, classes).Select(Name)));
        for (var rater = 0; rater < abilities.Length * ratersPerAbility; rater++) builder.Rater("rater " + Name(rater));
        var truth = new int[items];
        for (var item = 0; item < items; item++)
        {
            builder.Item("item " + Name(item));
            truth[item] = random.Next(classes);
            for (var rater = 0; rater < abilities.Length * ratersPerAbility; rater++)
            {
                var isRight = random.NextDouble() < 1 / (1 + Math.Exp(-abilities[rater / ratersPerAbility] * ease(item)));
                builder.Add(item, rater, isRight ? truth[item] : (truth[item] + 1 + random.Next(classes - 1)) % classes);
            }
        }

        return new SimulatedTable(builder.Build(), truth);
    }

    /// <summary>The same ratings without those of one rater, chosen for each item.</summary>
    public RatingTable WithoutRater(Func<int, int> left)
    {
        var builder = new RatingTableBuilder(Ratings.Scale);
        foreach (var rater in Ratings.Raters) builder.Rater(rater);
        for (var item = 0; item < Ratings.Items.Count; item++)
        {
            builder.Item(Ratings.Items[item]);
            for (var index = 0; index < Ratings.RatersOf(item).Length; index++)
                if (Ratings.RatersOf(item)[index] != left(item)) builder.Add(item, Ratings.RatersOf(item)[index], Ratings.CategoriesOf(item)[index]);
        }

        return builder.Build();
    }

    /// <summary>A confusion matrix with one accuracy, wrong answers even.</summary>
    public static double[,] Coin(int classes, double accuracy)
    {
        var confusion = new double[classes, classes];
        for (var row = 0; row < classes; row++)
            for (var column = 0; column < classes; column++)
                confusion[row, column] = row == column ? accuracy : (1 - accuracy) / (classes - 1);
        return confusion;
    }

    public KeyValuePair<string, string> Reference(int item) => new(Ratings.Items[item], Ratings.Scale.Classes[Truth[item]]);

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Pick(Random random, Func<int, double> share, int categories)
    {
        var left = random.NextDouble();
        for (var category = 0; category < categories - 1; category++)
        {
            left -= share(category);
            if (left < 0) return category;
        }

        return categories - 1;
    }
}

using Neatx.Learning.Training.Input;

namespace Neatx.Learning.Training.Tables;

/// <summary>scores.parquet: a row for each image and finding, images in their order, then findings in theirs.</summary>
internal static class ScoreTable
{
    /// <param name="path">The file to write, whole or not at all.</param>
    /// <param name="images">Those that were scored.</param>
    /// <param name="findings">In the order of the scores of an image.</param>
    /// <param name="scores">Probabilities, image after image.</param>
    public static void Write(string path, IReadOnlyList<RunImage> images, IReadOnlyList<string> findings, ReadOnlySpan<double> scores)
    {
        using var connection = TableConnection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE scores (image VARCHAR, patient VARCHAR, part VARCHAR, finding VARCHAR, score DOUBLE)";
        command.ExecuteNonQuery();
        using (var appender = connection.CreateAppender("scores"))
        {
            for (var row = 0; row < scores.Length; row++)
            {
                var image = images[row / findings.Count];
                appender.CreateRow().AppendValue(image.Image).AppendValue(image.Patient).AppendValue(image.Part)
                    .AppendValue(findings[row % findings.Count]).AppendValue(scores[row]).EndRow();
            }
        }

        AtomicFile.Replace(path, temporary =>
        {
            command.CommandText = $"COPY scores TO {TableConnection.Text(temporary)} (FORMAT parquet)";
            command.ExecuteNonQuery();
        });
    }
}

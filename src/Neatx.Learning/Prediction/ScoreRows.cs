using DuckDB.NET.Data;
using Neatx.Learning.Training.Tables;

namespace Neatx.Learning.Prediction;

/// <summary>Reads scores.parquet of a run.</summary>
internal static class ScoreRows
{
    /// <summary>The scores of one part, in the order of the file.</summary>
    /// <exception cref="NeatxException">It cannot be read.</exception>
    public static IReadOnlyList<(string Image, string Finding, double Score)> Read(string path, string part)
    {
        try
        {
            var rows = new List<(string, string, double)>();
            using var connection = TableConnection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT image, finding, score FROM {TableConnection.Parquet(path)} WHERE part = {TableConnection.Text(part)}";
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add((reader.GetString(0), reader.GetString(1), reader.GetDouble(2)));
            return rows;
        }
        catch (DuckDBException wrong)
        {
            throw new NeatxException($"{path} cannot be read: {wrong.Message.Split('\n')[0]} Train the run again.", wrong);
        }
    }
}

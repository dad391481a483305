namespace Neatx.Learning.Training.Data;

/// <summary>What the trained part of a network reads: for each image of the run a map or a vector.</summary>
internal interface IRows
{
    /// <summary>Channels, height and width of one row, or the length of a vector. A single channel is gray and stands for three equal ones.</summary>
    IReadOnlyList<long> Shape { get; }

    /// <summary>Writes the values of some rows one after another.</summary>
    /// <param name="rows">Numbers of images in the run.</param>
    /// <param name="values">Rows x values.</param>
    void CopyTo(ReadOnlySpan<int> rows, Memory<float> values);
}

namespace Neatx.Bench.Works;

/// <summary>A piece of work that is measured: made once from its inputs, then run many times.</summary>
internal interface IWork
{
    /// <summary>Does the work from raw arrays or files to its values, which the peer computes too.</summary>
    IReadOnlyList<double> Run();
}

using System.Globalization;
using Neatx.Workspace.Demo.Truth;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>The kappas that the simulation implies, for readers who want to hold the report against the truth. No stage reads it.</summary>
internal sealed class TruthTable(IEnumerable<ImpliedKappa> truth) : DemoTable
{
    public override string FileName => DemoFiles.Truth;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row("a", "b", "finding", "implied_kappa");
        foreach (var row in truth) csv.Row(row.A, row.B, row.Finding, row.Kappa.ToString("0.0000", CultureInfo.InvariantCulture));
    }
}

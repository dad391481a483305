using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>PadChest's master table, which nobody may hand on: a made-up one of its 35 columns and nameless index, with its peculiarities.</summary>
public sealed class PadChestTests : IDisposable
{
    private const string Header = ",ImageID,ImageDir,StudyDate_DICOM,StudyID,PatientID,PatientBirth,PatientSex_DICOM,ViewPosition_DICOM,Projection,MethodProjection,"
        + "Pediatric,Modality_DICOM,Manufacturer_DICOM,PhotometricInterpretation_DICOM,PixelRepresentation_DICOM,PixelAspectRatio_DICOM,SpatialResolution_DICOM,"
        + "BitsStored_DICOM,WindowCenter_DICOM,WindowWidth_DICOM,Rows_DICOM,Columns_DICOM,XRayTubeCurrent_DICOM,Exposure_DICOM,ExposureInuAs_DICOM,ExposureTime,"
        + "RelativeXRayExposure_DICOM,ReportID,Report,MethodLabel,Labels,Localizations,LabelsLocalizationsBySentence,labelCUIS,LocalizationsCUIS\n";

    private readonly TestRun run = new([
        new() { Name = "Chest drain", Aliases = ["chest drain tube"] }, new() { Name = "Nasogastric tube", Aliases = ["NSG tube"] }, new() { Name = "Pneumothorax" }]);

    public void Dispose() => run.Dispose();

    [Fact]
    public void Build_MasterTable_FollowsThePapersRules()
    {
        var rows = Row(0, "a.png", "p1", "PA", "Physician", "\"['chest drain tube', ' pneumothorax', '', 'pneumothorax']\"")
            + Row(1, "b.png", "p1", "AP_horizontal", "RNN_model", "\"['NSG Tube ', 'suboptimal study']\"")
            + Row(2, "c.png", "p2", "L", "RNN_model", "['normal']")
            + Row(3, "d.png", "p3", "AP", "RNN_model", "")
            + Row(4, "e.png", "p4", "AP", "RNN_model", "['']");
        var definition = new DatasetDefinition("padchest", "PadChest", TestRun.Source(TableFormats.Find("padchest").Columns, run.Write("p.csv.gz", TestRun.Gzip(Header + rows))));
        var table = DatasetStage.Build(definition, run.Context, TestContext.Current.CancellationToken);

        Assert.Equal((5L, (long?)4), (table.Images, table.Patients));
        Assert.Equal(["Chest drain", "Nasogastric tube", "Pneumothorax", "suboptimal study"], table.Findings);
        Assert.Equal([
            "a.png|p1|s0|PA|[Chest drain,Pneumothorax]|True|Physician",
            "b.png|p1|s1|AP_horizontal|[Nasogastric tube,suboptimal study]|True|RNN_model",
            "c.png|p2|s2|L|[]|True|RNN_model", "d.png|p3|s3|AP|-|False|RNN_model", "e.png|p4|s4|AP|[]|True|RNN_model"],
            run.Rows(table.Data, "image, patient, study, view, findings, labelled, method_label"));
        Assert.Empty(table.Defects);

        var cohort = new CohortDefinition("frontal", "Frontal", "padchest", [
            Keep("frontal", "view in ('PA', 'AP', 'AP_horizontal')"), Keep("labelled", "regexp_matches(labels, '[a-z]')"),
            Keep("adequate", "not list_contains(findings, 'suboptimal study')")]);
        var tables = new Dictionary<string, TableReference> { ["padchest"] = TableReference.Of(table) };
        var flow = CohortTable.Build(cohort, tables, 1, run.Context, TestContext.Current.CancellationToken);
        Assert.Equal([5L, 4L, 2L, 1L], flow.Steps.Select(step => step.Images));
    }

    private static CohortStep Keep(string name, string where) => new() { Name = name, Title = name, Kind = CohortStepKind.Keep, Where = where };

    private static string Row(int index, string image, string patient, string projection, string method, string labels) =>
        $"{index},{image},47,20140915,s{index},{patient},1930.0,F,POSTEROANTERIOR,{projection},Manual review of DICOM fields,No,CR,ImagingDynamicsCompanyLtd,MONOCHROME2,"
        + $"0,,,12,2047.0,4095.0,2500,2048,,10,,,-1.42,4765777,\"sin hallazgos , de {index}\nsegunda línea .\",{method},{labels},\"['loc right', '']\",\"[['x', 'loc right']]\",[],[]\n";
}

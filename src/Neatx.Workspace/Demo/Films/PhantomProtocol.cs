using System.Globalization;

namespace Neatx.Workspace.Demo.Films;

/// <summary>A protocol that runs on a phantom set as it lies there: its tables, its films, raters against truth, and a split by patients.</summary>
internal static class PhantomProtocol
{
    /// <summary>The file's name within the set's folder.</summary>
    public const string FileName = "phantom.yaml";

    /// <summary>The file's text.</summary>
    public static string Text(PhantomSetOptions options) => string.Create(CultureInfo.InvariantCulture, $$"""
        # Written by neatx phantom. Nothing here was measured: films, labels and ratings are computed. Run it with
        #     ./neatx run phantom.yaml
        # A sweep of training runs can be added: see the guide's page on training.

        name: phantom
        title: "Phantom chest films"
        synthetic: true
        seed: {{options.Seed}}

        findings:
          Chest drain: {aliases: [chest drain tube]}
          Nasogastric tube: {aliases: [nsg tube]}
          Endotracheal tube:
          Tracheostomy tube:
          Pneumothorax:
          Effusion: {aliases: [pleural effusion]}
          Cardiomegaly:

        datasets:
          phantom:
            title: Phantom films
            table:
              files: {{(options.Format == PhantomTableFormat.Nih ? DemoFiles.Nih : DemoFiles.PadChest)}}
              format: {{(options.Format == PhantomTableFormat.Nih ? "nih_cxr14" : "padchest")}}
            images: {folders: [{{PhantomSet.Images}}], optional: true}

        label_sets:
          reports:
            title: Reports
            kind: report_parsing
            dataset: phantom
            unlisted: negative
            findings: [{{(options.Format == PhantomTableFormat.Nih ? "" : "Chest drain, Nasogastric tube, Endotracheal tube, Tracheostomy tube, ")}}Pneumothorax, Effusion, Cardiomegaly]
          expert:
            title: Expert
            kind: image_review
            dataset: phantom
            table:
              files: {{DemoFiles.ExpertTubes}}
              format: csv
              columns:
                image: ImageID
                findings:
                  Chest drain: Chest_drain_tube
                  Nasogastric tube: NSG_tube
                  Endotracheal tube: Endotracheal_tube
                  Tracheostomy tube: Tracheostomy_tube
                values: {positive: "YES", negative: "NO"}
          truth:
            title: Truth
            kind: image_review
            dataset: phantom
            table:
              files: {{DemoFiles.Truth}}
              format: csv
              columns:
                image: image
                findings:
                  Chest drain: chest_drain_tube
                  Nasogastric tube: nsg_tube
                  Endotracheal tube: endotracheal_tube
                  Tracheostomy tube: tracheostomy_tube
                  Pneumothorax: pneumothorax
                  Effusion: pleural_effusion
                  Cardiomegaly: cardiomegaly
                values: {positive: "1", negative: "0"}

        ratings:
          tubes:
            title: Tubes by two raters
            dataset: phantom
            table:
              files: {{DemoFiles.Ratings}}
              format: csv
              columns:
                image: ImageID
                raters: [a1, a2]
                findings:
                  Chest drain: "Chest_drain_tube_{rater}"
                  Nasogastric tube: "NSG_tube_{rater}"
                  Endotracheal tube: "Endotracheal_tube_{rater}"
                  Tracheostomy tube: "Tracheostomy_tube_{rater}"

        consensus:
          nonexp:
            title: Non-experts
            ratings: tubes
            rule: same-side

        splits:
          patients:
            title: By patients
            of: truth
            labels: truth

        agreement:
          policy: {uncertain: drop, invalid: drop, missing: drop}
          drift: [tubes]
          comparisons:
            sources:
              title: Reports, raters and expert against the truth
              pairs:
                - [truth, reports]
                - [truth, nonexp]
                - [truth, expert]

        """);
}

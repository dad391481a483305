namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Tables whose files are absent or whose columns contradict each other.</summary>
public sealed class TableMistakeTests
{
    [Fact]
    public void Read_Files_ExistAndAreNamedOnce() => Assert.Equal(
        [
            "p.yaml:5:32: datasets.d.table.files: expected the file 'a1.csv' in FOLDER, found none; did you mean 'a.csv'? Check --data, or mark the table 'optional: true'. The file is to be had from somewhere.",
            "p.yaml:6:40: datasets.f.table.files: the file 'a.csv' is named twice; its rows would count twice",
            "p.yaml:6:47: datasets.f.table.files: expected the file 'x/a.csv' in FOLDER, found none. Check --data, or mark the table 'optional: true'.",
            "p.yaml:6:56: datasets.f.table.files: expected a file, found the folder '.'",
        ],
        Scratch.Mistakes(ExampleProtocol.WithFindings + """
            datasets:
              d: {title: D, table: {files: a1.csv, format: image_list, obtain: somewhere}}
              f: {title: F, table: {files: [a.csv, a.csv, x/a.csv, '.'], format: csv, columns: {image: i}}}
            """));

    [Fact]
    public void Read_Formats_AreKnown() => Assert.Equal(
        [
            "p.yaml:5:47: datasets.d.table.format: expected a format (csv, nih_cxr14, nih_bbox, padchest, rsna or image_list), found 'nih_cxr'; did you mean 'nih_cxr14'?",
            "p.yaml:6:3: datasets: expected a name (lower-case letters, digits and any of '_-', a letter first, at most 64), found the text 'E'",
            "p.yaml:6:6: datasets.E: expected the key 'table', found none: The files of the dataset.",
        ],
        Scratch.Mistakes(ExampleProtocol.WithFindings + """
            datasets:
              d: {title: D, table: {files: a.csv, format: nih_cxr}}
              E: {title: E}
            """));

    [Fact]
    public void Read_ProblemOptions_AgreeWithEachOther() => Assert.Equal(
        [
            "p.yaml:5:102: datasets.d.table.max_problem_share: conflicts with 'on_problem: quarantine', which sets rows aside however many; keep one of the two",
            "p.yaml:6:71: datasets.e.table.on_problem: expected a way with unreadable rows (fail or quarantine), found 'stop'",
            "p.yaml:6:96: datasets.e.table.max_problem_share: expected a number from 0 to 1, found the number 2",
        ],
        Scratch.Mistakes(ExampleProtocol.WithFindings + """
            datasets:
              d: {title: D, table: {files: a.csv, format: image_list, on_problem: quarantine, max_problem_share: .1}}
              e: {title: D, table: {files: a.csv, format: image_list, on_problem: stop, max_problem_share: 2}}
            """));

    [Fact]
    public void Read_Columns_HaveOneShape() => Assert.Equal(
        [
            "p.yaml:12:20: datasets.d.table.columns.findings.0: expected the name of a finding, found 'Mas'; did you mean 'Mass'?",
            "p.yaml:13:23: datasets.d.table.columns.finding_list: conflicts with 'findings'; keep one of the two",
            "p.yaml:14:23: datasets.d.table.columns.finding_name: conflicts with 'findings'; keep one of the two",
            "p.yaml:14:23: datasets.d.table.columns.finding_name: conflicts with 'finding_list'; keep one of the two",
            "p.yaml:15:17: datasets.d.table.columns.raters: conflicts with 'rater'; keep one of the two",
            "p.yaml:17:15: datasets.d.table.columns.keep: the column 'age' is one that every table has; choose another name",
            "p.yaml:17:26: datasets.d.table.columns.keep: expected a name (lower-case letters, digits and any of '_', a letter first, at most 64), found the text 'a-b'",
            "p.yaml:18:48: datasets.d.table.columns.values.negative: the text 'yes' already means 'positive'; a text has one meaning, whatever its case",
            "p.yaml:18:58: datasets.d.table.columns.values: unknown key 'neutral' of a meaning of cells; known: positive, negative, uncertain, invalid, missing",
        ],
        Scratch.Mistakes(ExampleProtocol.WithFindings + """
            datasets:
              d:
                title: D
                table:
                  files: a.csv
                  format: csv
                  columns:
                    image: i
                    findings: [Mas]
                    finding_list: x
                    finding_name: y
                    raters: [a]
                    rater: b
                    keep: {age: Age, a-b: x}
                    values: {positive: [YES, 1], negative: [yes, 0], neutral: 2}
            """));

    [Fact]
    public void Read_Columns_FitTheFormat() => Assert.Equal(
        [
            "p.yaml:5:24: datasets.d.table: expected one of findings, finding_list and finding_name, found findings and finding_list with what 'format: nih_cxr14' brings along; use 'format: csv' and name all columns",
            "p.yaml:6:24: datasets.e.table: expected 'columns.image', the column of the image id, found none",
            "p.yaml:6:24: datasets.e.table: expected 'finding_list' beside 'separator', found none",
            "p.yaml:6:24: datasets.e.table: expected 'finding_list' beside 'no_finding', found none",
            "p.yaml:6:24: datasets.e.table: expected 'finding_list' beside 'normalise_names', found none",
            "p.yaml:6:24: datasets.e.table: expected 'finding_name' beside 'value', found none",
            "p.yaml:6:24: datasets.e.table: expected 'columns.values', found none; say which cell texts mean positive and negative",
            "p.yaml:7:24: datasets.f.table: expected the finding 'Pneumonia' among 'findings', as 'format: rsna' labels it, found none; add it there",
        ],
        Scratch.Mistakes(ExampleProtocol.WithFindings + """
            datasets:
              d: {title: D, table: {files: a.csv, format: nih_cxr14, columns: {findings: {Mass: m}, values: {positive: 1}}}}
              e: {title: D, table: {files: a.csv, format: csv, columns: {separator: '|', no_finding: x, normalise_names: true, value: v}}}
              f: {title: F, table: {files: a.csv, format: rsna}}
            """));

    [Fact]
    public void Read_LabelSets_HaveTheColumnsTheyNeed() => Assert.Equal(
        [
            "p.yaml:8:23: label_sets.a.kind: expected a kind of labels (report_parsing, report_review, mixed, image_review, non_expert or model), found 'modle'; did you mean 'model'?",
            "p.yaml:8:52: label_sets.a.unlisted: expected a meaning of unlisted findings (missing or negative), found 'positive'",
            "p.yaml:9:49: label_sets.b.table: expected 'columns.values', found none; say which cell texts mean positive and negative",
            "p.yaml:10:49: label_sets.c.table: expected one of 'columns.findings', 'columns.finding_list' and 'columns.finding_name', found none; say where the findings are",
            "p.yaml:11:49: label_sets.e.table: expected 'columns.raters' for '{rater}' in the column of 'Mass', found none",
            "p.yaml:12:6: label_sets.f: expected 'table', as the dataset 'list' holds no findings of its own, found none",
            "p.yaml:13:52: label_sets.g.findings: expected findings that have a column, found 'Nodule'; known: Mass",
            "p.yaml:14:53: label_sets.h.image_map: expected the key 'to', found none: The column of the dataset's image ids.",
            "p.yaml:14:53: label_sets.h.image_map: expected 'table' beside it, found none; add that or remove this",
            "p.yaml:14:61: label_sets.h.image_map.table: expected 'format: csv' without columns; from and to of the image map name the columns",
        ],
        Scratch.Mistakes(ExampleProtocol.WithDataset + """
              list: {title: L, table: {files: b.csv, format: image_list}}
            label_sets:
              a: {title: A, kind: modle, dataset: d, unlisted: positive}
              b: {title: B, kind: model, dataset: d, table: {files: a.csv, format: csv, columns: {image: i, findings: [Mass]}}}
              c: {title: C, kind: model, dataset: d, table: {files: a.csv, format: image_list}}
              e: {title: E, kind: model, dataset: d, table: {files: a.csv, format: csv, columns: {image: i, findings: {Mass: 'm_{rater}'}, values: {positive: 1}}}}
              f: {title: F, kind: model, dataset: list}
              g: {title: G, kind: model, dataset: d, findings: [Mass, Nodule or mass, Nodule], table: {files: a.csv, format: csv, columns: {image: i, findings: [Mass], values: {positive: 1}}}}
              h: {title: H, kind: model, dataset: d, image_map: {table: {files: a.csv, format: rsna}, from: a}}
            """));

    [Fact]
    public void Read_Ratings_SayWhoRated() => Assert.Equal(
        [
            "p.yaml:7:24: ratings.r.table: expected 'columns.raters' with '{rater}' in the columns of findings, or 'columns.rater', found neither; say who rated",
            "p.yaml:7:24: ratings.r.table: conflict: 'combine_rows' would merge what raters said; remove it",
            "p.yaml:8:38: ratings.s.table: expected 'columns.values', found none; say which cell texts mean positive and negative",
            "p.yaml:9:24: ratings.t.table: conflict: 'values' are for states, and these ratings are certainty grades; remove 'values' or add 'states: true'",
            "p.yaml:9:24: ratings.t.table: expected '{rater}' in the column of every finding, as 'raters' stand side by side, found 1 of 2",
            "p.yaml:9:24: ratings.t.table: expected each of 'raters' once, found one twice",
            "p.yaml:10:24: ratings.u.table: expected 'findings' or 'finding_name' in ratings, found 'finding_list': a list does not say who did not judge",
            "p.yaml:11:24: ratings.v.table: expected 'columns.image', the column of the image id, found none",
            "p.yaml:11:24: ratings.v.table: expected 'value', the column of the certainty, beside 'finding_name', found none",
        ],
        Scratch.Mistakes(ExampleProtocol.WithDataset + """
            ratings:
              r: {title: R, table: {files: a.csv, format: csv, columns: {image: i, findings: {Mass: m}, combine_rows: true}}}
              s: {title: S, states: true, table: {files: a.csv, format: csv, columns: {image: i, rater: r, findings: {Mass: m}}}}
              t: {title: T, table: {files: a.csv, format: csv, columns: {image: i, raters: [a, a], findings: {Mass: 'm_{rater}', Nodule: n}, values: {positive: 1}}}}
              u: {title: U, table: {files: a.csv, format: csv, columns: {image: i, rater: r, finding_list: f}}}
              v: {title: V, table: {files: a.csv, format: csv, columns: {rater: r, finding_name: f}}}
            """));
}

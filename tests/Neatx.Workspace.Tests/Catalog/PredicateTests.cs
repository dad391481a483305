using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>Predicates are text from outside: they may look at the columns of their table and do nothing else.</summary>
public sealed class PredicateTests : IDisposable
{
    private readonly TestRun run = new();
    private readonly Dictionary<string, TableReference> tables;

    public PredicateTests()
    {
        var columns = new ColumnMapping { Image = "i", Patient = "p", View = "v", Age = "a", FindingList = "l", Separator = "|" };
        var images = run.Dataset(columns, run.Write("images.csv", "i,p,v,a,l\na,1,PA,50,x\nb,2,AP,60,y\n"));
        tables = new() { ["images"] = TableReference.Of(images) };
    }

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData("age > 55", "b")]
    [InlineData("view = 'PA' -- the usual", "a")]
    [InlineData("list_contains(findings, 'x') and view in ('PA', 'AP')", "a")]
    [InlineData("len(list_filter(findings, f -> f = 'y')) > 0", "b")]
    [InlineData("regexp_matches(image, '^a') or age between 60 and 70", "a,b")]
    [InlineData("case when view = 'PA' then age = 50 else false end", "a")]
    [InlineData("study is null and labelled", "a,b")]
    public void Keep_Expression_Works(string where, string expected) =>
        Assert.Equal(expected, string.Join(',', run.Rows(Keep(where).Data, "image")));

    [Theory]
    [InlineData("1); COPY (SELECT 1) TO 'x.csv'; --")]
    [InlineData("true); DROP TABLE cohort; SELECT (true")]
    [InlineData("true) FROM read_csv('/etc/passwd') WHERE (true")]
    [InlineData("true), (true")]
    [InlineData("true) UNION SELECT (true")]
    [InlineData("true) ORDER BY (1")]
    [InlineData("true) LIMIT (1")]
    [InlineData("true) GROUP BY (1")]
    [InlineData("true); ATTACH 'x.db'; SELECT (true")]
    public void Keep_MoreThanAnExpression_IsRefused(string where)
    {
        Assert.Matches("^The predicate of cohort 'cohort', step 's' cannot be used: (one expression was expected, and there is more than that\\.|Only SELECT statements.*|syntax error.*) It reads: ", Refusal(where));
        Assert.Single(Directory.GetFiles(Path.Combine(run.Context.Database.Folder, "catalog")));
    }

    [Theory]
    [InlineData("image in (select image from read_csv('/etc/passwd'))")]
    [InlineData("exists (select 1)")]
    [InlineData("(select count(*) from glob('/**')) > 0")]
    public void Keep_Subquery_IsRefused(string where) => Assert.Contains("a subquery was found, which predicates may not have", Refusal(where), StringComparison.Ordinal);

    [Theory]
    [InlineData("random() < 0.5", "random")]
    [InlineData("now() > '2020-01-01'", "now")]
    [InlineData("age > 1 and uuid()::text > 'a'", "uuid")]
    public void Keep_FunctionThatChanges_IsRefused(string where, string name) =>
        Assert.Contains($"the function {name}() gives another value in every run", Refusal(where), StringComparison.Ordinal);

    [Fact]
    public void Keep_Parameter_IsRefused() => Assert.Contains("a parameter (? or $1) was found", Refusal("age > ?"), StringComparison.Ordinal);

    [Fact]
    public void Keep_SyntaxError_SaysWhere() =>
        Assert.Equal("The predicate of cohort 'cohort', step 's' cannot be used: syntax error at or near \")\". It reads: view =", Refusal("view ="));

    [Fact]
    public void Keep_UnknownColumn_NamesTheNearestAndAll() =>
        Assert.Equal("The predicate of cohort 'cohort', step 's' cannot be used: there is no column 'agee'; did you mean 'age'? "
            + "The columns are row, image, patient, study, age, sex, view, findings, findings_raw, labelled. It reads: agee > 5", Refusal("agee > 5"));

    [Theory]
    [InlineData("view = 5")]
    [InlineData("foo(age)")]
    [InlineData("count(*) > 1")]
    [InlineData("repeat('x', 100000000000) = 'x'")]
    public void Keep_WhatDuckDbRefuses_IsToldWithTheColumns(string where)
    {
        var message = Refusal(where);
        Assert.StartsWith("The predicate of cohort 'cohort', step 's' cannot be used: ", message, StringComparison.Ordinal);
        Assert.Contains("The columns are row, image,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Database_FilesOutsideTheRun_AreOutOfReach()
    {
        using var session = run.Context.Database.Open(TestContext.Current.CancellationToken);
        var outside = Path.Combine(run.Folder, "outside.csv");
        File.WriteAllText(outside, "a\n1\n");
        foreach (var sql in new[]
        {
            $"SELECT * FROM read_csv('{outside.Replace("'", "''", StringComparison.Ordinal)}')",
            $"COPY (SELECT 1) TO '{outside.Replace("'", "''", StringComparison.Ordinal)}'",
            "ATTACH 'x.db'", "INSTALL httpfs", "LOAD httpfs", "SET threads = 4", "SET enable_external_access = true", "SELECT * FROM glob('/*')",
        })
        {
            Assert.ThrowsAny<Exception>(() => session.Execute(sql));
        }

        Assert.Equal("a\n1\n", File.ReadAllText(outside));
    }

    private string Refusal(string where) => Assert.Throws<NeatxException>(() => Keep(where)).Message;

    private CohortFlow Keep(string where) => CohortTable.Build(
        new("cohort", "Cohort", "images", [new() { Name = "s", Title = "s", Kind = CohortStepKind.Keep, Where = where }]),
        tables, 1, run.Context, TestContext.Current.CancellationToken);
}

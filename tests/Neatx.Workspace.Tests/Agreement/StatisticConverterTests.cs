using System.Text.Json;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Tests.Agreement;

public sealed class StatisticConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new StatisticConverter() } };

    [Fact]
    public void Write_Defined_HoldsValueErrorAndBothIntervals()
    {
        var statistic = Statistic.Of(1 / 3.0) with
        {
            StandardError = .1,
            Ci = new Interval(.1, .5, .9, "normal"),
            BootstrapCi = new Interval(.2, .4, .9, "bootstrap by patient"),
        };

        var json = JsonSerializer.Serialize(statistic, Options);

        Assert.Equal(
            """{"value":0.3333333333333333,"se":0.1,"ci":[0.1,0.5],"ci_method":"normal","bootstrap_ci":[0.2,0.4],"bootstrap_method":"bootstrap by patient","ci_level":0.9}""",
            json);
    }

    [Fact]
    public void Write_Undefined_IsNullWithItsReason() => Assert.Equal(
        """{"value":null,"undefined":"n = 0"}""", JsonSerializer.Serialize(Statistic.None("n = 0"), Options));

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        Statistic[] statistics =
        [
            Statistic.Of(Math.PI / 4) with { StandardError = 1e-17, Ci = new Interval(-1, 1, .95, "a"), PValue = .03 },
            Statistic.Of(0) with { BootstrapCi = new Interval(0, 0, .99, "b") },
            Statistic.Of(1) with { BootstrapUndefined = "one patient" },
            Statistic.None("all in one category"),
        ];

        foreach (var statistic in statistics)
            Assert.Equal(statistic, JsonSerializer.Deserialize<Statistic>(JsonSerializer.Serialize(statistic, Options), Options));
    }
}

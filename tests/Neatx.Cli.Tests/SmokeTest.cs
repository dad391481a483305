namespace Neatx.Cli.Tests;
public sealed class SmokeTest { [Fact] public void A_B_C() => Assert.True(true); }

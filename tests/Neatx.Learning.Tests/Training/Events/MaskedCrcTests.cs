using Neatx.Learning.Training.Events;

namespace Neatx.Learning.Tests.Training.Events;

/// <summary>RFC 3720, appendix B.4, and the check value of CRC-32C.</summary>
public sealed class MaskedCrcTests
{
    [Fact]
    public void Plain_CheckValue_IsAsPublished() => Assert.Equal(0xe3069283u, MaskedCrc.Plain("123456789"u8));

    [Fact]
    public void Plain_Zeros_AreAsInRfc3720() => Assert.Equal(0x8a9136aau, MaskedCrc.Plain(new byte[32]));

    [Fact]
    public void Plain_Ones_AreAsInRfc3720() => Assert.Equal(0x62a8ab43u, MaskedCrc.Plain([.. Enumerable.Repeat((byte)0xff, 32)]));

    [Fact]
    public void Plain_Counting_IsAsInRfc3720() => Assert.Equal(0x46dd794eu, MaskedCrc.Plain([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
}

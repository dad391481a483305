using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Neatx.Web.People;

/// <summary>Secrets that people and scripts carry: 256 random bits as text. Only their SHA-256 is stored.</summary>
internal static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one, with a prefix by which scanners of source code find it.</summary>
    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

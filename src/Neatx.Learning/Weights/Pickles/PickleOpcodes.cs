namespace Neatx.Learning.Weights.Pickles;

/// <summary>Opcodes in words.</summary>
internal static class PickleOpcodes
{
    /// <summary>Names of two words have an underscore in pickletools.</summary>
    private static readonly string[] FirstWords = ["STACK", "EMPTY", "LONG", "SHORT", "POP", "NEWOBJ", "READONLY", "NEXT"];

    /// <summary>The name in pickletools, "STACK_GLOBAL", or the number of what is none, "0xff".</summary>
    public static string NameOf(PickleOpcode opcode)
    {
        if (!Enum.IsDefined(opcode)) return FormattableString.Invariant($"0x{(byte)opcode:x2}");
        var name = opcode.ToString().ToUpperInvariant();
        var first = Array.Find(FirstWords, word => name.StartsWith(word, StringComparison.Ordinal) && name.Length > word.Length && !char.IsAsciiDigit(name[word.Length]));
        return first is null ? name : $"{first}_{name[first.Length..]}";
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// A build task, compiled by MSBuild: copies an ELF library with one version that it needs of another library made weak, so that the loader warns
/// instead of refusing where the other library is too old. Right only where no symbol of that version is used; docs/adr/0011-libtorch.md.
/// Fields as in the System V ABI and the LSB's "Symbol Versioning".
/// </summary>
public sealed class WeakenVersionNeed : Task
{
    private const int LoadSegment = 1, DynamicSegment = 2;
    private const long StringTable = 5, VersionNeeds = 0x6FFFFFFE, VersionNeedCount = 0x6FFFFFFF;
    private const byte WeakFlag = 2;

    private byte[] _file = new byte[0];

    [Required]
    public string Source { get; set; } = "";

    [Required]
    public string Destination { get; set; } = "";

    [Required]
    public string Version { get; set; } = "";

    public override bool Execute()
    {
        _file = File.ReadAllBytes(Source);
        if (_file.Length < 64 || Read(0, 4) != 0x464C457F || _file[4] != 2 || _file[5] != 1)
        {
            Log.LogError("{0} is not a 64-bit little-endian ELF file.", Source);
            return false;
        }

        Weaken();
        // Whole or not at all, however many builds run: the last one to rename wins, with the same content.
        var folder = Path.GetDirectoryName(Path.GetFullPath(Destination));
        Directory.CreateDirectory(folder);
        var making = Path.Combine(folder, "." + Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(making, _file);
        try
        {
            File.Move(making, Destination);
        }
        catch (IOException)
        {
            File.Delete(making);
            if (!File.Exists(Destination)) throw;
        }

        return true;
    }

    /// <summary>Follows the tables that the loader follows: dynamic segment, list of needed libraries, list of versions of each.</summary>
    private void Weaken()
    {
        var dynamic = ReadDynamic();
        long strings, needs;
        if (!dynamic.TryGetValue(StringTable, out strings) || !dynamic.TryGetValue(VersionNeeds, out needs)) return;
        var need = Place(needs);
        for (var left = dynamic[VersionNeedCount]; left > 0; left--)
        {
            var entry = need + Read(need + 8, 4);
            for (var entries = Read(need + 2, 2); entries > 0; entries--)
            {
                if (Name(Place(strings) + Read(entry + 8, 4)) == Version) _file[entry + 4] |= WeakFlag;
                entry += Read(entry + 12, 4);
            }

            need += Read(need + 12, 4);
        }
    }

    private Dictionary<long, long> ReadDynamic()
    {
        var found = new Dictionary<long, long>();
        foreach (var header in Headers())
        {
            if (Read(header, 4) != DynamicSegment) continue;
            for (var at = Read(header + 8, 8); Read(at, 8) != 0; at += 16) found[Read(at, 8)] = Read(at + 8, 8);
        }

        return found;
    }

    /// <summary>Where in the file an address lies.</summary>
    private long Place(long address)
    {
        foreach (var header in Headers())
        {
            var start = Read(header + 16, 8);
            if (Read(header, 4) == LoadSegment && address >= start && address < start + Read(header + 32, 8)) return address - start + Read(header + 8, 8);
        }

        throw new InvalidDataException(Source + " has no segment for address " + address);
    }

    private IEnumerable<long> Headers()
    {
        for (var i = 0; i < Read(56, 2); i++) yield return Read(32, 8) + (i * Read(54, 2));
    }

    private long Read(long at, int bytes)
    {
        long value = 0;
        for (var i = bytes - 1; i >= 0; i--) value = (value << 8) | _file[at + i];
        return value;
    }

    private string Name(long at)
    {
        var end = at;
        while (_file[end] != 0) end++;
        return Encoding.ASCII.GetString(_file, (int)at, (int)(end - at));
    }
}

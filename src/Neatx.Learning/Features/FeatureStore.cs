namespace Neatx.Learning.Features;

/// <summary>The folder of one set: its files of features, and which image is where. Not safe for use by several threads at once.</summary>
internal sealed class FeatureStore : IDisposable
{
    public const string Extension = ".features";

    // What tells a lock that is held from a disk that is full.
    private const int WouldBlockLinux = 11;
    private const int WouldBlockMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>What may be mapped and read before the memory is given back.</summary>
    private const long MostResidentBytes = 512L << 20;

    private readonly string _folder;
    private readonly string _key;
    private readonly Dictionary<string, Segment> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<FeatureKey, StoredFeature> _found = [];
    private readonly List<StoredFeature> _damaged = [];
    private long _resident;

    /// <summary>Opens the folder of a set, which is made where there is none.</summary>
    /// <exception cref="IOException">It cannot be made or read.</exception>
    public FeatureStore(string cacheFolder, FeatureSet set)
    {
        (Set, _key) = (set, set.Key());
        _folder = Directory.CreateDirectory(Path.Combine(cacheFolder, _key)).FullName;
        Refresh();
    }

    public FeatureSet Set { get; }

    /// <summary>The folder of the set.</summary>
    public string Folder => _folder;

    /// <summary>Takes notice of what other processes appended.</summary>
    public void Refresh()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, $"*{Extension}").Order(StringComparer.Ordinal))
        {
            if (!_segments.TryGetValue(path, out var segment))
            {
                if (Segment.Open(path, _key, Set.Bytes()) is not { } opened) continue;
                _segments.Add(path, segment = opened);
            }

            foreach (var (key, feature) in segment.NewEntries()) _found.TryAdd(key, feature);
        }
    }

    public bool Contains(FeatureKey key) => _found.ContainsKey(key);

    /// <summary>Features as numbers.</summary>
    /// <param name="key">Is contained.</param>
    /// <param name="values">As many as an image has.</param>
    public void Read(FeatureKey key, Span<float> values)
    {
        var feature = _found[key];
        FeatureEncoding.Decode(feature.Segment.Payload(feature.Place), Set.Storage, values);
        Touched();
    }

    /// <summary>Compares features with their checksum. Damaged ones are forgotten.</summary>
    /// <returns>True when they are as they were written.</returns>
    public bool Check(FeatureKey key)
    {
        var feature = _found[key];
        var isIntact = feature.Segment.IsIntact(feature);
        if (!isIntact)
        {
            _found.Remove(key);
            _damaged.Add(feature);
        }

        Touched();
        return isIntact;
    }

    /// <summary>Takes away, for all processes, what did not match its checksum. Only for the one that holds the lock.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void RemoveDamaged()
    {
        foreach (var feature in _damaged) feature.Segment.Remove(feature.Place);
        _damaged.Clear();
    }

    /// <summary>Starts a file to append to.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public SegmentWriter NewSegment() => new(_folder, _key, SegmentLayout.Of(Set.Bytes()));

    /// <summary>The lock under which features are computed: one process at a time. Given back by the system when a process is killed.</summary>
    /// <returns>Null where another process has it.</returns>
    public FileStream? TryLock()
    {
        try
        {
            return new FileStream(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException wrong) when (wrong.HResult is WouldBlockLinux or WouldBlockMac or SharingViolation)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var segment in _segments.Values) segment.Dispose();
    }

    private void Touched()
    {
        _resident += Set.Bytes();
        if (_resident < MostResidentBytes) return;
        foreach (var segment in _segments.Values) segment.Release();
        _resident = 0;
    }
}

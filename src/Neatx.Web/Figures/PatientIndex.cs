using System.Runtime.InteropServices;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Figures;

/// <summary>Which images are of one patient and of which pool, four bytes an image; images never change, so only new ones are read. One thread at a time.</summary>
internal sealed class PatientIndex
{
    private readonly Dictionary<(string Dataset, string Patient), int> _numbers = [];
    private readonly List<int> _patients = [];
    private readonly List<byte> _pools = [];

    public void Extend(CampaignReader reader)
    {
        foreach (var image in reader.Images(_patients.Count + 1))
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (image.Dataset, image.Patient), out var isKnown);
            if (!isKnown) number = _numbers.Count - 1;
            _patients.Add(number);
            _pools.Add((byte)image.Pool);
        }
    }

    public int PatientOf(int image) => _patients[image - 1];

    public ImagePool PoolOf(int image) => (ImagePool)_pools[image - 1];
}

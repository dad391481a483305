using Neatx.Imaging;
using Neatx.Learning.Training.Data;

namespace Neatx.Learning.Tests.Training.Data;

public sealed class PixelStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("neatx-pixels-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(100, 1)]
    public void Add_Images_AreFoundByRowAndLeaveNoFile(long mostInMemory, int files)
    {
        using (var store = new PixelStore(_folder.FullName, 4, 20, mostInMemory))
        {
            for (var row = 0; row < 20; row++) store.Add(Image(row));
            Assert.Equal(files, _folder.GetFiles().Length);
            foreach (var row in (int[])[19, 0, 7]) Assert.Equal(Image(row).Pixels.ToArray(), store[row].Pixels.ToArray());
        }

        Assert.Empty(_folder.GetFiles());
    }

    private static PreparedImage Image(int row) => new(4, Enumerable.Range(0, 16).Select(pixel => (ushort)((row * 1000) + pixel)).ToArray());
}

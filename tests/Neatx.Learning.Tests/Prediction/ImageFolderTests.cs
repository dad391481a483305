using Neatx.Learning.Prediction;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Prediction;

public sealed class ImageFolderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void All_NamesThatAreUnique_AreFileNames()
    {
        Make("b/2.png", "a/1.PNG", "a/notes.txt", "3.jpeg");
        Assert.Equal(["3.jpeg", "1.PNG", "2.png"], new ImageFolder(_scratch.Folder).All().Select(item => item.Image));
    }

    [Fact]
    public void All_NamesThatRepeat_ArePaths()
    {
        Make("b/1.png", "a/1.png", "2.png");
        Assert.Equal(["2.png", "a/1.png", "b/1.png"], new ImageFolder(_scratch.Folder).All().Select(item => item.Image));
    }

    [Fact]
    public void Named_ByPathOrUniqueName_AreFound()
    {
        Make("b/1.png", "a/1.png", "b/2.png");
        var items = new ImageFolder(_scratch.Folder).Named(["a/1.png", "2.png", "1.png"]);
        Assert.Equal([_scratch["a/1.png"], _scratch["b/2.png"], _scratch["1.png"]], items.Select(item => item.Path));
    }

    [Fact]
    public void New_NoImages_SaysSo()
    {
        Assert.Contains("holds no image", Assert.Throws<NeatxException>(() => new ImageFolder(_scratch.Folder).All()).Message, StringComparison.Ordinal);
        Assert.Contains("there is no folder", Assert.Throws<NeatxException>(() => new ImageFolder(_scratch["none"])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private void Make(params ReadOnlySpan<string> files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_scratch[file])!);
            File.WriteAllText(_scratch[file], "");
        }
    }
}

namespace Neatx.Cli.Tests.Verbs;

/// <summary>neatx phantom from end to end, on few and small films.</summary>
public sealed class PhantomCommandTests : VerbTests
{
    [Fact]
    public void Phantom_Twice_MakesASetOnceAndSaysWhereItIs()
    {
        string[] arguments = ["phantom", "--out", "set", "--images", "6", "--size", "64", "--format", "padchest", "--masks", "--contact-sheet"];
        var first = Neatx(arguments);
        Assert.Equal((0, "set\n"), (first.Code, first.Output));
        Assert.DoesNotContain(first.Error.Split('\n'), line => line.Length > 80);
        Assert.Equal(6, Directory.GetFiles(Scratch["set/images"]).Length);
        Assert.Equal(6, Directory.GetFiles(Scratch["set/masks/ChestDrain"]).Length);
        Assert.All(["synthetic_padchest.csv.gz", "synthetic_tube_ratings.csv", "synthetic_truth.csv", "phantom.yaml", "contact_sheet.png"], file => Assert.True(File.Exists(Scratch[$"set/{file}"])));

        var again = Neatx(arguments);
        Assert.Matches("films +64 x 64 films of 16 bits +6 +unchanged", again.Error);
    }

    [Fact]
    public void Phantom_NoRoom_SaysWhatToDoAndLeavesNothingHalfWritten()
    {
        // A limit on the size of files stands for a full disk: no test needs to be root.
        var ended = Started.Program(
            "bash",
            Scratch.Folder,
            ["-c", $"trap '' XFSZ; ulimit -f 30; exec {Started.Neatx} phantom --out set --images 4 --size 256"],
            [new("DOTNET_EnableWriteXorExecute", "0")]);
        Assert.Equal(2, ended.Code);
        Assert.Contains("a film cannot be written", ended.Error, StringComparison.Ordinal);
        Assert.Contains("run the same command again", ended.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Scratch["set/images"]));
        Assert.Equal(0, Neatx("phantom", "--out", "set", "--images", "4", "--size", "256").Code);
    }

    [Theory]
    [InlineData("--size: expected a whole number from 64 to 3,000, got 5000.", "--size", "5000")]
    [InlineData("--drain-pneumothorax takes a number between -1 and 1, such as .4, not '1.5'.", "--drain-pneumothorax", "1.5")]
    [InlineData("--drain-pneumothorax: no association of two findings with shares 0.3 and 0.3 has phi -0.7. Take a number from -0.4 to 0.9", "--drain-pneumothorax", "-.7")]
    [InlineData("--format takes one of nih|padchest, not 'dicom'.", "--format", "dicom")]
    public void Phantom_WrongInput_SaysWhatWasExpected(string message, params string[] arguments) =>
        Assert.StartsWith(message, Refused(["phantom", .. arguments]), StringComparison.Ordinal);
}

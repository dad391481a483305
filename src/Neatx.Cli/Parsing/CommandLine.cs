using System.CommandLine;
using System.CommandLine.Help;
using Neatx.Cli.Output;
using Neatx.Cli.Verbs;

namespace Neatx.Cli.Parsing;

/// <summary>Reads the command line, runs the verb it names, and turns how that ended into a message and an exit code.</summary>
internal sealed class CommandLine
{
    private readonly Screen _screen;
    private readonly Interruption _interruption;
    private readonly RootCommand _root;

    public CommandLine(Screen screen, Interruption interruption)
    {
        (_screen, _interruption) = (screen, interruption);
        _root = new RootCommand("Neatx turns a chest X-ray dataset with doubtful labels into one that can be trusted and shared.")
        {
            new DemoCommand(screen, interruption),
            new RunCommand(screen, interruption),
            new CheckCommand(screen),
            new AgreementCommand(screen),
            new ConsensusCommand(screen),
            new AucCommand(screen),
            new TrainCommand(screen, interruption),
            new ExportCommand(screen),
            new PredictCommand(screen, interruption),
            new WeightsCommand(screen, interruption),
            new PhantomCommand(screen, interruption),
            new ServeCommand(screen, interruption),
            new CampaignCommand(screen, interruption),
        };
        _root.Options.OfType<HelpOption>().Single().Action = new VerbHelp();
    }

    /// <summary>Runs to the end and says how it went.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            var parsed = _root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (arguments.Count == 0) return Fail(UsageMistakes.NoVerb(_root), ExitCode.WrongInput);
            if (UsageMistakes.Of(parsed) is { } mistakes) return Fail(mistakes, ExitCode.WrongInput);
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = _screen.Output, Error = _screen.Error });
        }
        catch (OperationCanceledException)
        {
            return Fail("stopped; what was finished stands, and running it again goes on from there.", _interruption.Code);
        }
        catch (Exception exception) when (exception is NeatxException or IOException or UnauthorizedAccessException)
        {
            return Fail(exception.Message, ExitCode.WrongInput, exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Fail(
                $"something went wrong inside Neatx ({exception.GetType().Name}: {exception.Message}). This is our mistake, not yours. "
                + "Run the same command with NEATX_TRACE=1 set for the details, and please report them.",
                ExitCode.Defect,
                exception);
        }
    }

    private int Fail(string message, int code, Exception? exception = null)
    {
        _screen.Output.Flush();
        _screen.Error.WriteLine($"neatx: {message}");
        if (exception is not null && Environment.GetEnvironmentVariable("NEATX_TRACE") is "1") _screen.Error.WriteLine(exception);
        return code;
    }
}

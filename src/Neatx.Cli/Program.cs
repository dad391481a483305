using Neatx.Cli.Output;
using Neatx.Cli.Parsing;

using var screen = Screen.OfProcess();
using var interruption = new Interruption(screen);
return new CommandLine(screen, interruption).Run(args);

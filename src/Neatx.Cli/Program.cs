using Neatx.Cli.Output;
using Neatx.Cli.Parsing;

using var screen = Screen.OfProcess();
return new CommandLine(screen).Run(args);

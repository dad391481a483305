using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Neatx.Bench;
using Neatx.Bench.Peers;

if (args is ["peers", var folder]) PeerWorker.Serve(folder, Console.In, Console.Out);
// The projects are built anew for it, with all of their libraries: more than two minutes on a busy machine.
else BenchmarkSwitcher.FromAssembly(typeof(AgreementBenchmarks).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15)));

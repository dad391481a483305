using BenchmarkDotNet.Running;
using Neatx.Bench;
using Neatx.Bench.Peers;

if (args is ["peers", var folder]) PeerWorker.Serve(folder, Console.In, Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(AgreementBenchmarks).Assembly).Run(args);

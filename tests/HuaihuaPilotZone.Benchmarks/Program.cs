using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(HuaihuaPilotZone.Benchmarks.FilingBenchmarks).Assembly).Run(args);

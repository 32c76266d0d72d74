using BenchmarkDotNet.Running;
using HuaihuaPilotZone.Benchmarks;

if (args is ["imports", .. var rest]) await ImportMeasurement.RunAsync(rest);
else BenchmarkSwitcher.FromAssembly(typeof(ImportMeasurement).Assembly).Run(args);

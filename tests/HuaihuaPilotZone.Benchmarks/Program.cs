using BenchmarkDotNet.Running;
using HuaihuaPilotZone.Benchmarks;
using HuaihuaPilotZone.Benchmarks.Crash;
using HuaihuaPilotZone.Benchmarks.Zone;

if (args is ["imports", .. var rest]) await ImportMeasurement.RunAsync(rest);
else if (args is ["search", .. var search]) await SearchMeasurement.RunAsync(search);
else if (args is ["roster", .. var roster]) await RosterMeasurement.RunAsync(roster);
else if (args is ["pages", .. var pages]) await PageMeasurement.RunAsync(pages);
else if (args is ["zone", .. var zone]) await ZoneMeasurement.RunAsync(zone);
else if (args is ["events", .. var events]) await EventsMeasurement.RunAsync(events);
else if (args is ["crash", .. var crash]) await CrashDrill.RunAsync(crash);
else if (args is ["lighthouse", .. var audited]) await LighthouseMeasurement.RunAsync(audited);
else if (args is ["bare", var port, var from]) await BareServer.RunAsync(port, new Uri(from));
else BenchmarkSwitcher.FromAssembly(typeof(ImportMeasurement).Assembly).Run(args);

using HuaihuaPilotZone.Benchmarks.Crash;

namespace HuaihuaPilotZone.Tests.Lasting;

/// <summary>The built portal, killed in the middle of its work: a small drill of those that the benchmarks run longer.</summary>
public sealed class SurvivingCrashesTests(ITestOutputHelper output)
{
    private const int Kills = 2;
    private const int Seed = 20261129;

    [Fact]
    public async Task After_two_kills_everything_acknowledged_is_there_once_and_nothing_by_halves()
    {
        using var log = new StringWriter();

        var result = await CrashDrill.RunAsync(Kills, Seed, log);

        output.WriteLine(log + result.Summary);
        Assert.Empty(result.Offences);
        Assert.DoesNotContain(" 0 ", $" {result.Summary}", StringComparison.Ordinal);
    }
}

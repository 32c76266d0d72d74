using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Tests.Running;

/// <summary>There is a log, and it is kept for six months.</summary>
public sealed class KeepingTheLogTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-log-").FullName;

    [Theory]
    [InlineData("179")]
    [InlineData("0")]
    public void A_shorter_time_stops_the_start(string days) =>
        Assert.Contains("180", Assert.Throws<SetupException>(() => Settings.Of(("Logs:RetainedDays", days)).AddPortalLogging()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_log_that_cannot_be_written_stops_the_start()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        Assert.Contains("Logs:Folder", Assert.Throws<SetupException>(() => Settings.Of(("Logs:Folder", file)).AddPortalLogging()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_many_instances_and_of_one_day_count_by_their_day()
    {
        // more files than days, all of them young enough, and one that is too old
        for (var i = 0; i < 300; i++) await File.WriteAllTextAsync(Path.Combine(_folder, $"portal-{DateTime.Today.AddDays(-(i / 2)):yyyyMMdd}{(i % 2 == 0 ? "" : "_001")}.jsonl"), "", TestContext.Current.CancellationToken);
        var old = Path.Combine(_folder, $"portal-{DateTime.Today.AddDays(-250):yyyyMMdd}.jsonl");
        await File.WriteAllTextAsync(old, "", TestContext.Current.CancellationToken);

        await using (var portal = Portal.Own(("Logs:Folder", _folder))) await portal.Visit().OpenAsync("/about");

        Assert.False(File.Exists(old));
        Assert.True(Directory.GetFiles(_folder, "portal-*.jsonl").Length >= 300);
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

/// <summary>Files of enterprises, and what somebody does with them at the park desk.</summary>
internal static class RosterFiles
{
    public const string Home = "/park/imports";

    private static readonly string[] _headings = ["企业名称", "统一社会信用代码", "企业类型", "阶段", "阶段日期", "片区", "联系人", "联系电话", "地址", "行业标签"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A row that passes, of an enterprise that nobody else has.</summary>
    public static string[] Row(string name, string? code = null) =>
        [name, code ?? CreditCode.Next(), "跨境电商", "签约", "2026-06-01", "主港区", "示例联系人", "000-00000001", "示例路 1 号", "箱包皮具、电商服务"];

    /// <summary>A row with one cell changed.</summary>
    public static string[] With(this string[] row, string heading, string value) => [.. row.Select((cell, i) => _headings[i] == heading ? value : cell)];

    public static byte[] Csv(params IReadOnlyList<string[]> rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(_headings).Select(r => string.Join(',', r.Select(c => $"\"{c}\"")))));

    public static Task<HttpResponseMessage> UploadRosterAsync(this Visitor visitor, string name, byte[] content) =>
        visitor.UploadAsync($"{Home}/new", $"{Home}/new", new() { ["Kind"] = "enterprises", ["Variant"] = "enterprises" }, (name, content));

    /// <summary>Uploads, takes the columns as they were found, waits for the check; gives the address of the batch.</summary>
    public static async Task<string> ImportRosterAsync(this Visitor visitor, string name, params IReadOnlyList<string[]> rows)
    {
        var address = (await visitor.UploadRosterAsync(name, Csv(rows))).LedTo();
        Assert.Equal(address, (await visitor.SubmitAsync(address, [], $"{address}/columns")).LedTo());
        await visitor.WaitAsync(address);
        return address;
    }

    /// <summary>Chooses for all problems of a kind.</summary>
    public static async Task ChooseAsync(this Visitor visitor, string address, string rule, string choice) =>
        Assert.Contains("已修改并重新核对", await visitor.NoticeAfterAsync(await visitor.ForgeAsync(address, $"{address}/kinds", new() { ["RuleId"] = rule, ["Column"] = "decision", ["Act"] = "value", ["To"] = choice })), StringComparison.Ordinal);

    public static async Task<string> ReadTextAsync(this Visitor visitor, string address) => await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(Cancellation);

    /// <summary>A batch of the park, read in and checked by hand: nobody works on jobs but the test.</summary>
    public static async Task<int> CheckedAsync(this Portal portal, string name, params IReadOnlyList<string[]> rows)
    {
        var id = await portal.InScopeAsync(async s =>
        {
            using var content = new MemoryStream(Csv(rows));
            var kept = await s.GetRequiredService<FileCabinet>().KeepAsync(name, content, Cancellation);
            var imports = s.GetRequiredService<ImportService>();
            var added = (await imports.AddAsync(null, "enterprises", "enterprises", kept.Value, Cancellation)).Value;
            var batch = await imports.FindAsync(null, added, Cancellation);
            Assert.True((await imports.MatchAsync(null, added, await imports.ProposeAsync(null, batch!, Cancellation), Cancellation)).IsDone);
            return added;
        });
        Assert.True(await portal.RunAsync());
        Assert.True(await portal.RunAsync());
        return id;
    }

    public static async Task StartAsync(this Portal portal, int id) =>
        Assert.True(await portal.InScopeAsync(async s => (await s.GetRequiredService<ImportService>().CommitAsync(null, id, Cancellation)).IsDone));

    public static Task<bool> RunAsync(this Portal portal) => portal.Services.GetRequiredService<JobRunner>().RunNextAsync(Cancellation);

    /// <summary>That the counts are those of a recount, and every enterprise has its keys.</summary>
    public static async Task IsConsistentAsync(this Portal portal)
    {
        Assert.Equal(0, await portal.InScopeAsync(s => s.GetRequiredService<RosterUpkeep>().RecountAsync(Cancellation)));
        Assert.False(await portal.WithDatabaseAsync(db => db.Enterprises.AnyAsync(e => e.NameKey == "" || !e.Grams.Any(), Cancellation)));
        Assert.False(await portal.WithDatabaseAsync(db => db.Enterprises.GroupBy(e => e.CreditCode).AnyAsync(g => g.Count() > 1, Cancellation)));
    }

    public static Task<int> CountAsync(this Portal portal, string name) => portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => e.Name.StartsWith(name), Cancellation));

    public static string Number(int number) => number.ToString("D4", CultureInfo.InvariantCulture);
}

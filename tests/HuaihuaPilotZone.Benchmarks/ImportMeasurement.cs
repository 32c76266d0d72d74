using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelDataReader;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>
/// Importing a spreadsheet of 100,000 rows (10,000 orders of ten lines) against a bare streaming read of the same file. Not a BenchmarkDotNet
/// class: the memory of the whole process is part of the result, so each measurement is a process of its own:
/// <code>imports make FILE.xlsx</code>, <code>imports bare FILE.xlsx</code>, <code>imports run FILE.xlsx</code>.
/// </summary>
internal static class ImportMeasurement
{
    private const int Orders = 10_000;
    private const int LinesPerOrder = 10;
    private const string Database = "import.db";

    private static readonly string[] _columns =
    [
        "订单编号", "商品金额", "订单运杂费", "订单币制", "运单编号", "运输方式", "运抵国", "指运港", "运费", "运费币制", "保费", "保费币制", "包装种类", "件数", "毛重", "净重",
        "商品货号", "企业商品名称", "商品编码", "商品名称", "规格型号", "条形码", "最终目的国", "币制", "数量", "计量单位", "法定数量", "法定计量单位", "单价", "总价",
    ];

    public static async Task RunAsync(string[] args)
    {
        if (args is not [var what, var path]) throw new ArgumentException("imports make|bare|run FILE.xlsx", nameof(args));
        switch (what)
        {
            case "make":
                await using (var file = File.Create(path)) await SheetWriter.WriteAsync(file, "清单", Rows(), CancellationToken.None);
                Console.WriteLine($"{new FileInfo(path).Length / 1024 / 1024} MB");
                break;
            case "bare":
                Console.WriteLine(Bare(path));
                break;
            default:
                await ImportAsync(path);
                break;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"peak working set {self.PeakWorkingSet64 / 1024 / 1024} MB");
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rows([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        yield return _columns;
        for (var i = 0; i < Orders * LinesPerOrder; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var order = (i / LinesPerOrder).ToString("D6", CultureInfo.InvariantCulture);
            yield return
            [
                $"DD-{order}", "2550", "0", "USD", $"YD-{order}", "3", "USA", "USA264", "0", "USD", "0", "USD", "22", "10", "350", "320",
                $"XB-{i % LinesPerOrder}", "拉杆箱", "4202121000", "拉杆箱", "20 寸，涤纶面，无品牌", "无", "美国", "USD", "10", "个", "32", "千克", "25.5", "255",
            ];
        }
    }

    /// <summary>The least that any import by this reader has to do: every row, every cell.</summary>
    private static string Bare(string path)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var watch = Stopwatch.StartNew();
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(file);
        var (rows, cells) = (0, 0L);
        while (reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not null) cells++;
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"bare: {rows} rows, {cells} cells, {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static async Task ImportAsync(string path)
    {
        var folder = Directory.CreateTempSubdirectory("pilotzone-import-").FullName;
        try
        {
            await MeasuredPortal.MigrateAsync(Path.Combine(folder, Database));
            await using var host = Host(folder);
            await using var scope = host.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var enterprise = await EnterpriseAsync(services.GetRequiredService<PortalDbContext>());
            var id = await MeasureAsync("upload", () => UploadAsync(services, enterprise, path));
            var runner = host.Services.GetRequiredService<JobRunner>();
            foreach (var stage in new[] { "read", "check" }) await MeasureAsync(stage, () => runner.RunNextAsync(CancellationToken.None));
            var db = services.GetRequiredService<PortalDbContext>();
            foreach (var group in await db.ImportGroups.GroupBy(g => g.State).Select(g => new { g.Key, Groups = g.Count(), Rows = g.Sum(x => x.RowCount) }).ToListAsync()) Console.WriteLine($"{group.Key}: {group.Groups} groups, {group.Rows} rows");
            if ((await services.GetRequiredService<ImportService>().CommitAsync(enterprise, id, CancellationToken.None)).IsDone) await MeasureAsync("commit", () => runner.RunNextAsync(CancellationToken.None));
            Console.WriteLine($"{await db.Declarations.CountAsync()} drafts");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> EnterpriseAsync(PortalDbContext db)
    {
        var enterprise = new Enterprise { Name = "示例企业", CreditCode = "91431299MA0000015J", Type = EnterpriseType.Manufacturing, Stage = EnterpriseStage.Signed, StageSince = new DateOnly(2026, 6, 1), CreatedAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch };
        db.Enterprises.Add(enterprise);
        db.FilingProfiles.Add(new FilingProfile { EnterpriseId = 1, PlatformCode = "无", PlatformName = "示例境外平台", CarrierCode = "91431299MA0000023D", CarrierName = "示例承运企业", CustomsOffice = "4900", PortOffice = "7200" });
        await db.SaveChangesAsync();
        return enterprise.Id;
    }

    private static async Task<int> UploadAsync(IServiceProvider services, int enterpriseId, string path)
    {
        await using var file = File.OpenRead(path);
        var kept = await services.GetRequiredService<FileCabinet>().KeepAsync("100000.xlsx", file, CancellationToken.None);
        if (!kept.IsDone) throw new InvalidOperationException(kept.Refusals[0].Message);
        var imports = services.GetRequiredService<ImportService>();
        var id = (await imports.AddAsync(enterpriseId, "lists", "9610", kept.Value, CancellationToken.None)).Value;
        var batch = await imports.FindAsync(enterpriseId, id, CancellationToken.None);
        var matched = await imports.MatchAsync(enterpriseId, id, await imports.ProposeAsync(enterpriseId, batch!, CancellationToken.None), CancellationToken.None);
        return matched.IsDone ? id : throw new InvalidOperationException(matched.Refusals[0].Message);
    }

    private static async Task<T> MeasureAsync<T>(string name, Func<Task<T>> act)
    {
        var watch = Stopwatch.StartNew();
        var result = await act();
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {watch.Elapsed.TotalSeconds:0.0} s, peak so far {self.PeakWorkingSet64 / 1024 / 1024} MB"));
        return result;
    }

    /// <summary>The rooms as the portal registers them, on SQLite in a folder of its own; no worker is started.</summary>
    private static WebApplication Host(string folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Configuration["Files:Folder"] = Path.Combine(folder, "files");
        builder.Configuration["ConnectionStrings:Sqlite"] = $"Data Source={Path.Combine(folder, Database)}";
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(MeasuredPortal.Keys);
        builder.AddPortalRooms();
        return builder.Build();
    }
}

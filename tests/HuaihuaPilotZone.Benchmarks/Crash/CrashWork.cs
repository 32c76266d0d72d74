using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Benchmarks.Crash;

/// <summary>What the clients of the drill need.</summary>
/// <param name="FilerKey">Of the demonstration enterprise that files.</param>
/// <param name="CarrierKey">Of the carrier that reports events.</param>
/// <param name="Departure">With places for some bookings and not for all.</param>
internal sealed record CrashScene(int Enterprise, string FilerKey, string CarrierKey, string Consignment, string Departure);

/// <summary>Lays out work beside the running portal, by the acts that its pages use: what is filed on, booked on, imported and published at its time.</summary>
internal sealed class CrashWork : IAsyncDisposable
{
    private const string Luggage = "91431299MA0000015J";
    private const int Places = 40;

    private static readonly string[] _stops = ["怀化", "凭祥", "河内"];

    private static readonly string[] _columns =
    [
        "订单编号", "商品金额", "订单运杂费", "订单币制", "运单编号", "运输方式", "运抵国", "指运港", "运费", "运费币制", "保费", "保费币制", "包装种类", "件数", "毛重", "净重",
        "商品货号", "企业商品名称", "商品编码", "商品名称", "规格型号", "条形码", "最终目的国", "币制", "数量", "计量单位", "法定数量", "法定计量单位", "单价", "总价",
    ];

    private readonly WebApplication _host;

    public CrashWork(CrashPortal portal)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = portal.Folder });
        builder.Configuration["ConnectionStrings:Sqlite"] = portal.ConnectionString;
        builder.Configuration["Files:Folder"] = portal.Files;
        foreach (var (key, value) in CrashPortal.Keys) builder.Configuration[key] = value;
        builder.Logging.ClearProviders();
        builder.AddPortalRooms();
        _host = builder.Build();
    }

    public async Task<CrashScene> LayOutAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDbContext>();
        var owner = await db.Enterprises.Where(e => e.CreditCode == Luggage).Select(e => e.Id).SingleAsync();
        var carrier = await db.Enterprises.Where(e => e.Type == EnterpriseType.Logistics && e.Stage == EnterpriseStage.Operating).OrderBy(e => e.Id).Select(e => new { e.Id, e.CreditCode }).FirstAsync();
        var data = new ConsignmentData("演练", null, [], [], false, [carrier.CreditCode], null, null, null, null, true, null, [.. _stops.Select(p => new Consignments.StopData(p, null, null))]);
        var consignment = await services.GetRequiredService<ConsignmentDesk>().AddAsync(owner, data, CancellationToken.None);
        var keys = services.GetRequiredService<ApiKeyService>();
        var filer = await keys.IssueAsync(owner, "演练", ApiScopes.All, null, CancellationToken.None);
        var reporter = await keys.IssueAsync(carrier.Id, "演练", ApiScopes.ReportEvents, null, CancellationToken.None);
        return new CrashScene(owner, filer.Value.Token, reporter.Value.Token, consignment.Value, await DepartureAsync(services));
    }

    /// <summary>Texts that are due now, so that the portal publishes them in its next round.</summary>
    public async Task ScheduleAsync(int count, int round)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var due = DateTime.UtcNow;
        db.News.AddRange(Enumerable.Range(0, count).Select(i => new NewsItem
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"演练稿件 {round}-{i}"),
            Slug = string.Create(CultureInfo.InvariantCulture, $"drill-{round}-{i}"),
            Summary = "演练",
            Body = "演练。",
            Column = NewsColumn.Notice,
            Step = EditorialStep.Approved,
            PublishAt = due,
            CreatedAt = due,
            UpdatedAt = due,
            IsDemonstration = true,
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>Keeps one uploaded file with its record.</summary>
    public async Task KeepFileAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var cabinet = scope.ServiceProvider.GetRequiredService<FileCabinet>();
        using var sheet = new MemoryStream();
        await SheetWriter.WriteAsync(sheet, "清单", Rows(1, 0), CancellationToken.None);
        sheet.Position = 0;
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.StoredFiles.Add(cabinet.Record((await cabinet.KeepAsync("drill.xlsx", sheet, CancellationToken.None)).Value, null));
        await db.SaveChangesAsync();
    }

    /// <summary>Hands a sheet in and has it read; the portal checks it.</summary>
    public async Task<int> UploadAsync(int enterprise, int orders, int round)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var sheet = new MemoryStream();
        await SheetWriter.WriteAsync(sheet, "清单", Rows(orders, round), CancellationToken.None);
        sheet.Position = 0;
        var kept = await services.GetRequiredService<FileCabinet>().KeepAsync("drill.xlsx", sheet, CancellationToken.None);
        var imports = services.GetRequiredService<ImportService>();
        var id = (await imports.AddAsync(enterprise, "lists", "9610", kept.Value, CancellationToken.None)).Value;
        var batch = await imports.FindAsync(enterprise, id, CancellationToken.None);
        var matched = await imports.MatchAsync(enterprise, id, await imports.ProposeAsync(enterprise, batch!, CancellationToken.None), CancellationToken.None);
        return matched.IsDone ? id : throw new InvalidOperationException(matched.Refusals[0].Message);
    }

    /// <summary>Has what was checked imported, as soon as it has been.</summary>
    /// <returns>Whether it was ordered now.</returns>
    public async Task<bool> CommitAsync(int enterprise, int batch)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ImportService>().CommitAsync(enterprise, batch, CancellationToken.None)).IsDone;
    }

    /// <summary>Whether its import was ordered, by whomever.</summary>
    public async Task<bool> IsOrderedAsync(int batch)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ImportBatches.AnyAsync(b => b.Id == batch && (b.Stage == ImportStage.Committing || b.Stage == ImportStage.Committed));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        // a connection that lies in the pool is somebody at work on the database
        SqliteConnection.ClearAllPools();
    }

    private static async Task<string> DepartureAsync(IServiceProvider services)
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddDays(10);
        var nodes = await services.GetRequiredService<PortalDbContext>().Nodes.ToDictionaryAsync(n => n.Slug, n => n.Id);
        var data = new ServiceData(
            "DRILL", "演练班列", "Drill", null, null, Weekdays.All, new TimeOnly(10, 0), 24 * 60, Places, day, day, null, null, false, "演练", FigureStatus.Demonstration, null, null,
            [
                new Corridors.Timetable.StopData(nodes["huaihua"], 0, 0, LegMode.Rail),
                new Corridors.Timetable.StopData(nodes["kunming"], 4200, 4200, LegMode.Rail),
            ]);
        var made = await services.GetRequiredService<ServiceDesk>().AddAsync(data, CancellationToken.None);
        return made.IsDone ? string.Create(CultureInfo.InvariantCulture, $"DRILL-{day:yyyyMMdd}") : throw new InvalidOperationException(made.Refusals[0].Message);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rows(int orders, int round, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        yield return _columns;
        for (var i = 0; i < orders; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var order = string.Create(CultureInfo.InvariantCulture, $"{round}-{i:D4}");
            yield return
            [
                $"DRILL-{order}", "2550", "0", "USD", $"DRILLYD-{order}", "3", "USA", "USA264", "0", "USD", "0", "USD", "22", "10", "350", "320",
                "XB-1", "拉杆箱", "4202121000", "拉杆箱", "20 寸，涤纶面，无品牌", "无", "美国", "USD", "100", "个", "320", "千克", "25.5", "2550",
            ];
        }
    }
}

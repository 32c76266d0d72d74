using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.TrainServices;

/// <summary>Trains, ships and lorries that run by a calendar.</summary>
[Area(Policies.ParkDesk)]
public sealed class TrainServicesController(ServiceDesk services, ServicePast past, CalendarImport import, ServiceImport whole, NodeKeeping nodes, CorridorKeeping corridors, ChinaTime time) : Controller
{
    private const string Home = "/park/timetable/services";
    private const string EditView = "Edit";

    private static readonly string[] _head =
        ["班次代码", "名称", "英文名称", "通道", "承运方", "开行日", "开车时间", "截单（开车前小时）", "舱位", "首日", "末日", "停运起", "停运原因", "最低温度", "最高温度", "接收危险品", "停站", "来源性质", "来源"];

    private static readonly string[] _stopsHead = [.. ServiceImport.Columns.Select(c => c.Label)];

    private static readonly SheetImportPage _stopsPage = new(
        "班次和停站", "个班次", "每站一行，班次代码相同的是一个班次。已有的代码修改，没有的新建；没有订舱和单独调整的车次跟着改。",
        "第一行是始发站，只写开车时间；终点站的开车时间留空。时间为当地时间，开车当天是第 1 日。",
        new Crumb("班次", Home), Home + "/stops/import", Home + "/stops.xlsx", ServiceImport.MostRows, ServiceImport.Columns);

    private static readonly SheetImportPage _calendarPage = new(
        "班期", "个班次的班期", "只改已有班次的班期，新班次和停站用“导入班次”；没有订舱和单独调整的车次跟着改。", "开行日写“每天”或“每周二、五”。",
        new Crumb("班次", Home), Home + "/import", Home + "/export.xlsx", CalendarImport.MostRows, CalendarImport.Columns);

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ServiceQuery query, CancellationToken cancellation) =>
        View(new ServiceListPage(
            query,
            query.AsOf is { } day ? await past.ListAsync(query.ToFilter(), day, new PageRequest(query.Page), cancellation) : await services.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation),
            await corridors.ListAsync(cancellation)));

    /// <summary>The calendars in the file can be changed and taken in again.</summary>
    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(ServiceQuery query, CancellationToken cancellation) => Response.SendListAsync("services", "班次", _head, Stream(query), Values, cancellation);

    /// <summary>A row for each stop; the file can be changed and taken in again.</summary>
    [HttpGet(Home + "/stops.csv")]
    [HttpGet(Home + "/stops.xlsx")]
    public Task ExportStops(ServiceQuery query, CancellationToken cancellation) =>
        Response.SendListAsync("service-stops", "班次和停站", _stopsHead, Stream(query).SelectMany(s => s.Stops.Select(stop => (s, stop)).ToAsyncEnumerable()), StopValues, cancellation);

    [HttpGet(Home + "/stops/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult ImportStops() => View(SheetImportPage.ViewName, _stopsPage);

    [HttpPost(Home + "/stops/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> ImportStops(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _stopsPage, whole.ImportAsync, cancellation);

    /// <summary>The calendars alone.</summary>
    [HttpGet(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult Import() => View(SheetImportPage.ViewName, _calendarPage);

    [HttpPost(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> Import(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _calendarPage, import.ImportAsync, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, ServiceForm.New(time.Today), new SuspendForm(), cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Create(ServiceForm form, CancellationToken cancellation)
    {
        if (form.Add)
        {
            AddRow(form);
        }
        else if (ModelState.IsValid)
        {
            var made = await services.AddAsync(form.ToData(await nodes.ChoicesAsync(form.Chosen(), cancellation)), cancellation);
            if (made.IsDone) return Told(made.Value, "班次已新建，车次已排到 60 天以后。");
            ModelState.Show(made.Refusals.Select(ServiceForm.Placed));
        }
        return await ShowAsync(null, form, new SuspendForm(), cancellation);
    }

    /// <param name="asOf">The day as of which it is shown; without it the service of now.</param>
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, int? page, int? turns, DateOnly? asOf, CancellationToken cancellation)
    {
        if (asOf is { } day) return await past.FindAsync(id, day, cancellation) is { } then ? View("Past", new PastServicePage(then, day)) : NotFound();
        return await services.FindAsync(id, cancellation) is { } service ? await ShowAsync(service, ServiceForm.Of(service), new SuspendForm { SuspendedFrom = time.Today }, cancellation, page, turns) : NotFound();
    }

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Edit(int id, ServiceForm form, CancellationToken cancellation)
    {
        if (form.Add)
        {
            AddRow(form);
        }
        else if (ModelState.IsValid)
        {
            var outcome = await services.UpdateAsync(id, form.Version, form.ToData(await nodes.ChoicesAsync(form.Chosen(), cancellation)), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存，没有订舱和单独调整的车次已跟着调整。");
            ModelState.Show(outcome.Refusals.Select(ServiceForm.Placed));
            if (outcome.Refusals is [{ Field: nameof(ServiceData.Seen) }]) ViewData["ProblemsTitle"] = "保存前请核对";
            form.Seen = await services.ForeseeAsync(id, form.CorridorId, cancellation);
        }
        if (await services.FindAsync(id, cancellation) is not { } service) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = service.Version;
        return await ShowAsync(service, form, new SuspendForm { SuspendedFrom = time.Today }, cancellation);
    }

    /// <summary>The next timetable, made while the present one runs.</summary>
    [HttpPost(Home + "/{id:int}/next")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Continue(int id, NextServiceForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var made = await services.ContinueAsync(id, form.Version, form.NextFrom!.Value, form.NextCode!.Trim(), cancellation);
            if (made.IsDone) return Told(made.Value, "新班次已建好，原班次开到前一天为止。接着修改新班次的班期、停站和舱位。");
            ModelState.Show(made.Refusals.Select(NextServiceForm.Placed));
        }
        if (await services.FindAsync(id, cancellation) is not { } service) return NotFound();
        return await ShowAsync(service, ServiceForm.Of(service), new SuspendForm { SuspendedFrom = time.Today }, cancellation, next: form);
    }

    [HttpPost(Home + "/{id:int}/suspend")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Suspend(int id, SuspendForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await services.SuspendAsync(id, form.Version, form.SuspendedFrom!.Value, form.SuspensionReason!.Trim(), cancellation);
            if (outcome.IsDone) return Told(id, "班次已停运。没有订舱的车次已取出时刻表，已订舱的请逐个停开。");
            ModelState.Show(outcome.Refusals);
        }
        return await services.FindAsync(id, cancellation) is { } service ? await ShowAsync(service, ServiceForm.Of(service), form, cancellation) : NotFound();
    }

    [HttpPost(Home + "/{id:int}/resume")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Resume(int id, int version, CancellationToken cancellation)
    {
        if (await services.FindAsync(id, cancellation) is null) return NotFound();
        var outcome = await services.ResumeAsync(id, version, cancellation);
        if (outcome.IsDone) return Told(id, "班次已恢复，车次按班期重新排出。");
        TempData["NoticeTone"] = "bad";
        return Told(id, outcome.Refusals[0].Message);
    }

    private IAsyncEnumerable<ScheduledService> Stream(ServiceQuery query) => query.AsOf is { } day ? past.StreamAsync(query.ToFilter(), day) : services.StreamAsync(query.ToFilter());

    private static IEnumerable<string?> Values(ScheduledService service) =>
    [
        service.Code, service.Name, service.EnglishName, service.Corridor?.Name, service.Carrier, service.Days.Word(), service.LeavesAt.ToString("HH:mm", CultureInfo.InvariantCulture),
        Number((decimal)service.CutOffMinutes / 60), Number(service.Capacity), ListTimes.Of(service.From), ListTimes.Of(service.Until), ListTimes.Of(service.SuspendedFrom), service.SuspensionReason,
        Number(service.LowestTemperature), Number(service.HighestTemperature), service.TakesDangerousGoods ? "是" : "否", string.Join(" → ", service.Stops.Select(s => s.Node!.Name)),
        service.SourceStatus.Word(), service.Source,
    ];

    private static IEnumerable<string?> StopValues((ScheduledService Service, ServiceStop Stop) row)
    {
        var (service, stop) = row;
        var (isFirst, isLast) = (stop.Position == 0, stop.Position == service.Stops.Count - 1);
        var (arrives, leaves) = (ServiceForm.TimeAt(service, stop, stop.ArrivesAfter), ServiceForm.TimeAt(service, stop, stop.LeavesAfter));
        return
        [
            service.Code, service.Name, service.EnglishName, service.Corridor?.Name, service.Carrier, service.Days.Word(), Number((decimal)service.CutOffMinutes / 60), Number(service.Capacity),
            ListTimes.Of(service.From), ListTimes.Of(service.Until), Number(service.LowestTemperature), Number(service.HighestTemperature), service.TakesDangerousGoods ? "是" : "否",
            service.SourceStatus.Word(), service.Source, service.PriceStatus?.Word(), service.PriceSource,
            stop.Node!.Name, isFirst ? null : stop.Leg?.Mode.Word(), isFirst ? null : Number(arrives.Day), isFirst ? null : Time(arrives.Time),
            isLast ? null : Number(leaves.Day), isLast ? null : Time(leaves.Time), Number(stop.YuanPerContainer),
        ];
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private void AddRow(ServiceForm form)
    {
        form.Stops.Add(new StopForm());
        ModelState.Forgive();
    }

    private async Task<IActionResult> ShowAsync(ScheduledService? service, ServiceForm form, SuspendForm suspension, CancellationToken cancellation, int? page = null, int? turns = null, NextServiceForm? next = null)
    {
        // the page shows the service as it is now, so the next attempt is made knowing it
        next ??= new NextServiceForm();
        if (service is not null) (suspension.Version, next.Version) = (service.Version, service.Version);
        var history = service is null ? null : await services.HistoryAsync(service.Id, new PageRequest(page), cancellation);
        return View(EditView, new ServicePage(service, form, suspension, await nodes.ChoicesAsync(form.Chosen(), cancellation), await corridors.ListAsync(cancellation), history)
        {
            Next = next,
            Turns = service is null ? null : await past.TurnsAsync(service.Id, new PageRequest(turns), cancellation),
        });
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}

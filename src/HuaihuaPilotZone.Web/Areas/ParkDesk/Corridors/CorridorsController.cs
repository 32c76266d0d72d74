using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Corridors;

/// <summary>Corridors: what is said of them, their legs in order and their standing through time.</summary>
[Area(Policies.ParkDesk)]
public sealed class CorridorsController(CorridorKeeping corridors, CorridorImport import, StandingImport standings, LegKeeping legs, SuspendedBookings bookings, ChinaTime time) : Controller
{
    private const string Home = "/park/network/corridors";
    private const string EditView = "Edit";

    private static readonly string[] _head =
        ["网址短名", "名称", "英文名称", "状态", "状态依据", "次序", "颜色", "合作方", "说明", "英文说明", "所需单证", "英文所需单证", "联系", "来源", "来源网址", "区段"];

    private static readonly string[] _standingsHead = ["网址短名", "通道", "起始日", "状态", "状态依据"];

    private static readonly SheetImportPage _importPage = new(
        "通道", "条通道", "网址短名已有的修改，没有的新建；状态与现在不同的，从今天起生效。", "颜色写 1 至 4；区段从陆港起依次写成“怀化—甲站（铁路）”，各段之间用分号。",
        new Crumb("通道", Home), Home + "/import", Home + "/export.xlsx", CorridorImport.MostRows, CorridorImport.Columns);

    private static readonly SheetImportPage _standingsPage = new(
        "通道状态", "个状态", "同一通道、同一起始日已有的状态会被取代，旧的留在操作记录里；起始日已到的，最晚一个就是现在的状态。", $"起始日最多提前 {CorridorKeeping.MostDaysAhead} 天，到时自动生效；空着为起初就有。",
        new Crumb("通道", Home), Home + "/standings/import", Home + "/standings.xlsx", StandingImport.MostRows, StandingImport.Columns);

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CorridorQuery query, CancellationToken cancellation) =>
        View(new CorridorListPage(query, await corridors.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), query.AsOf ?? time.Today));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public async Task Export(CorridorQuery query, CancellationToken cancellation) => await Response.SendListAsync("corridors", "通道", _head, (await corridors.AllAsync(query.ToFilter(), cancellation)).ToAsyncEnumerable(), c => Values(c, query.AsOf), cancellation);

    /// <summary>The statuses of all corridors through time.</summary>
    [HttpGet(Home + "/standings.csv")]
    [HttpGet(Home + "/standings.xlsx")]
    public async Task ExportStandings(CancellationToken cancellation) => await Response.SendListAsync(
        "corridor-standings", "通道状态", _standingsHead, (await corridors.AllAsync(new CorridorFilter(), cancellation)).SelectMany(Standings).ToAsyncEnumerable(), values => values, cancellation);

    [HttpGet(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult Import() => View(SheetImportPage.ViewName, _importPage);

    [HttpPost(Home + "/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> Import(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _importPage, import.ImportAsync, cancellation);

    [HttpGet(Home + "/standings/import")]
    [Authorize(Policies.KeepNetwork)]
    public IActionResult ImportStandings() => View(SheetImportPage.ViewName, _standingsPage);

    [HttpPost(Home + "/standings/import")]
    [Authorize(Policies.KeepNetwork)]
    [RequestSizeLimit(SheetUploadFormValidator.MostBytes + 100_000)]
    public Task<IActionResult> ImportStandings(SheetUploadForm form, CancellationToken cancellation) => this.TakeInAsync(form, _standingsPage, standings.ImportAsync, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(null, CorridorForm.New(), new StandingForm(), cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Create(CorridorForm form, CancellationToken cancellation)
    {
        if (form.Add)
        {
            AddRow(form);
        }
        else if (ModelState.IsValid)
        {
            var made = await corridors.AddAsync(form.ToData(), cancellation);
            if (made.IsDone) return Told(made.Value, "通道已新建。");
            ModelState.Show(made.Refusals);
        }
        return await ShowAsync(null, form, new StandingForm(), cancellation);
    }

    /// <param name="asOf">The day as of which it is shown; without it the corridor of now.</param>
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, int? page, int? turns, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await corridors.FindAsync(id, cancellation) is not { } corridor) return NotFound();
        if (asOf is { } day) return await corridors.FindOnAsync(id, day, cancellation) is { } then ? View("Past", new PastCorridorPage(corridor, then, day)) : NotFound();
        return await ShowAsync(corridor, CorridorForm.Of(corridor), new StandingForm(), cancellation, page, turns);
    }

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Edit(int id, CorridorForm form, CancellationToken cancellation)
    {
        if (form.Add)
        {
            AddRow(form);
        }
        else if (ModelState.IsValid)
        {
            var outcome = await corridors.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await corridors.FindAsync(id, cancellation) is not { } corridor) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = corridor.Version;
        return await ShowAsync(corridor, form, new StandingForm(), cancellation);
    }

    [HttpPost(Home + "/{id:int}/standings")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Stand(int id, StandingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await corridors.StandAsync(id, form.Version, form.ToData(), cancellation);
            if (outcome.IsDone) return Told(id, form.From > time.Today ? $"{ListTimes.Of(form.From.Value)} 起状态为“{form.Status!.Value.Word()}”，到时自动生效。" : $"状态已更新为“{form.Status!.Value.Word()}”。");
            ModelState.Show(outcome.Refusals);
            if (outcome.Refusals is [{ Field: nameof(StandingData.Seen) }]) ViewData["ProblemsTitle"] = "保存前请核对";
            form.Seen = await corridors.ForeseeAsync(id, form.Status!.Value, form.From, cancellation);
        }
        return await corridors.FindAsync(id, cancellation) is { } corridor ? await ShowAsync(corridor, CorridorForm.Of(corridor), form, cancellation) : NotFound();
    }

    /// <param name="from">The day for which the status was announced.</param>
    [HttpPost(Home + "/{id:int}/standings/withdraw")]
    [Authorize(Policies.KeepNetwork)]
    public async Task<IActionResult> Withdraw(int id, int version, DateOnly from, CancellationToken cancellation)
    {
        ModelState.Clear();
        var outcome = await corridors.WithdrawAsync(id, version, from, cancellation);
        if (outcome.IsDone) return Told(id, $"{ListTimes.Of(from)} 起的状态已撤销。");
        ModelState.Show(outcome.Refusals);
        return await corridors.FindAsync(id, cancellation) is { } corridor ? await ShowAsync(corridor, CorridorForm.Of(corridor), new StandingForm(), cancellation) : NotFound();
    }

    private static IEnumerable<string?> Values(Corridor corridor, DateOnly? asOf)
    {
        var (status, source) = asOf is { } day ? (corridor.On(day)?.Status, corridor.On(day)?.Source) : (corridor.Status, corridor.StatusSource);
        return
        [
            corridor.Slug, corridor.Name, corridor.EnglishName, status?.Word(), source, Number(corridor.SortOrder), Number(corridor.Colour), corridor.Partners,
            corridor.Description, corridor.EnglishDescription, corridor.Documents, corridor.EnglishDocuments, corridor.Contact, corridor.Source, corridor.SourceAddress,
            string.Join('；', corridor.Legs.Select(l => CorridorImport.Named(l.Leg!))),
        ];
    }

    private static IEnumerable<string?[]> Standings(Corridor corridor) => corridor.Standings.Count == 0
        ? [[corridor.Slug, corridor.Name, null, corridor.Status.Word(), corridor.StatusSource]]
        : corridor.Standings.Select(s => new[] { corridor.Slug, corridor.Name, s.From == DateOnly.MinValue ? null : ListTimes.Of(s.From), s.Status.Word(), s.Source });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void AddRow(CorridorForm form)
    {
        form.Legs.Add(new CorridorLegForm());
        ModelState.Forgive();
    }

    private async Task<IActionResult> ShowAsync(Corridor? corridor, CorridorForm form, StandingForm standing, CancellationToken cancellation, int? page = null, int? turns = null)
    {
        // the page shows the standings as they are now, so the next attempt is made knowing them
        if (corridor is not null) standing.Version = corridor.Version;
        var history = corridor is null ? null : await corridors.HistoryAsync(corridor.Id, new PageRequest(page), cancellation);
        return View(EditView, new CorridorEditPage(corridor, form, standing, await legs.ChoicesAsync(form.Chosen(), cancellation), history)
        {
            On = time.Today,
            Held = corridor is null ? null : await bookings.HeldAsync(corridor, cancellation),
            Turns = corridor is null ? null : await corridors.TurnsAsync(corridor.Id, new PageRequest(turns), cancellation),
        });
    }

    private RedirectResult Told(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Statistics;

/// <summary>Values of indicators: typed by one person, checked and shown by another.</summary>
[Area(Policies.ParkDesk)]
public sealed class StatisticsController(ObservationDesk desk, IndicatorDesk indicators, Actor actor, ChinaTime time) : Controller
{
    private const string Home = "/park/statistics";

    private static readonly string[] _head =
    [
        "指标代码", "系列代码", "期间", "数值", "单位", "限定", "数据状态", "来源", "来源日期", "来源网址", "说明", "英文说明", "指标", "系列", "类型", "公开状态", "录入", "录入时间", "核对", "核对时间",
    ];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ObservationQuery query, CancellationToken cancellation) => View(new ObservationListPage(
        query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await indicators.ChoicesAsync(cancellation), await desk.CountAsync(cancellation)));

    /// <summary>The list as a file; its first columns are those of an import.</summary>
    [HttpGet(Home + "/export.csv")]
    public Task Export(ObservationQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"statistics-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(query.ToFilter(), cancellation), Values, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.KeepFigures)]
    public Task<IActionResult> New(int? series, CancellationToken cancellation) => ShowAsync(new ObservationForm { SeriesId = series }, null, cancellation);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> New(ObservationForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var added = await desk.AddAsync(form.ToData(), cancellation);
            if (added.IsDone) return Done($"{Home}/{added.Value}", "已录入，由另一人核对后公开。");
            ModelState.Show(added.Refusals);
        }
        return await ShowAsync(form, null, cancellation);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } row ? await ShowAsync(ObservationForm.Of(row), row, cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> Edit(int id, ObservationForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } row) return NotFound();
        if (ModelState.IsValid)
        {
            var edited = await desk.UpdateAsync(id, form.Version, form.ToData(), cancellation);
            if (edited.Conflict is { } conflict) return this.ShowConflict(conflict, $"{row.Series!.Indicator!.Name}：{row.Period}", $"{Home}/{id}");
            if (edited.IsDone) return Done($"{Home}/{id}", "已保存，由另一人核对后公开。");
            ModelState.Show(edited.Outcome.Refusals);
        }
        return await ShowAsync(form, row, cancellation);
    }

    [HttpPost(Home + "/{id:int}/publish")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> Publish(int id, int version, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } row) return NotFound();
        var outcome = await desk.PublishAsync(id, version, cancellation);
        if (outcome.IsDone) return Done($"{Home}/{id}", "已核对，公众现在可以看到。");
        ModelState.Clear();
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(ObservationForm.Of(row), row, cancellation);
    }

    [HttpGet(Home + "/{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } row ? View(nameof(Withdraw), PageOf(row, new WithdrawForm { Version = row.Version })) : NotFound();

    [HttpPost(Home + "/{id:int}/withdraw")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> Withdraw(int id, WithdrawForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } row) return NotFound();
        if (!ModelState.IsValid) return View(nameof(Withdraw), PageOf(row, form));
        return Tell(await desk.WithdrawAsync(id, form.Version, form.Reason!.Trim(), cancellation), $"{Home}/{id}", "已撤下，公众不再看到。");
    }

    [HttpPost(Home + "/{id:int}/remove")]
    [Authorize(Policies.KeepFigures)]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation)
    {
        var outcome = await desk.RemoveAsync(id, version, cancellation);
        return Tell(outcome, outcome.IsDone ? Home : $"{Home}/{id}", "已删除，操作记录保留。");
    }

    private static WithdrawPage PageOf(Observation row, WithdrawForm form) => new($"{row.Series!.Indicator!.Name} {row.Period}", "数据", $"{Home}/{row.Id}", form);

    private async Task<IActionResult> ShowAsync(ObservationForm form, Observation? saved, CancellationToken cancellation) => View("Edit", new ObservationPage(
        form, await indicators.ChoicesAsync(cancellation), saved, saved is null ? null : await desk.HistoryAsync(saved.Id, this.HistoryPage(), cancellation),
        saved is not null && saved.EnteredById == actor.UserId));

    private RedirectResult Tell(Outcome outcome, string address, string notice)
    {
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Done(address, outcome.IsDone ? notice : outcome.Refusals[0].Message);
    }

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }

    private static IEnumerable<string?> Values(Observation row)
    {
        static string? Moment(DateTime? utc) => utc is { } at ? ChinaTime.FromUtc(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;
        var (series, indicator) = (row.Series!, row.Series!.Indicator!);
        return
        [
            indicator.Code, series.Code, row.Period, row.Value.ToString("0.#####", CultureInfo.InvariantCulture), indicator.Unit, row.Bound.Word(), row.Status.Word(), row.Source, row.SourceDate,
            row.SourceAddress, row.Note, row.EnglishNote, indicator.Name, series.Name, series.Kind.Word(), row.State.Word(), row.EnteredBy, Moment(row.EnteredAt), row.CheckedBy, Moment(row.CheckedAt),
        ];
    }
}

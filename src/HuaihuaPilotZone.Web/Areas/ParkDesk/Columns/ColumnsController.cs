using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Columns;

/// <summary>The columns of the news and the rhythm expected of them.</summary>
[Area(Policies.ParkDesk)]
public sealed class ColumnsController(NewsColumns columns, ChinaTime time) : Controller
{
    private const string Home = "/park/columns";

    private static readonly string[] _head = ["栏目", "已发布", "最近发布", "更新周期（天）", "超期（天）", "顺序"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ColumnQuery query, CancellationToken cancellation) => View(new ColumnListPage(query, query.ToFilter().Of(await columns.ListAsync(cancellation))));

    [HttpGet(Home + "/export.csv")]
    public async Task Export(ColumnQuery query, CancellationToken cancellation) => await CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"columns-{time.Today:yyyyMMdd}.csv"), _head, query.ToFilter().Of(await columns.ListAsync(cancellation)).ToAsyncEnumerable(), Values, cancellation);

    [HttpGet(Home + "/{column}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(string column, CancellationToken cancellation) =>
        await FindAsync(column, cancellation) is { } state ? View(new ColumnPage(state, ColumnForm.Of(state))) : NotFound();

    [HttpPost(Home + "/{column}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(string column, ColumnForm form, CancellationToken cancellation)
    {
        if (await FindAsync(column, cancellation) is not { } state) return NotFound();
        if (!ModelState.IsValid) return View(new ColumnPage(state, form));
        var outcome = await columns.SetAsync(state.Column, form.Version, form.RhythmDays, form.Position!.Value, cancellation);
        if (outcome.IsDone)
        {
            TempData["Notice"] = "栏目已保存。";
            return Redirect(Home);
        }
        ModelState.Show(outcome.Refusals);
        return View(new ColumnPage(state, form));
    }

    private static IEnumerable<string?> Values(ColumnState column)
    {
        static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
        return [column.Column.Word(), Number(column.Published), ListTimes.Of(column.LastPublishedOn), Number(column.RhythmDays), Number(column.OverdueDays), Number(column.Position)];
    }

    private async Task<ColumnState?> FindAsync(string column, CancellationToken cancellation) =>
        (await columns.ListAsync(cancellation)).FirstOrDefault(c => c.Column.ToString().Equals(column, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="Rhythm">overdue or kept; anything else for both.</param>
public sealed record ColumnQuery(string? Q, string? Rhythm, string? Sort, string? Dir)
{
    public bool? IsOverdue => Rhythm switch
    {
        "overdue" => true,
        "kept" => false,
        _ => null,
    };

    public ColumnFilter ToFilter() => new(Q, IsOverdue, SortChoice.Of(Sort, ColumnSort.Position), SortChoice.IsDescending(Dir));
}

/// <summary>The list: all columns stand on one page.</summary>
public sealed record ColumnListPage(ColumnQuery Query, IReadOnlyList<ColumnState> Columns);

/// <summary>What staff set for a column.</summary>
public sealed class ColumnForm
{
    public int Version { get; set; }

    [Display(Name = "更新周期")]
    public int? RhythmDays { get; set; }

    [Display(Name = "顺序")]
    public int? Position { get; set; }

    public static ColumnForm Of(ColumnState state) => new() { Version = state.Version, RhythmDays = state.RhythmDays, Position = state.Position };
}

public sealed class ColumnFormValidator : AbstractValidator<ColumnForm>
{
    public ColumnFormValidator()
    {
        RuleFor(f => f.RhythmDays).InclusiveBetween(1, ColumnSetting.MostDays).WithMessage("更新周期为 {From} 到 {To} 天，不要求就不填。");
        RuleFor(f => f.Position).NotNull().WithMessage("请填写顺序。").InclusiveBetween(1, 99).WithMessage("顺序为 {From} 到 {To}。");
    }
}

/// <summary>The page of one column.</summary>
public sealed record ColumnPage(ColumnState State, ColumnForm Form);

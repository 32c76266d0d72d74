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

/// <summary>The columns of the news: staff add, rename, order and retire them, and see the rhythm expected of each.</summary>
[Area(Policies.ParkDesk)]
public sealed class ColumnsController(NewsColumns columns, ColumnDesk desk, ChinaTime time) : Controller
{
    private const string Home = "/park/columns";

    private static readonly string[] _head = ["栏目", "英文名称", "代码", "文章种类", "已发布", "最近发布", "更新周期（天）", "超期（天）", "顺序", "状态"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ColumnQuery query, CancellationToken cancellation) => View(new ColumnListPage(query, query.ToFilter().Of(await columns.ListAsync(cancellation))));

    [HttpGet(Home + "/export.csv")]
    public async Task Export(ColumnQuery query, CancellationToken cancellation) => await CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"columns-{time.Today:yyyyMMdd}.csv"), _head, query.ToFilter().Of(await columns.ListAsync(cancellation)).ToAsyncEnumerable(), Values, cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public IActionResult Create() => View(new NewColumnForm());

    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Create(NewColumnForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View(form);
        var outcome = await desk.AddAsync(form.Code!.Trim(), form.Kind!.Value, form.ToDraft(), cancellation);
        if (outcome.IsDone) return Done("栏目已新建，发布第一条内容后对公众显示。");
        ModelState.Show(outcome.Refusals);
        return View(form);
    }

    [HttpGet(Home + "/{column}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(string column, CancellationToken cancellation) =>
        await FindAsync(column, cancellation) is { } state ? View(new ColumnPage(state, ColumnForm.Of(state.Column))) : NotFound();

    [HttpPost(Home + "/{column}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(string column, ColumnForm form, CancellationToken cancellation)
    {
        if (await FindAsync(column, cancellation) is not { } state) return NotFound();
        if (!ModelState.IsValid) return View(new ColumnPage(state, form));
        var outcome = await desk.SetAsync(state.Column.Code, form.Version, form.ToDraft(), cancellation);
        return outcome.IsDone ? Done("栏目已保存。") : Again(state, form, outcome);
    }

    [HttpPost(Home + "/{column}/retire")]
    [Authorize(Policies.EditContent)]
    public Task<IActionResult> Retire(string column, int version, CancellationToken cancellation) =>
        ActAsync(column, state => desk.RetireAsync(state.Column.Code, version, cancellation), "栏目已停用，已发布的内容和网址保留。", cancellation);

    [HttpPost(Home + "/{column}/resume")]
    [Authorize(Policies.EditContent)]
    public Task<IActionResult> Resume(string column, int version, CancellationToken cancellation) =>
        ActAsync(column, state => desk.ResumeAsync(state.Column.Code, version, cancellation), "栏目已恢复使用。", cancellation);

    private async Task<IActionResult> ActAsync(string column, Func<ColumnState, Task<Outcome>> act, string notice, CancellationToken cancellation)
    {
        if (await FindAsync(column, cancellation) is not { } state) return NotFound();
        var outcome = await act(state);
        return outcome.IsDone ? Done(notice) : Again(state, ColumnForm.Of(state.Column), outcome);
    }

    private ViewResult Again(ColumnState state, ColumnForm form, Outcome outcome)
    {
        ModelState.Show(outcome.Refusals);
        return View(nameof(Edit), new ColumnPage(state, form));
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private static IEnumerable<string?> Values(ColumnState state)
    {
        static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
        var column = state.Column;
        return
        [
            column.Name, column.EnglishName, column.Code, column.Kind.Word(), Number(state.Published), ListTimes.Of(state.LastPublishedOn), Number(column.RhythmDays), Number(state.OverdueDays),
            Number(column.Position), column.IsRetired ? "已停用" : "在用",
        ];
    }

    private async Task<ColumnState?> FindAsync(string column, CancellationToken cancellation) =>
        (await columns.ListAsync(cancellation)).FirstOrDefault(c => c.Column.Code.Equals(column, StringComparison.OrdinalIgnoreCase));
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

/// <summary>What staff write of a column.</summary>
public class ColumnForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "更新周期")]
    public int? RhythmDays { get; set; }

    [Display(Name = "顺序")]
    public int? Position { get; set; }

    public static ColumnForm Of(ColumnInfo column) => new()
    {
        Version = column.Version,
        Name = column.Name,
        EnglishName = column.EnglishName,
        RhythmDays = column.RhythmDays,
        Position = column.Position,
    };

    public ColumnDraft ToDraft() => new(Texts.Tidy(Name) ?? "", Texts.Tidy(EnglishName) ?? "", RhythmDays, Position ?? 0);
}

/// <summary>A column that is to be added.</summary>
public sealed class NewColumnForm : ColumnForm
{
    [Display(Name = "代码")]
    public string? Code { get; set; }

    [Display(Name = "文章种类")]
    public ColumnKind? Kind { get; set; }
}

public sealed class ColumnFormValidator : AbstractValidator<ColumnForm>
{
    public ColumnFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。");
        RuleFor(f => f.EnglishName).NotEmpty().WithMessage("请填写英文名称。");
        RuleFor(f => f.Position).NotNull().WithMessage("请填写顺序。");
        RuleFor(f => f).Custom((form, context) =>
        {
            // what is missing is named above
            foreach (var problem in ColumnRules.Problems(form.ToDraft()).Where(p => !IsMissing(form, p.Field))) context.AddFailure(problem.Field, problem.Message);
        });
    }

    private static bool IsMissing(ColumnForm form, string field) => field switch
    {
        nameof(ColumnForm.Name) => string.IsNullOrWhiteSpace(form.Name),
        nameof(ColumnForm.EnglishName) => string.IsNullOrWhiteSpace(form.EnglishName),
        nameof(ColumnForm.Position) => form.Position is null,
        _ => false,
    };
}

public sealed class NewColumnFormValidator : AbstractValidator<NewColumnForm>
{
    public NewColumnFormValidator()
    {
        Include(new ColumnFormValidator());
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择文章种类。").IsInEnum().WithMessage("请选择文章种类。");
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写代码。");
        RuleFor(f => f.Code).Custom((code, context) =>
        {
            if (!string.IsNullOrWhiteSpace(code) && ColumnRules.OfCode(code.Trim()) is { } wrong) context.AddFailure(wrong.Message);
        });
    }
}

/// <summary>The page of one column.</summary>
public sealed record ColumnPage(ColumnState State, ColumnForm Form);

using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Showcase;

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed record ShowcaseQuery(string? Q, ShowcaseKind? Kind, ShowcaseState? State, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || State is not null || !string.IsNullOrWhiteSpace(Q);

    public ShowcaseFilter ToFilter() => new(Q, Kind, State, OldestFirst: !SortChoice.IsDescending(Dir, usual: false));
}

/// <summary>The list, and the row on which a decision was refused.</summary>
public sealed record ShowcasePage(ShowcaseQuery Query, Page<ShowcaseRow> Rows, int? RefusedId = null, string? Reason = null);

/// <summary>A decision on one thing.</summary>
public sealed class ShowcaseDecision
{
    public int Version { get; set; }

    public bool Accept { get; set; }

    public string? Reason { get; set; }
}

public sealed class ShowcaseDecisionValidator : AbstractValidator<ShowcaseDecision>
{
    public ShowcaseDecisionValidator() => RuleFor(f => f.Reason).MaximumLength(ShowcaseItem.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>What enterprises want to show in public.</summary>
[Area(Policies.ParkDesk)]
public sealed class ShowcaseController(ShowcaseDesk showcase, ChinaTime time) : Controller
{
    private const string Home = "/park/showcase";

    private static readonly string[] _head = ["企业", "类别", "名称", "英文名称", "介绍", "编号", "有效期至", "状态", "园区说明", "最近变化"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ShowcaseQuery query, CancellationToken cancellation) => View(new ShowcasePage(query, await ListAsync(query, cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(ShowcaseQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"showcase-{time.Today:yyyyMMdd}.csv"), _head, showcase.StreamAsync(query.ToFilter()),
        row => [row.EnterpriseName, row.Kind.Word(), row.Name, row.EnglishName, row.Text, row.Number, row.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.State.Word(), row.Reason, ListTimes.Of(row.MovedAt)],
        cancellation);

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.KeepRoster)]
    public async Task<IActionResult> Decide(int id, ShowcaseDecision form, string? q, ShowcaseKind? kind, ShowcaseState? state, string? dir, int? page, CancellationToken cancellation)
    {
        var query = new ShowcaseQuery(q, kind, state, dir, page);
        if (ModelState.IsValid)
        {
            var decided = await showcase.DecideAsync(id, form.Version, form.Accept, form.Reason, cancellation);
            if (decided.IsDone)
            {
                TempData["Notice"] = form.Accept ? "已公开，并已通知企业。" : "没有公开，并已通知企业。";
                return Redirect(Home + Request.QueryString);
            }

            ModelState.Show(decided.Refusals);
        }

        return View("Index", new ShowcasePage(query, await ListAsync(query, cancellation), id, form.Reason));
    }

    private Task<Page<ShowcaseRow>> ListAsync(ShowcaseQuery query, CancellationToken cancellation) => showcase.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation);
}

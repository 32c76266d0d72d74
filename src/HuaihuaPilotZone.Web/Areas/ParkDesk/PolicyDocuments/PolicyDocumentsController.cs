using System.Globalization;
using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Public.PolicyDocuments;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.PolicyDocuments;

/// <summary>What the address of the editors' list says.</summary>
public sealed record PolicyDeskQuery(string? Q, PublicationState? State, PolicyTopic? Topic, string? Sort, string? Dir, int? Page)
{
    public PolicyDeskFilter ToFilter() => new(Q, State, Topic, SortChoice.Of(Sort, TextSort.Updated), SortChoice.IsDescending(Dir, usual: Sort is null));
}

/// <summary>The editors' list.</summary>
public sealed record PolicyDeskPage(PolicyDeskQuery Query, Page<PolicyDeskRow> Rows);

/// <summary>Policy documents at the park desk.</summary>
[Area(Policies.ParkDesk)]
public sealed class PolicyDocumentsController(PolicyDesk desk, PolicyLibrary library, PolicyMatcher matcher, PolicyKeywords keywords, ChinaTime time, IMapper mapper) : Controller
{
    private const string EditView = "Edit";

    private static readonly string[] _head = ["索引号", "标题", "文号", "主题分类", "公开属性", "状态", "步骤", "有修改待发布", "定时", "最近修改"];

    [HttpGet("/park/policies")]
    public async Task<IActionResult> Index(PolicyDeskQuery query, CancellationToken cancellation) =>
        View(new PolicyDeskPage(query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet("/park/policies/export.csv")]
    public Task Export(PolicyDeskQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"policies-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(query.ToFilter()),
        row => [row.IndexNumber, row.Title, row.Number, row.Topic.Word(), row.Openness.Word(), row.State.Word(), row.Step.Word(), row.HasChanges ? "是" : "否", ListTimes.Of(row.PublishAt), ListTimes.Of(row.UpdatedAt)], cancellation);

    [HttpGet("/park/policies/new")]
    public Task<IActionResult> Create(CancellationToken cancellation) => ShowAsync(new PolicyForm { Openness = Openness.Proactive }, null, cancellation);

    [HttpPost("/park/policies/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Create(PolicyForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, null, cancellation);
        var made = await desk.CreateAsync(mapper.Map<PolicyDraft>(form), cancellation);
        if (made.IsDone) return Done($"/park/policies/{made.Value}", "草稿已保存，索引号已生成。");
        ModelState.Show(made.Refusals);
        return await ShowAsync(form, null, cancellation);
    }

    [HttpGet("/park/policies/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } saved ? await ShowAsync(mapper.Map<PolicyForm>(saved), saved, cancellation) : NotFound();

    [HttpPost("/park/policies/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, PolicyForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateAsync(id, form.Version, mapper.Map<PolicyDraft>(form), cancellation);
            if (outcome.IsDone) return Done($"/park/policies/{id}", "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await desk.FindAsync(id, cancellation) is not { } saved) return NotFound();
        if (!StaleForm.Renew(ModelState)) return await ShowAsync(form, saved, cancellation);
        form.Version = saved.Version;
        return await ShowAsync(form, saved, cancellation, saved.Body);
    }

    /// <summary>The document as its public page will show it.</summary>
    [HttpGet("/park/policies/{id:int}/preview")]
    [NotForIndexes]
    public async Task<IActionResult> Preview(int id, CancellationToken cancellation) =>
        await library.PreviewAsync(id, cancellation) is { } view
            ? View("/Public/PolicyDocuments/Show.cshtml", PolicyPage.Of(view, await matcher.CriteriaAsync(id, cancellation), time.Today, isPreview: true))
            : NotFound();

    private async Task<IActionResult> ShowAsync(PolicyForm form, PolicyDocument? saved, CancellationToken cancellation, string? savedBody = null) =>
        View(EditView, new PolicyEditPage(
            form, await desk.BodiesAsync(cancellation), await keywords.WordsAsync(cancellation), saved,
            saved?.ValidityOn(time.Today, await library.AmendedOnAsync(saved.Id, cancellation)), savedBody));

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}

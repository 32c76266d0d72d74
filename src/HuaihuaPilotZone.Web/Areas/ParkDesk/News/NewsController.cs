using System.Globalization;
using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Public.News;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.News;

/// <summary>What the address of the editors' list says.</summary>
public sealed record NewsDeskQuery(string? Q, PublicationState? State, string? Column, string? Sort, string? Dir, int? Page)
{
    public NewsDeskFilter ToFilter() => new(Q, State, Column, SortChoice.Of(Sort, TextSort.Updated), SortChoice.IsDescending(Dir, usual: Sort is null));
}

/// <summary>The editors' list.</summary>
public sealed record NewsDeskPage(NewsDeskQuery Query, Page<NewsDeskRow> Rows, ColumnList Columns);

/// <summary>News and notices at the park desk.</summary>
[Area(Policies.ParkDesk)]
public sealed class NewsController(NewsService news, NewsColumns columns, PolicyLibrary policies, ChinaTime time, IMapper mapper) : Controller
{
    private const string EditView = "Edit";

    private static readonly string[] _head = ["标题", "网址短名", "栏目", "状态", "步骤", "有修改待发布", "定时", "首次发布", "最近修改"];

    [HttpGet("/park/news")]
    public async Task<IActionResult> Index(NewsDeskQuery query, CancellationToken cancellation) =>
        View(new NewsDeskPage(query, await news.ListForDeskAsync(query.ToFilter(), new PageRequest(query.Page), cancellation), await columns.ReadAsync(cancellation)));

    [HttpGet("/park/news/export.csv")]
    public async Task Export(NewsDeskQuery query, CancellationToken cancellation)
    {
        var known = await columns.ReadAsync(cancellation);
        await CsvFile.SendAsync(
            Response, string.Create(CultureInfo.InvariantCulture, $"news-{time.Today:yyyyMMdd}.csv"), _head, news.StreamForDeskAsync(query.ToFilter()),
            row => [row.Title, row.Slug, known.NameOf(row.Column), row.State.Word(), row.Step.Word(), row.HasChanges ? "是" : "否", ListTimes.Of(row.PublishAt), ListTimes.Of(row.PublishedAt), ListTimes.Of(row.UpdatedAt)], cancellation);
    }

    [HttpGet("/park/news/new")]
    public async Task<IActionResult> Create(CancellationToken cancellation) => await FormAsync(new NewsForm(), saved: null, cancellation);

    [HttpPost("/park/news/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Create(NewsForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await FormAsync(form, saved: null, cancellation);
        var made = await news.CreateAsync(mapper.Map<NewsDraft>(form), cancellation);
        if (made.IsDone) return Done($"/park/news/{made.Value}", "草稿已保存。");
        ModelState.Show(made.Refusals);
        return await FormAsync(form, saved: null, cancellation);
    }

    [HttpGet("/park/news/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await news.FindAsync(id, cancellation) is { } saved ? await FormAsync(mapper.Map<NewsForm>(saved), saved, cancellation) : NotFound();

    [HttpPost("/park/news/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, NewsForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await news.UpdateAsync(id, form.Version, mapper.Map<NewsDraft>(form), cancellation);
            if (outcome.IsDone) return Done($"/park/news/{id}", "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await news.FindAsync(id, cancellation) is not { } saved) return NotFound();
        if (!StaleForm.Renew(ModelState)) return await FormAsync(form, saved, cancellation);
        form.Version = saved.Version;
        return await FormAsync(form, saved, cancellation, saved.Body);
    }

    /// <summary>The item as its public page will show it.</summary>
    [HttpGet("/park/news/{id:int}/preview")]
    [NotForIndexes]
    public async Task<IActionResult> Preview(int id, CancellationToken cancellation) =>
        await news.FindAsync(id, cancellation) is { } saved
            ? View("/Public/News/Show.cshtml", NewsPage.Of(saved, (await columns.ReadAsync(cancellation)).ColumnOf(saved), saved.InterpretsId is { } policy ? await policies.InterpretedAsync(policy, cancellation) : null, time.Today, isPreview: true))
            : NotFound();

    private async Task<ViewResult> FormAsync(NewsForm form, NewsItem? saved, CancellationToken cancellation, string? savedBody = null) =>
        View(EditView, new NewsEditPage(form, saved, [.. (await columns.ReadAsync(cancellation)).All.Where(c => !c.IsRetired || c.Code == saved?.Column)], savedBody));

    private RedirectResult Done(string address, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(address);
    }
}

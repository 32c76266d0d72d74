using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.ServiceHall;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Public.ServiceHall;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.ServiceHall;

/// <summary>Services at the park desk: drawn up, published whole, withdrawn.</summary>
[Area(Policies.ParkDesk)]
public sealed class ServiceHallController(ServiceItemDesk desk, ServiceCatalogue catalogue, FileCabinet cabinet, ChinaTime time) : Controller
{
    private const string Home = "/park/services";
    private const string EditView = "Edit";

    private static readonly string[] _head = ["事项名称", "网址短名", "阶段", "状态", "首次发布", "最近修改"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ServiceDeskQuery query, CancellationToken cancellation) =>
        View(new ServiceDeskPage(query, await desk.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(ServiceDeskQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"services-{time.Today:yyyyMMdd}.csv"), _head, desk.StreamAsync(query.ToFilter()),
        row => [row.Title, row.Slug, string.Join('、', row.Stages.Select(s => s.Word())), row.State.Word(), ListTimes.Of(row.PublishedAt), ListTimes.Of(row.UpdatedAt)], cancellation);

    [HttpGet(Home + "/new")]
    public IActionResult Create() => Form(new ServiceForm(), null);

    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Create(ServiceForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return Form(form, null);
        var made = await desk.CreateAsync(form.ToDraft(), cancellation);
        if (made.IsDone) return Done(made.Value, "草稿已保存，接着列出办理材料。");
        ModelState.Show(made.Refusals);
        return Form(form, null);
    }

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } saved ? Form(ServiceForm.Of(saved), saved) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, ServiceForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await desk.UpdateAsync(id, form.Version, form.ToDraft(), cancellation);
            if (outcome.IsDone) return Done(id, "修改已保存。");
            ModelState.Show(outcome.Refusals);
        }
        if (await desk.FindAsync(id, cancellation) is not { } saved) return NotFound();
        if (StaleForm.Renew(ModelState)) form.Version = saved.Version;
        return Form(form, saved);
    }

    /// <summary>The service as its public page shows it, published or not.</summary>
    [HttpGet(Home + "/{id:int}/preview")]
    public async Task<IActionResult> Preview(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } saved ? View("/Public/ServiceHall/Show.cshtml", new ServicePage(saved, catalogue.HallContact, IsPreview: true)) : NotFound();

    [HttpPost(Home + "/{id:int}/materials")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> AddMaterial(int id, ServiceMaterialForm form, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, cancellation) is not { } saved) return NotFound();
        if (ModelState.IsValid)
        {
            var kept = form.File is null ? null : await KeepAsync(form.File, cancellation);
            if (kept is { IsDone: false })
            {
                ModelState.Show(kept.Refusals);
            }
            else
            {
                var outcome = await desk.AddMaterialAsync(id, form.Version, new ServiceMaterialDraft(form.Name!.Trim(), FormText.Clean(form.Note), form.IsRequired), kept?.Value, cancellation);
                if (outcome.IsDone) return Done(id, $"已加入“{form.Name.Trim()}”。");
                ModelState.Show(outcome.Refusals);
            }
        }
        return Form(ServiceForm.Of(saved), saved, form);
    }

    [HttpPost(Home + "/{id:int}/materials/{materialId:int}/remove")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> RemoveMaterial(int id, int materialId, int version, CancellationToken cancellation) =>
        Tell(await desk.RemoveMaterialAsync(id, version, materialId, cancellation), id, "材料已删除。");

    /// <summary>Publishes; what is missing stands at its field.</summary>
    [HttpPost(Home + "/{id:int}/publish")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Publish(int id, int version, CancellationToken cancellation)
    {
        var outcome = await desk.PublishAsync(id, version, cancellation);
        if (outcome.IsDone) return Done(id, "已发布，公众现在可以看到。");
        if (await desk.FindAsync(id, cancellation) is not { } saved) return NotFound();
        ModelState.Clear();
        ModelState.Show(outcome.Refusals);
        StaleForm.Renew(ModelState);
        return Form(ServiceForm.Of(saved), saved);
    }

    [HttpGet(Home + "/{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, CancellationToken cancellation) =>
        await desk.FindAsync(id, cancellation) is { } saved ? View(nameof(Withdraw), Page(saved, new WithdrawForm { Version = saved.Version })) : NotFound();

    [HttpPost(Home + "/{id:int}/withdraw")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Withdraw(int id, WithdrawForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await desk.FindAsync(id, cancellation) is { } saved ? View(nameof(Withdraw), Page(saved, form)) : NotFound();
        return Tell(await desk.WithdrawAsync(id, form.Version, form.Reason!.Trim(), cancellation), id, "已撤回，公众不再看到。");
    }

    private static WithdrawPage Page(ServiceItem item, WithdrawForm form) => new(item.Title, "事项", AddressOf(item.Id), form);

    private static string AddressOf(int id) => string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}");

    private ViewResult Form(ServiceForm form, ServiceItem? saved, ServiceMaterialForm? material = null) => View(EditView, new ServiceEditPage(form, saved, catalogue.HallContact, material ?? new ServiceMaterialForm()));

    private async Task<Outcome<KeptFile>> KeepAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        // everybody may fetch a blank form; what its authors noted in it goes where it can be taken out
        var kept = await cabinet.KeepCleanAsync(file.FileName, content, acceptsTraces: true, cancellation);
        return kept.IsDone ? kept.Value.File : Outcome.Refused(kept.Refusals);
    }

    private RedirectResult Tell(Outcome outcome, int id, string notice)
    {
        if (outcome.IsDone) return Done(id, notice);
        TempData["NoticeTone"] = "bad";
        return Done(id, outcome.Refusals[0].Message);
    }

    private RedirectResult Done(int id, string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(AddressOf(id));
    }
}

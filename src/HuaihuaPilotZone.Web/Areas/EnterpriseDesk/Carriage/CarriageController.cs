using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using HuaihuaPilotZone.Web.Shared.Consignments;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Carriage;

/// <summary>A file of events to hand in.</summary>
public sealed class EventUploadForm
{
    public IFormFile? Upload { get; set; }
}

public sealed class EventUploadFormValidator : AbstractValidator<EventUploadForm>
{
    private const int MostBytes = 2 * 1024 * 1024;

    public EventUploadFormValidator() => RuleFor(f => f.Upload).Cascade(CascadeMode.Stop).NotNull().WithMessage("请选择文件。").Must(f => f!.Length <= MostBytes).WithMessage("文件不能超过 2 MB。");
}

/// <summary>The address bar of the page.</summary>
public sealed record CarriageQuery(string? Q, EventKind? Kind, EventClassifier? Classifier, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || Classifier is not null || !string.IsNullOrWhiteSpace(Q);

    public EventFilter ToFilter(int provider) => new(Q, Kind, Classifier, provider, OldestFirst: !SortChoice.IsDescending(Dir, usual: true));
}

/// <summary>What a provider carries and what it has reported.</summary>
/// <param name="Open">The newest open consignments that name it.</param>
/// <param name="Taken">What became of the file that was just handed in.</param>
public sealed record CarriagePage(CarriageQuery Query, Page<ConsignmentRow> Open, Page<EventRow> Events, IReadOnlyList<EventResult>? Taken = null)
{
    public IReadOnlyList<EventResult> Refused => [.. (Taken ?? []).Where(r => r.Answer == EventAnswer.Refused)];
}

/// <summary>For logistics enterprises: consignments that name them, and events handed in as a file.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class CarriageController(ConsignmentDesk consignments, EventLists events, EventCalls calls, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/carriage";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(CarriageQuery query, CancellationToken cancellation) => View(await PageAsync(query, null, cancellation));

    [HttpPost(Home)]
    public async Task<IActionResult> Index(EventUploadForm form, CancellationToken cancellation)
    {
        IReadOnlyList<EventResult>? taken = null;
        if (ModelState.IsValid)
        {
            using var content = new MemoryStream();
            await form.Upload!.CopyToAsync(content, cancellation);
            content.Position = 0;
            var outcome = await calls.TakeFileAsync(EnterpriseId, form.Upload.FileName, content, cancellation);
            if (outcome.IsDone) taken = outcome.Value.Results;
            else ModelState.Show(outcome.Refusals);
        }
        return View(await PageAsync(new CarriageQuery(null, null, null, null, null), taken, cancellation));
    }

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(CarriageQuery query, CancellationToken cancellation) => EventFile.SendAsync(Response, events.StreamAsync(query.ToFilter(EnterpriseId)), cancellation);

    /// <summary>The head of the file with an example.</summary>
    [HttpGet(Home + "/template.csv")]
    public Task Template(CancellationToken cancellation) => CsvFile.SendAsync(
        Response, "events-template.csv", [.. EventSheet.Columns.Select(c => c.Title)], new[] { EventSheet.Columns.Select(c => c.Example) }.ToAsyncEnumerable(), row => row, cancellation);

    private async Task<CarriagePage> PageAsync(CarriageQuery query, IReadOnlyList<EventResult>? taken, CancellationToken cancellation) => new(
        query, await consignments.ListAsync(new ConsignmentFilter(State: ConsignmentState.Open, ProviderId: EnterpriseId), new PageRequest(), cancellation),
        await events.ListAsync(query.ToFilter(EnterpriseId), new PageRequest(query.Page), cancellation), taken);
}

using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Rfqs;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Inquiries;

/// <summary>A quote, or the reason for none.</summary>
public sealed class QuoteForm
{
    public int Version { get; set; }

    [Display(Name = "计价单位")]
    public QuoteBasis? Basis { get; set; }

    [Display(Name = "价格")]
    public decimal? Yuan { get; set; }

    [Display(Name = "时效")]
    public int? Days { get; set; }

    [Display(Name = "有效期至")]
    public DateOnly? ValidUntil { get; set; }

    [Display(Name = "价格包含")]
    public string? Includes { get; set; }

    /// <summary>Says that the provider does not quote.</summary>
    public bool Decline { get; set; }

    [Display(Name = "不报价的原因")]
    public string? Reason { get; set; }
}

public sealed class QuoteFormValidator : AbstractValidator<QuoteForm>
{
    public QuoteFormValidator()
    {
        When(f => !f.Decline, () =>
        {
            RuleFor(f => f.Basis).NotNull().WithMessage("请选择计价单位。").IsInEnum().WithMessage("请选择计价单位。");
            RuleFor(f => f.Yuan).NotNull().WithMessage("请填写价格。");
            RuleFor(f => f.Days).NotNull().WithMessage("请填写时效。");
            RuleFor(f => f.ValidUntil).NotNull().WithMessage("请填写有效期。");
            RuleFor(f => f.Includes).NotEmpty().WithMessage("请写明价格包含什么，便于比较。");
        });
        RuleFor(f => f.Includes).MaximumLength(QuoteInvitation.TextMaxLength).WithMessage("价格包含最多 {MaxLength} 个字。");
        RuleFor(f => f.Reason).MaximumLength(QuoteInvitation.TextMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
    }
}

/// <summary>A request as the provider sees it.</summary>
public sealed record InquiryPage(QuoteInvitation Invitation, QuoteForm Form, bool MayAnswer);

/// <summary>Requests that were sent to this enterprise.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class InquiriesController(QuoteLists lists, QuoteDesk desk, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/inquiries";

    private static readonly string[] _head = ["询价号", "询价企业", "货物", "起运地", "目的地", "询价状态", "本企业答复", "答复期限", "发出时间"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(QuoteQuery query, CancellationToken cancellation) =>
        View(new QuoteListPage<InquiryRow>(query, await lists.InquiriesAsync(EnterpriseId, query.ToFilter() with { Answer = query.StateOf<InvitationState>() }, new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    [HttpGet(Home + "/export.xlsx")]
    public Task Export(QuoteQuery query, CancellationToken cancellation) => Response.SendListAsync("inquiries", "收到的询价", _head, lists.StreamInquiriesAsync(EnterpriseId, query.ToFilter() with { Answer = query.StateOf<InvitationState>() }),
        row => [row.Number, row.CustomerName, row.Goods, row.FromPlace, row.ToPlace, row.RequestState.Word(), row.State.Word(), ListTimes.Of(row.AnswerBy), ListTimes.Of(row.CreatedAt)], cancellation);

    [HttpGet(Home + "/{number}")]
    public Task<IActionResult> Show(string number, CancellationToken cancellation) => ShowAsync(number, null, cancellation);

    [HttpPost(Home + "/{number}")]
    public async Task<IActionResult> Show(string number, QuoteForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = form.Decline
                ? await desk.DeclineAsync(number, EnterpriseId, form.Version, FormText.Clean(form.Reason), cancellation)
                : await desk.QuoteAsync(number, EnterpriseId, form.Version, new QuoteData(form.Basis!.Value, form.Yuan!.Value, form.Days!.Value, form.ValidUntil!.Value, form.Includes!.Trim()), cancellation);
            if (outcome.IsDone)
            {
                TempData["Notice"] = "已答复，并已通知询价企业。";
                return Redirect($"{Home}/{number}");
            }
            ModelState.Show(outcome.Refusals);
            // the page shows what stands there now; who sends again knows it
            form.Version = (await lists.InquiryAsync(number, EnterpriseId, cancellation))?.Version ?? form.Version;
        }
        return await ShowAsync(number, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string number, QuoteForm? form, CancellationToken cancellation)
    {
        if (await lists.InquiryAsync(number, EnterpriseId, cancellation) is not { } invitation) return NotFound();
        var mayAnswer = invitation.Request is { State: RequestState.Open } request && request.AnswerBy >= time.Today;
        return View("Show", new InquiryPage(invitation, form ?? Of(invitation), mayAnswer));
    }

    private QuoteForm Of(QuoteInvitation invitation) => new()
    {
        Version = invitation.Version,
        Basis = invitation.Basis ?? QuoteBasis.PerTeu,
        Yuan = invitation.Cents / 100m,
        Days = invitation.Days,
        ValidUntil = invitation.ValidUntil ?? time.Today.AddDays(14),
        Includes = invitation.State == InvitationState.Quoted ? invitation.Text : null,
    };
}

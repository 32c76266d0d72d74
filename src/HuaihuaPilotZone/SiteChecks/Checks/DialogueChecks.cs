using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>Whether letters and information requests are answered in time.</summary>
public sealed class DialogueChecks(PortalDbContext db, WorkingCalendarSource calendars, ChinaTime time)
{
    /// <summary>More than three months.</summary>
    public const int LetterVetoDays = 90;

    internal async Task<IEnumerable<FoundOnSite>> LookAsync(CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        return [.. await LettersAsync(calendar, cancellation), .. await RequestsAsync(calendar, cancellation)];
    }

    private async Task<IEnumerable<FoundOnSite>> LettersAsync(WorkingCalendar calendar, CancellationToken cancellation)
    {
        var open = await db.Letters.Where(l => l.State != LetterState.Answered).OrderBy(l => l.ReceivedAt).Take(SiteInspector.MostOfOneKind)
            .Select(l => new { l.Number, l.ReceivedAt, l.LimitDays }).ToListAsync(cancellation);
        return open.Select(l =>
        {
            var received = ChinaTime.DayOf(l.ReceivedAt);
            var (days, worked, address) = (time.Today.DayNumber - received.DayNumber, calendar.CountBetween(received, time.Today), $"/park/letters/{l.Number}");
            return days > LetterVetoDays
                ? new FoundOnSite(SiteIndicator.LetterUnanswered, l.Number, true, Invariant($"来信 {l.Number} 已 {days} 天没有答复，超过三个月即一票否决。"), address)
                : worked > l.LimitDays
                    ? new FoundOnSite(SiteIndicator.LetterLate, l.Number, false, Invariant($"来信 {l.Number} 应在 {l.LimitDays} 个工作日内答复，已过 {worked} 个工作日。"), address)
                    : null;
        }).OfType<FoundOnSite>();
    }

    private async Task<IEnumerable<FoundOnSite>> RequestsAsync(WorkingCalendar calendar, CancellationToken cancellation)
    {
        var open = await db.InformationRequests.AsNoTracking().Where(r => r.State == RequestState.Handling || (r.State == RequestState.Received && r.CorrectedOn == null))
            .OrderBy(r => r.Id).Take(SiteInspector.MostOfOneKind).ToListAsync(cancellation);
        return open.Select(r => (Request: r, Due: r.State == RequestState.Handling ? calendar.AnswerDue(r, time.Today)! : calendar.CorrectionDue(r)))
            .Where(r => time.Today > r.Due.Day)
            .Select(r => new FoundOnSite(
                SiteIndicator.RequestLate, r.Request.Number, false, Invariant($"信息公开申请 {r.Request.Number} 应在 {r.Due.Day:yyyy-MM-dd} 前{(r.Request.State == RequestState.Handling ? "答复" : "告知补正或确认")}，已经超过。"),
                $"/park/information-requests/{r.Request.Number}"));
    }
}

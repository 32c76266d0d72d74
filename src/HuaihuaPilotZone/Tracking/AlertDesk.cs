using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tracking;

/// <summary>How far people have come with an alert.</summary>
public enum AlertState
{
    /// <summary>待处理.</summary>
    Open,

    /// <summary>处理中.</summary>
    Acknowledged,

    /// <summary>已关闭.</summary>
    Closed,
}

/// <summary>What a list of alerts is narrowed to and how it is ordered.</summary>
/// <param name="EnterpriseId">Only those of one owner.</param>
/// <param name="ConsignmentNumber">Only those of one consignment.</param>
public sealed record AlertFilter(string? Text = null, AlertState? State = null, AlertRule? Rule = null, int? EnterpriseId = null, string? ConsignmentNumber = null, bool OldestFirst = false);

/// <summary>An alert in a list.</summary>
public sealed record AlertRow(
    int Id, string ConsignmentNumber, int EnterpriseId, string EnterpriseName, AlertRule Rule, string Text, DateTime RaisedAt, DateTime? AcknowledgedAt, string? AcknowledgedBy,
    DateTime? ClosedAt, string? ClosedBy, string? Note, bool IsDemonstration)
{
    public AlertState State => ClosedAt is not null ? AlertState.Closed : AcknowledgedAt is not null ? AlertState.Acknowledged : AlertState.Open;
}

/// <summary>Alerts for the owner and for the park: both may take one on and close it.</summary>
public sealed class AlertDesk(PortalDbContext db, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string Gone = "没有这条预警。";
    private const string Closed = "这条预警已关闭。";

    public Task<Page<AlertRow>> ListAsync(AlertFilter filter, PageRequest page, CancellationToken cancellation) => Rows(filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<AlertRow> StreamAsync(AlertFilter filter) => Rows(filter).AsAsyncEnumerable();

    /// <summary>Takes an alert on, so that others know; of two people the first one counts.</summary>
    /// <param name="enterpriseId">The owner who acts; null for the park.</param>
    public Task<Outcome> AcknowledgeAsync(int id, int? enterpriseId, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var (now, by) = (time.UtcNow, actor.Name);
            var taken = await Open(id, enterpriseId).Where(a => a.AcknowledgedAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.AcknowledgedAt, now).SetProperty(a => a.AcknowledgedBy, by).SetProperty(a => a.Version, a => a.Version + 1), token);
            if (taken == 1) return await WriteAsync(id, ConsignmentActs.AlertAcknowledged, null, token);
            return await Open(id, enterpriseId).Select(a => a.AcknowledgedBy).SingleOrDefaultAsync(token) is { } other ? Outcome.Refused($"{other}已经接手。") : await NotOpenAsync(id, enterpriseId, token);
        },
        cancellation);

    /// <summary>Closes an alert with a note of what was done.</summary>
    /// <param name="enterpriseId">The owner who acts; null for the park.</param>
    public async Task<Outcome> CloseAsync(int id, int? enterpriseId, string? note, CancellationToken cancellation)
    {
        if (note is null) return await IsThereAsync(id, enterpriseId, cancellation) ? Outcome.Refused("Note", "请写明怎样处理的。") : Outcome.Missing(Gone);
        return await db.InTransactionAsync(
            async token =>
            {
                var (now, by) = (time.UtcNow, actor.Name);
                var closed = await Open(id, enterpriseId).ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.ClosedAt, now).SetProperty(a => a.ClosedBy, by).SetProperty(a => a.Note, note).SetProperty(a => a.Version, a => a.Version + 1), token);
                return closed == 1 ? await WriteAsync(id, ConsignmentActs.AlertClosed, note, token) : await NotOpenAsync(id, enterpriseId, token);
            },
            cancellation);
    }

    private async Task<Outcome> NotOpenAsync(int id, int? enterpriseId, CancellationToken cancellation) =>
        await IsThereAsync(id, enterpriseId, cancellation) ? Outcome.Refused(Closed) : Outcome.Missing(Gone);

    private Task<bool> IsThereAsync(int id, int? enterpriseId, CancellationToken cancellation) =>
        db.TransportAlerts.AnyAsync(a => a.Id == id && (enterpriseId == null || a.Consignment!.EnterpriseId == enterpriseId), cancellation);

    private async Task<Outcome> WriteAsync(int id, string act, string? note, CancellationToken cancellation)
    {
        var alert = await db.TransportAlerts.Where(a => a.Id == id).Select(a => new { a.ConsignmentId, a.Consignment!.Number, a.Rule, a.Text }).SingleAsync(cancellation);
        // whoever has the page of the consignment open sees it
        var now = time.UtcNow;
        await db.Consignments.Where(c => c.Id == alert.ConsignmentId).ExecuteUpdateAsync(set => set.SetProperty(c => c.TouchedAt, now), cancellation);
        journal.Write(JournalSubjects.Consignment, alert.Number, act, string.Create(CultureInfo.InvariantCulture, $"{alert.Rule.Word()}：{alert.Text}{(note is null ? null : " ")}{note}"));
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private IQueryable<TransportAlert> Open(int id, int? enterpriseId) =>
        db.TransportAlerts.Where(a => a.Id == id && a.ClosedAt == null && (enterpriseId == null || a.Consignment!.EnterpriseId == enterpriseId));

    private IQueryable<AlertRow> Rows(AlertFilter filter)
    {
        var alerts = db.TransportAlerts.AsNoTracking();
        // from the consignments to their alerts: the other way round all alerts are gone through until enough are found
        if (filter.EnterpriseId is { } enterprise) alerts = alerts.Where(a => db.Consignments.Where(c => c.EnterpriseId == enterprise).Select(c => c.Id).Contains(a.ConsignmentId));
        if (filter.ConsignmentNumber is { } number) alerts = alerts.Where(a => db.Consignments.Where(c => c.Number == number).Select(c => c.Id).Contains(a.ConsignmentId));
        if (filter.Rule is { } rule) alerts = alerts.Where(a => a.Rule == rule);
        alerts = filter.State switch
        {
            AlertState.Open => alerts.Where(a => a.ClosedAt == null && a.AcknowledgedAt == null),
            AlertState.Acknowledged => alerts.Where(a => a.ClosedAt == null && a.AcknowledgedAt != null),
            AlertState.Closed => alerts.Where(a => a.ClosedAt != null),
            _ => alerts,
        };
        if (SearchWord.Of(filter.Text) is { } word) alerts = alerts.Where(a => a.Consignment!.Number.Contains(word) || a.Text.Contains(word) || a.Consignment.Enterprise!.Name.Contains(word));
        var ordered = filter.OldestFirst ? alerts.OrderBy(a => a.Id) : alerts.OrderByDescending(a => a.Id);
        return ordered.Select(a => new AlertRow(
            a.Id, a.Consignment!.Number, a.Consignment.EnterpriseId, a.Consignment.Enterprise!.Name, a.Rule, a.Text, a.RaisedAt, a.AcknowledgedAt, a.AcknowledgedBy, a.ClosedAt, a.ClosedBy, a.Note,
            a.Consignment.IsDemonstration));
    }
}

public static class AlertStateWords
{
    public static string Word(this AlertState state) => state switch
    {
        AlertState.Open => "待处理",
        AlertState.Acknowledged => "处理中",
        AlertState.Closed => "已关闭",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

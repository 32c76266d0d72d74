using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal.Retention;

/// <summary>
/// All rules of the night. Rows that a legal remainder keeps lose what names a person and keep number, days and result; rows that are nothing but a message are deleted.
/// Letters, information requests, subscriptions, jobs and readings end by the clocks of their own rooms.
/// </summary>
internal static class RetentionRules
{
    public static IReadOnlyList<RetentionRule> All { get; } =
    [
        new("notices", "站内消息", o => o.NoticeDays, NoticesAsync),
        new("failed-mails", "没有送达的邮件", o => o.FailedMailDays, FailedMailsAsync),
        new("invitations", "已结束邀请中的姓名和邮箱", o => o.InvitationDays, InvitationsAsync),
        new("applications", "已办结入驻申请中的联系人", o => o.ApplicationDays, ApplicationsAsync),
        new("leads", "已结束招商线索中的联系人和参加人", o => o.LeadDays, LeadsAsync),
        new("imports", "名录导入前的原记录", o => o.ImportDays, ImportsAsync),
        new("successions", "已办结接任申请中的申请人", o => o.SuccessionDays, SuccessionsAsync),
        new("gate-vehicles", "进出场记录中的车牌号", o => o.VehicleDays, VehiclesAsync),
        new("journal-values", "操作记录中修改前后的个人信息", o => o.JournalValueDays, JournalValuesAsync),
        new("consents", "已结束的同意记录", o => o.ProofDays, ConsentsAsync),
        new("requests", "已办结个人信息请求的原因", o => o.ProofDays, RequestsAsync),
    ];

    private static async Task<int> NoticesAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.Notices.Where(n => n.At < before).OrderBy(n => n.Id).Select(n => n.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.Notices.Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<int> FailedMailsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.OutgoingMails.Where(m => m.GivenUpAt != null && m.GivenUpAt < before).OrderBy(m => m.Id).Select(m => m.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.OutgoingMails.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<int> InvitationsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.Invitations.Where(i => i.ExpiresAt < before && (i.Name != "" || i.Email != "")).OrderBy(i => i.Id).Select(i => i.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.Invitations.Where(i => ids.Contains(i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Name, "").SetProperty(i => i.Email, ""), cancellation);
    }

    private static async Task<int> ApplicationsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.EntryApplications.Where(a => a.State != ApplicationState.Submitted && a.DecidedAt < before && a.ContactName != "").OrderBy(a => a.Id).Select(a => a.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.EntryApplications.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.ContactName, "").SetProperty(a => a.ContactPosition, (string?)null).SetProperty(a => a.ContactPhone, "").SetProperty(a => a.ContactEmail, ""), cancellation);
    }

    private static async Task<int> LeadsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var day = Common.ChinaTime.DayOf(step.Before);
        var leads = await db.Leads.Include(l => l.Visits)
            .Where(l => (l.Stage == LeadStage.Lost || l.Stage == LeadStage.Signed) && l.StageSince < day && (l.ContactName != null || l.ContactPhone != null || l.ContactEmail != null || l.Visits.Any(v => v.Participants != null)))
            .OrderBy(l => l.Id).Take(step.Most).ToListAsync(cancellation);
        foreach (var lead in leads)
        {
            (lead.ContactName, lead.ContactPosition, lead.ContactPhone, lead.ContactEmail) = (null, null, null, null);
            foreach (var visit in lead.Visits) visit.Participants = null;
        }
        await db.SaveChangesAsync(cancellation);
        return leads.Count;
    }

    /// <summary>What an import has overwritten; afterwards a withdrawal leaves these records as they are.</summary>
    private static async Task<int> ImportsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var batch = await db.ImportBatches.Where(b => b.ChangedAt < before && (b.Stage == ImportStage.Committed || b.Stage == ImportStage.Undone) && db.ImportedEnterprises.Any(i => i.BatchId == b.Id && i.Before != null))
            .OrderBy(b => b.Id).Select(b => (int?)b.Id).FirstOrDefaultAsync(cancellation);
        if (batch is null) return 0;
        var ids = await db.ImportedEnterprises.Where(i => i.BatchId == batch && i.Before != null).OrderBy(i => i.EnterpriseId).Select(i => i.EnterpriseId).Take(step.Most).ToListAsync(cancellation);
        return await db.ImportedEnterprises.Where(i => i.BatchId == batch && ids.Contains(i.EnterpriseId)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<int> SuccessionsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.Successions.Where(s => s.DecidedAt < before && s.ProtectedPerson != "").OrderBy(s => s.Id).Select(s => s.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.Successions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProtectedPerson, "").SetProperty(s => s.Version, s => s.Version + 1), cancellation);
    }

    private static async Task<int> VehiclesAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.GateMoves.Where(m => m.At < before && m.Vehicle != null).OrderBy(m => m.Id).Select(m => m.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.GateMoves.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Vehicle, (string?)null).SetProperty(m => m.VehicleMark, (string?)null), cancellation);
    }

    private static async Task<int> JournalValuesAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.Journal.Where(l => l.At < before).SelectMany(l => l.Changes).Where(c => c.Personal!.BlankedAt == null).OrderBy(c => c.Id).Select(c => c.Id).Take(step.Most).ToListAsync(cancellation);
        if (ids.Count == 0) return 0;
        var now = step.Now;
        return await db.Set<JournalPersonalValue>().Where(p => ids.Contains(p.JournalChangeId) && p.BlankedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.OldValue, (string?)null).SetProperty(p => p.NewValue, (string?)null).SetProperty(p => p.BlankedAt, now), cancellation);
    }

    private static async Task<int> ConsentsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var ids = await db.ConsentRecords.Where(c => c.EndedAt < before).OrderBy(c => c.Id).Select(c => c.Id).Take(step.Most).ToListAsync(cancellation);
        return ids.Count == 0 ? 0 : await db.ConsentRecords.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<int> RequestsAsync(PortalDbContext db, RetentionStep step, CancellationToken cancellation)
    {
        var before = step.Before;
        var rows = await db.PrivacyRequests.Where(r => r.DecidedAt < before && r.ErasedAt == null).OrderBy(r => r.Id).Take(step.Most).ToListAsync(cancellation);
        foreach (var row in rows) (row.Reason, row.ErasedAt) = ("", step.Now);
        await db.SaveChangesAsync(cancellation);
        return rows.Count;
    }
}

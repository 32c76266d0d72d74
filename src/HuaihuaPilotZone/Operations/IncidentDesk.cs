using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Operations;

/// <summary>
/// Begins and ends incidents and tells administrators, each once: of several instances that see the same, a unique index lets one begin it
/// and one conditional UPDATE lets one end it.
/// </summary>
public sealed class IncidentDesk(PortalDbContext db, OperationsReader reader, Outbox outbox, IOptions<OperationsOptions> options, ChinaTime time)
{
    private const string Board = "/park/operations";

    /// <summary>There is at most one for each rule and subject.</summary>
    private const int MostOpen = 500;

    /// <summary>Looks at everything, begins what is new and ends what is over.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        if (!options.Value.Alerts) return;
        var found = OperationsRules.Find(await reader.FactsAsync(cancellation), options.Value);
        var open = await db.Incidents.AsNoTracking().Where(i => i.EndedAt == null).OrderBy(i => i.Id).Take(MostOpen).ToListAsync(cancellation);
        foreach (var one in found.Where(f => !open.Exists(i => IsSame(i, f)))) await BeginAsync(one, cancellation);
        foreach (var over in open.Where(i => !found.Any(f => IsSame(i, f)))) await EndAsync(over, cancellation);
    }

    private static bool IsSame(Incident incident, FoundIncident found) => incident.Rule == found.Rule && incident.Subject == Subject(found);

    private static string Subject(FoundIncident found) => Texts.Cut(found.Subject, Incident.SubjectMaxLength);

    private static string About(OperationsRule rule, string subject) => subject.Length == 0 ? rule.Word() : $"{rule.Word()}：{subject}";

    private Task<bool> BeginAsync(FoundIncident found, CancellationToken cancellation) => db.TryOnceAsync(
        async token =>
        {
            db.Incidents.Add(new Incident
            {
                Rule = found.Rule,
                Subject = Subject(found),
                Detail = Texts.Cut(found.Detail, Incident.DetailMaxLength),
                OpenedAt = time.UtcNow,
            });
            await TellAsync($"运行告警：{About(found.Rule, Subject(found))}", found.Detail, token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private Task<bool> EndAsync(Incident incident, CancellationToken cancellation) => db.TryOnceAsync(
        async token =>
        {
            var now = time.UtcNow;
            var ended = await db.Incidents.Where(i => i.Id == incident.Id && i.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.EndedAt, now), token);
            if (ended == 0) return Outcome.Refused("ended");
            await TellAsync($"告警解除：{About(incident.Rule, incident.Subject)}", $"{About(incident.Rule, incident.Subject)}已恢复正常，历时 {Math.Ceiling((now - incident.OpenedAt).TotalMinutes):0} 分钟。", token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private Task TellAsync(string title, string text, CancellationToken cancellation) =>
        outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.OperationsAlert, title, text, Board), cancellation);
}

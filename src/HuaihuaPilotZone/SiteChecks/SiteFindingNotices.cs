using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.SiteChecks;

/// <summary>Tells each finding once to those who put it right: the person named for its indicator, or everybody of the role.</summary>
public sealed class SiteFindingNotices(PortalDbContext db, Outbox outbox, PortalJournal journal, ChinaTime time)
{
    /// <summary>What is new beyond this for one audience in one inspection is told in a single sentence.</summary>
    public const int MostSingle = 10;

    private const string Desk = "/park/site-checks";
    private const string Key = "site-checks";

    /// <summary>The people named, by indicator.</summary>
    public async Task<IReadOnlyDictionary<SiteIndicator, int>> KeepersAsync(CancellationToken cancellation) =>
        await db.SiteIndicatorKeepers.ToDictionaryAsync(k => k.Indicator, k => k.UserId, cancellation);

    /// <summary>The staff who can be named: id and name.</summary>
    public async Task<IReadOnlyDictionary<int, string>> StaffAsync(CancellationToken cancellation) => await db.StaffIn(StaffRoles.All)
        .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);

    /// <summary>Names who puts right what is found of an indicator.</summary>
    /// <param name="userId">Null for everybody of the role.</param>
    public async Task<Outcome> NameAsync(SiteIndicator indicator, int? userId, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(indicator)) return Outcome.Refused("没有这项指标。");
        var staff = await StaffAsync(cancellation);
        if (userId is { } wanted && !staff.ContainsKey(wanted)) return Outcome.Refused("UserId", "请选择工作人员。");
        var keeper = await db.SiteIndicatorKeepers.SingleOrDefaultAsync(k => k.Indicator == indicator, cancellation);
        var before = keeper is null ? null : staff.GetValueOrDefault(keeper.UserId);
        if (userId is not { } person)
        {
            if (keeper is not null) db.Remove(keeper);
        }
        else if (keeper is not null) keeper.UserId = person;
        else db.SiteIndicatorKeepers.Add(new SiteIndicatorKeeper { Indicator = indicator, UserId = person });
        journal.Write(JournalSubjects.News, Key, "news.indicator-keeper-set", indicator.Word(), [new FieldChange("责任人", before, userId is { } id ? staff[id] : null)]);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>Adds the notices of everything open that was not told of yet; the caller saves both or neither.</summary>
    internal async Task TellAsync(CancellationToken cancellation)
    {
        var keepers = await KeepersAsync(cancellation);
        var staff = await StaffAsync(cancellation);
        var fresh = db.ChangeTracker.Entries<SiteFinding>().Select(e => e.Entity).Where(f => f is { GoneOn: null, ToldAt: null }).OrderByDescending(f => f.IsVeto).ThenBy(f => f.Indicator).ToList();
        foreach (var group in fresh.GroupBy(f => keepers.TryGetValue(f.Indicator, out var person) && staff.ContainsKey(person) ? (Person: person, Role: "") : (Person: 0, Role: f.Indicator.RoleOf())))
        {
            var audience = group.Key.Role.Length == 0 ? Audience.Person(group.Key.Person) : Audience.Staff(group.Key.Role);
            foreach (var finding in group.Take(MostSingle)) await outbox.NotifyAsync(audience, NoticeOf(finding), cancellation);
            if (group.Count() - MostSingle is > 0 and var more)
                await outbox.NotifyAsync(audience, new NoticeDraft(MessageKind.SiteFinding, $"网站自查：另有 {more} 个问题", $"网站自查还新发现 {more} 个问题，请在“网站自查”里查看。", Desk), cancellation);
            foreach (var finding in group) finding.ToldAt = time.UtcNow;
        }
    }

    private static NoticeDraft NoticeOf(SiteFinding finding) =>
        new(MessageKind.SiteFinding, $"网站自查：{finding.Indicator.Word()}{(finding.IsVeto ? "（一票否决）" : "")}", finding.Text, finding.Address);
}

using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Keeps the names of areas and industries until one of them may have changed.</summary>
public sealed class ConditionMemory(PublicChanges changes, TimeProvider clock) : TopicMemory<RosterChoices>(changes, clock, _topics)
{
    private static readonly PublicTopic[] _topics = [PublicTopic.Enterprises, PublicTopic.Parks];
}

/// <summary>The names of what the conditions of policies speak of: the same for all policies, so they are not read for each, and all in one query.</summary>
public sealed class ConditionNames(PortalDbContext db, ConditionMemory memory)
{
    private const int MostNames = 2_000;

    public Task<RosterChoices> ReadAsync(CancellationToken cancellation) => memory.ReadAsync(ReadNamesAsync, cancellation);

    private async Task<RosterChoices> ReadNamesAsync(CancellationToken cancellation)
    {
        var names = await db.Set<ParkArea>().Select(a => new { IsArea = true, a.SortOrder, a.Id, a.Name })
            .Concat(db.Set<IndustryTag>().Select(t => new { IsArea = false, t.SortOrder, t.Id, t.Name }))
            .OrderBy(n => n.IsArea).ThenBy(n => n.SortOrder).ThenBy(n => n.Id).Take(MostNames).ToListAsync(cancellation);
        return new RosterChoices(
            [.. names.Where(n => n.IsArea).Select(n => new ParkArea { Id = n.Id, Name = n.Name, Source = "", SortOrder = n.SortOrder })],
            [.. names.Where(n => !n.IsArea).Select(n => new IndustryTag { Id = n.Id, Name = n.Name, SortOrder = n.SortOrder })]);
    }
}

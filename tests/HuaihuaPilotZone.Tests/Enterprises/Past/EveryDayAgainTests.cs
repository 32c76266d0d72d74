using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Past;

/// <summary>Whatever is done to the roster on whatever day: looked back at, each day is as it was seen on that day.</summary>
public sealed class EveryDayAgainTests
{
    private const int Days = 12;
    private const int ActsADay = 4;

    private static readonly DateTimeOffset _start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(7)]
    [InlineData(20261129)]
    public async Task Each_day_is_reproduced_as_it_was_known_on_that_day(int seed)
    {
        await using var portal = Portal.Own();
        var random = new Random(seed);
        var (areas, tags) = await portal.WithDatabaseAsync(async db => (
            await db.Set<ParkArea>().OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(Cancellation), await db.Set<IndustryTag>().OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(Cancellation)));
        var seen = new Dictionary<DateOnly, List<string>>();
        for (var day = 0; day < Days; day++)
        {
            portal.Clock.Set(_start.AddDays(day));
            for (var act = 0; act < ActsADay; act++) await ActAsync(portal, random, areas, tags);
            seen[Today(portal)] = await SeenAsync(portal);
        }

        foreach (var (day, then) in seen)
        {
            Assert.Equal(then, await LookBackAsync(portal, new PastQuery(day, day)));
            var counts = await portal.InScopeAsync(s => s.GetRequiredService<PastRoster>().CountAsync(new PastQuery(day, day), Cancellation));
            Assert.Equal(then.Count, counts.Stages!.All);
            Assert.Equal(then.Count, counts.Areas!.Values.Sum());
            await AssertFoundAlikeAsync(portal, day, areas, tags);
        }

        // and what is known now of today is the roster itself
        Assert.Equal(seen[Today(portal)], await LookBackAsync(portal, new PastQuery(Today(portal))));
        await AssertOneAtATimeAsync(portal);
    }

    /// <summary>A short roster and a long one are read along different indexes, and find the same in the same order.</summary>
    private static Task<int> AssertFoundAlikeAsync(Portal portal, DateOnly day, List<int> areas, List<int> tags) => portal.InScopeAsync(async s =>
    {
        var past = s.GetRequiredService<PastRoster>();
        foreach (var query in from known in new DateOnly?[] { null, day }
                              from word in new[] { null, "改", "改名", "更正旧名", "公司", CreditCode.Next() }
                              from facet in Enumerable.Range(0, 5)
                              select new PastQuery(day, known, word, facet == 1 ? EnterpriseType.Services : null, facet == 2 ? EnterpriseStage.Signed : null, facet == 3 ? areas[0] : null, facet == 4 ? tags[0] : null))
        {
            var met = (await past.MeetAsync(query, Cancellation))!;
            Assert.Equal((await past.ListAsync(query, new RosterPlace(), 1, Cancellation)).Total, met.Count);
            Assert.Equal(met, await past.WalkAsync(query, 1000, Cancellation));
        }

        return 0;
    });

    private static async Task ActAsync(Portal portal, Random random, List<int> areas, List<int> tags)
    {
        var today = Today(portal);
        var ids = await portal.WithDatabaseAsync(db => db.Enterprises.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(Cancellation));
        var id = ids[random.Next(ids.Count)];
        switch (random.Next(7))
        {
            case 0:
                await portal.InScopeAsync(s => s.GetRequiredService<EnterpriseService>().CreateAsync(
                    new EnterpriseData { Name = $"性质{CreditCode.Next()}公司", CreditCode = CreditCode.Next(), Type = EnterpriseType.Other, ParkAreaId = areas[random.Next(areas.Count)], TagIds = Some(random, tags) },
                    EnterpriseStage.Signed, today.AddDays(-random.Next(5)), Cancellation));
                break;
            case 1:
                await UpdateAsync(portal, id, d => d with { Name = $"改名{random.Next(1000).ToString(CultureInfo.InvariantCulture)}公司", IsNameCorrection = random.Next(2) == 0 });
                break;
            case 2:
                await UpdateAsync(portal, id, d => d with { ParkAreaId = random.Next(3) == 0 ? null : areas[random.Next(areas.Count)], TagIds = Some(random, tags), Type = (EnterpriseType)random.Next(6) });
                break;
            case 3 or 4:
                await portal.InScopeAsync(async s =>
                {
                    var now = (await s.GetRequiredService<EnterpriseRoster>().FindAsync(id, Cancellation))!;
                    var next = EnterpriseStages.After(now.Stage);
                    // sometimes on an earlier day: a late record
                    return await s.GetRequiredService<EnterpriseService>().ChangeStageAsync(id, now.Version, next[random.Next(next.Count)], today.AddDays(-random.Next(4)), "示例", Cancellation);
                });
                break;
            case 5:
                await BulkAsync(portal, random, [.. ids.OrderBy(_ => random.Next()).Take(3)], areas, tags, today);
                break;
            default:
                await CorrectAsync(portal, random, id, today);
                break;
        }
    }

    private static async Task BulkAsync(Portal portal, Random random, int[] ids, List<int> areas, List<int> tags, DateOnly today)
    {
        var change = random.Next(3) switch
        {
            0 => new BulkChange(BulkAct.Area) { AreaId = areas[random.Next(areas.Count)] },
            1 => new BulkChange(BulkAct.Tags) { AddTags = [tags[0]], RemoveTags = [tags[^1]] },
            _ => new BulkChange(BulkAct.Stage) { Stage = EnterpriseStage.Operating, On = today.AddDays(-random.Next(3)), Reason = "示例" },
        };
        await portal.InScopeAsync(async s =>
        {
            var bulk = s.GetRequiredService<BulkEditService>();
            var begun = await bulk.StartAsync(new BulkSelection(ids, null), change, Cancellation);
            return begun.IsDone && random.Next(2) == 0 ? (await bulk.UndoAsync(begun.Value.EditId, Cancellation)).IsDone : begun.IsDone;
        });
    }

    private static Task<Outcome> CorrectAsync(Portal portal, Random random, int id, DateOnly today) => portal.InScopeAsync(async s =>
    {
        var now = (await s.GetRequiredService<EnterpriseRoster>().FindAsync(id, Cancellation))!;
        var from = today.AddDays(-random.Next(2, 9));
        return await s.GetRequiredService<PastCorrections>().CorrectAsync(
            id, now.Version, new PastCorrection(from, from.AddDays(random.Next(1, 3)), "示例") { Stage = (EnterpriseStage)random.Next(5), Type = random.Next(2) == 0 ? null : EnterpriseType.Services, Name = random.Next(2) == 0 ? null : "更正旧名公司" }, Cancellation);
    });

    private static Task<bool> UpdateAsync(Portal portal, int id, Func<EnterpriseData, EnterpriseData> change) => portal.InScopeAsync(async s =>
    {
        var now = (await s.GetRequiredService<EnterpriseRoster>().FindAsync(id, Cancellation))!;
        return (await s.GetRequiredService<EnterpriseService>().UpdateAsync(id, now.Version, change(EnterpriseData.Of(now)), Cancellation)).IsDone;
    });

    private static Task<List<string>> SeenAsync(Portal portal) => portal.WithDatabaseAsync(async db =>
    {
        var rows = await db.Enterprises.AsNoTracking().Include(e => e.ParkArea).Include(e => e.Tags).ThenInclude(t => t.IndustryTag).AsSplitQuery().ToListAsync(Cancellation);
        return rows.Select(e => Line(e.Id, e.Name, e.CreditCode, e.Type, e.ParkArea?.Name, e.Stage, e.StageSince, e.Tags.OrderBy(t => t.IndustryTagId).Select(t => t.IndustryTag!.Name))).Order(StringComparer.Ordinal).ToList();
    });

    private static Task<List<string>> LookBackAsync(Portal portal, PastQuery query) => portal.InScopeAsync(async s =>
    {
        var lines = new List<string>();
        await foreach (var row in s.GetRequiredService<PastRoster>().StreamAsync(query, Cancellation))
            lines.Add(Line(row.EnterpriseId!.Value, row.Name, row.CreditCode, row.Type, row.AreaName, row.Stage, row.StageSince, row.TagNames));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    });

    /// <summary>For every two days at most one span: none of those known on one day overlap.</summary>
    private static async Task AssertOneAtATimeAsync(Portal portal)
    {
        var spans = await portal.WithDatabaseAsync(db => db.RecordSpans.AsNoTracking().ToListAsync(Cancellation));
        var offences = from one in spans
                       from other in spans
                       where one.Id < other.Id && one.EnterpriseId == other.EnterpriseId && one.ValidFrom < other.ValidTo && other.ValidFrom < one.ValidTo
                           && one.RecordedOn < other.SupersededOn && other.RecordedOn < one.SupersededOn
                       select string.Create(CultureInfo.InvariantCulture, $"{one.EnterpriseId}: {one.ValidFrom}-{one.ValidTo} and {other.ValidFrom}-{other.ValidTo}");
        Rule.HoldsEverywhere(offences);
    }

    private static string Line(int id, string name, string code, EnterpriseType type, string? area, EnterpriseStage stage, DateOnly since, IEnumerable<string> tags) =>
        string.Create(CultureInfo.InvariantCulture, $"{id:D6} {name} {code} {type} {area} {stage} {since:yyyy-MM-dd} {string.Join('、', tags)}");

    private static List<int> Some(Random random, List<int> tags) => [.. tags.Where(_ => random.Next(3) == 0)];

    private static DateOnly Today(Portal portal) => ChinaTime.DayOf(portal.Clock.GetUtcNow().UtcDateTime);
}

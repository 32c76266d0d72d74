using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

/// <summary>Merges at the very same time as something else: whoever is first, the register is consistent and nothing hangs on a record that is gone.</summary>
public sealed class MergingAtOnceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_merges_of_one_record_at_once_one_is_done()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var ids = new List<int>();
        for (var i = 0; i < 3; i++) ids.Add(await portal.HasEnterpriseAsync($"同时并档{i}公司"));

        // each into the other, and one into both
        var both = await Task.WhenAll(Task.Run(() => portal.MergeAsync(ids[0], ids[1]), Cancellation), Task.Run(() => portal.MergeAsync(ids[1], ids[0]), Cancellation), Task.Run(() => portal.MergeAsync(ids[2], ids[1]), Cancellation));
        Assert.InRange(both.Count(m => m.IsDone), 1, 2);
        Assert.All(both.Where(m => !m.IsDone), m => Assert.NotEmpty(m.Refusals[0].Message));
        Assert.Equal(3 - both.Count(m => m.IsDone), await portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => ids.Contains(e.Id), Cancellation)));
        // every merged record leads to one of the roster
        var heirs = await portal.WithDatabaseAsync(db => db.Enterprises.IgnoreQueryFilters().Where(e => ids.Contains(e.Id) && e.MergedIntoId != null).Select(e => e.MergedIntoId!.Value).ToListAsync(Cancellation));
        foreach (var heir in heirs) Assert.NotNull(await portal.FindAsync(heir));
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task A_merge_beside_an_edit_and_beside_a_new_draft_loses_neither()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other) = (await portal.HasEnterpriseAsync("并档赛跑甲公司"), await portal.HasEnterpriseAsync("并档赛跑乙公司"));
        var record = (await portal.FindAsync(kept))!;

        var merging = Task.Run(() => portal.MergeAsync(kept, other), Cancellation);
        var editing = Task.Run(() => EditAsync(portal, record), Cancellation);
        var filing = Task.Run(() => FileAsync(portal, other), Cancellation);
        var (merged, edited, filed) = (await merging, await editing, await filing);

        // an edit and a merge of the same version: one of both, or one after the other
        Assert.True(merged.IsDone || edited);
        if (edited) Assert.Equal("赛跑的地址", (await portal.FindAsync(kept))!.Address);
        Assert.Equal(merged.IsDone, await portal.FindAsync(other) is null);
        await portal.InScopeAsync(s => s.GetRequiredService<MergeSweep>().FollowAsync(Cancellation));
        var owner = merged.IsDone ? kept : other;
        Assert.Equal(filed ? 1 : 0, await portal.WithDatabaseAsync(db => db.Declarations.CountAsync(d => d.EnterpriseId == owner, Cancellation)));
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task A_record_that_was_merged_on_leads_to_the_last_one_and_merges_are_undone_from_the_end()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (a, b, c) = (await portal.HasEnterpriseAsync("并档链甲公司"), await portal.HasEnterpriseAsync("并档链乙公司"), await portal.HasEnterpriseAsync("并档链丙公司"));
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, a);
        await portal.HasMembershipAsync(person, c);
        var first = await portal.MergeAsync(b, a);
        var second = await portal.MergeAsync(c, b);

        Assert.Equal(c, await portal.InScopeAsync(s => s.GetRequiredService<MergedRecords>().FindHeirAsync(a, Cancellation)));
        Assert.Equal([c], await ServedAsync(portal, person.Id));
        Assert.Contains("先撤销那一次", (await portal.UndoAsync(first.Value)).Refusals[0].Message, StringComparison.Ordinal);
        Assert.True((await portal.UndoAsync(second.Value)).IsDone);
        Assert.Equal(b, await portal.InScopeAsync(s => s.GetRequiredService<MergedRecords>().FindHeirAsync(a, Cancellation)));
        Assert.Equal([b, c], (await ServedAsync(portal, person.Id)).Order());
        await portal.IsConsistentAsync();
    }

    [Fact]
    public async Task Who_had_left_the_kept_record_and_serves_the_other_one_serves_the_kept_one()
    {
        await using var portal = Portal.Own(("Jobs:Parallel", "0"));
        var (kept, other) = (await portal.HasEnterpriseAsync("并档成员甲公司"), await portal.HasEnterpriseAsync("并档成员乙公司"));
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, kept, MembershipRole.EnterpriseFiler);
        await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == person.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.EndedAt, DateTime.UtcNow), Cancellation));
        await portal.HasMembershipAsync(person, other);

        var merged = await portal.MergeAsync(kept, other);
        Assert.Equal([kept], await ServedAsync(portal, person.Id));
        // a sign-in that chose the record that is gone
        Assert.Equal(kept, (await portal.InScopeAsync(s => s.GetRequiredService<MembershipService>().FindChosenAsync(person.Id, other, Cancellation)))!.EnterpriseId);
        Assert.True((await portal.UndoAsync(merged.Value)).IsDone);
        Assert.Equal([other], await ServedAsync(portal, person.Id));
    }

    private static async Task<List<int>> ServedAsync(Portal portal, int person) =>
        [.. (await portal.InScopeAsync(s => s.GetRequiredService<MembershipService>().ListAsync(person, Cancellation))).Select(e => e.EnterpriseId)];

    private static Task<bool> EditAsync(Portal portal, Enterprise record) => portal.InScopeAsync(async s =>
        (await s.GetRequiredService<EnterpriseService>().UpdateAsync(record.Id, record.Version, EnterpriseData.Of(record) with { Address = "赛跑的地址" }, Cancellation)).IsDone);

    private static async Task<bool> FileAsync(Portal portal, int enterprise)
    {
        try
        {
            return await portal.InScopeAsync(async s =>
                (await s.GetRequiredService<DeclarationService>().OpenAsync(enterprise, new NewDeclaration("9610", DocumentKind.List, null, null), Cancellation)).IsDone);
        }
        catch (InvalidOperationException)
        {
            // the record went between the lock of the desk and the act: nothing was filed
            return false;
        }
    }
}

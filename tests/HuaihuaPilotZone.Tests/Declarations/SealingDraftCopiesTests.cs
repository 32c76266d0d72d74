using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>The copy that a browser keeps of an unsent draft is sealed with a key of the person; KeepingCopiesSealedTests look at the browser itself.</summary>
public sealed class SealingDraftCopiesTests(Portal portal)
{
    [Fact]
    public async Task The_same_person_always_gets_the_same_key_and_nobody_else_gets_it()
    {
        var enterprise = await portal.HasEnterpriseAsync("示例封存有限公司");
        var (first, second) = (await portal.HasPersonAsync(), await portal.HasPersonAsync());
        await portal.HasMembershipAsync(first, enterprise);
        await portal.HasMembershipAsync(second, enterprise);
        var visitor = await portal.VisitAsAsync(first.UserName!);
        var number = await Filing.OpenAsync(visitor);
        var other = await Filing.OpenAsync(visitor);

        var mine = await SealAsync(visitor, number);
        Assert.Equal(mine, await SealAsync(await portal.VisitAsAsync(first.UserName!), number));
        Assert.Equal(mine, await SealAsync(visitor, other));
        var theirs = await SealAsync(await portal.VisitAsAsync(second.UserName!), number);

        Assert.Matches("^[0-9a-f]{64}$", mine.Key);
        Assert.Matches("^[0-9a-f]{16}$", mine.Owner);
        Assert.NotEqual(mine.Key, theirs.Key);
        Assert.NotEqual(mine.Owner, theirs.Owner);
        Assert.DoesNotContain(mine.Owner, mine.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_browser_keeps_the_page_with_the_key()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        using var page = await visitor.GetAsync($"/enterprise/declarations/{await Filing.OpenAsync(visitor)}/edit");

        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    private static async Task<(string Key, string Owner)> SealAsync(Visitor visitor, string number)
    {
        var form = (await visitor.OpenAsync($"/enterprise/declarations/{number}/edit")).QuerySelector("#draft")!;
        return (form.GetAttribute("data-autosave-seal")!, form.GetAttribute("data-autosave-owner")!);
    }
}

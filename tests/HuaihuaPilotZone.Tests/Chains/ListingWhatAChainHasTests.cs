using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Chains;

/// <summary>Mission row 9: the page of an industry lists its policies, enterprises and products from their own rows.</summary>
public sealed class ListingWhatAChainHasTests : IAsyncLifetime
{
    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own(("Jobs:Parallel", "0"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_policy_is_listed_by_whatever_name_and_its_title_follows_the_library()
    {
        var (admin, visitor) = (await _portal.VisitAsAsync("admin"), _portal.Visit());
        var page = await ChainPageAsync();
        await ChangePolicyAsync(d => (d.Number, d.Title) = ("怀测发〔2026〕7号", "测试政策甲"));
        await (await admin.SubmitAsync(page, [], $"{page}/policies")).RefusedWithAsync("请填写索引号、文号或标题");
        await (await admin.SubmitAsync(page, new() { ["Policy"] = "没有这份文件" }, $"{page}/policies")).RefusedWithAsync("政策库里没有这个索引号");

        (await admin.SubmitAsync(page, new() { ["Policy"] = "怀测发[2026] 07 号" }, $"{page}/policies")).LedTo();

        await (await admin.SubmitAsync(page, new() { ["Policy"] = "测试政策甲" }, $"{page}/policies")).RefusedWithAsync("已经列在这条产业链下");
        Assert.Contains("测试政策甲", (await visitor.OpenAsync("/chains/green-food")).QuerySelector("[data-policies] a[href='/policies/hhpz-2026-00018']")!.TextContent, StringComparison.Ordinal);
        await ChangePolicyAsync(d => d.Title = "测试政策改了名");
        Assert.Contains("测试政策改了名", (await visitor.OpenAsync("/chains/green-food")).QuerySelector("[data-policies]")!.TextContent, StringComparison.Ordinal);

        await ChangePolicyAsync(d => d.Openness = Openness.Closed);
        Assert.DoesNotContain("测试政策", (await visitor.OpenAsync("/chains/green-food")).Content(), StringComparison.Ordinal);
        Assert.Contains("测试政策改了名", (await admin.OpenAsync(page)).QuerySelector("#policies")!.TextContent, StringComparison.Ordinal);
        var remove = (await admin.OpenAsync(page)).QuerySelector("#policies form[action$='/remove']")!.GetAttribute("action")!;
        Assert.Contains("政策已移出", await admin.NoticeAfterAsync(await admin.SubmitAsync(page, [], remove)), StringComparison.Ordinal);
        Assert.Contains("已不在这条产业链下", await admin.NoticeAfterAsync(await admin.ForgeAsync(page, remove, [])), StringComparison.Ordinal);
        Assert.Contains("移出政策", (await admin.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_the_park_let_through_of_enterprises_of_the_directory_is_listed_and_never_a_book()
    {
        var visitor = _portal.Visit();
        await _portal.WithDatabaseAsync(async db =>
        {
            var member = await db.ChainMembers.Where(m => m.Node!.Chain!.Slug == "luggage" && m.State == MemberState.Confirmed && m.Enterprise!.IsPublic).OrderBy(m => m.Id).Select(m => m.EnterpriseId).FirstAsync(Cancellation);
            var outside = await db.Enterprises.Where(e => e.IsPublic && e.Stage != EnterpriseStage.Left && !db.ChainMembers.Any(m => m.EnterpriseId == e.Id)).OrderBy(e => e.Id).Select(e => e.Id).FirstAsync(Cancellation);
            db.ShowcaseItems.AddRange(Item(member, "公开展示的箱", ShowcaseState.Public), Item(member, "等待核对的箱", ShowcaseState.Waiting), Item(outside, "链外企业的箱", ShowcaseState.Public));
            db.BookProducts.Add(Risks.RiskScenes.Product(member, "PRIVATE-1", "4202121000"));
            return await db.SaveChangesAsync(Cancellation);
        });

        var shown = (await visitor.OpenAsync("/chains/luggage")).QuerySelector("[data-products]")!;

        Assert.Contains("公开展示的箱", shown.TextContent, StringComparison.Ordinal);
        foreach (var text in new[] { "等待核对的箱", "链外企业的箱", "PRIVATE-1" }) Assert.DoesNotContain(text, shown.TextContent, StringComparison.Ordinal);
        var firm = shown.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("公开展示的箱", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        await _portal.WithDatabaseAsync(async db =>
        {
            var id = int.Parse(firm[(firm.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            (await db.Enterprises.SingleAsync(e => e.Id == id, Cancellation)).IsPublic = false;
            return await db.SaveChangesAsync(Cancellation);
        });
        Assert.DoesNotContain("公开展示的箱", (await visitor.OpenAsync("/chains/luggage")).Content(), StringComparison.Ordinal);
        Assert.Contains("Products shown by enterprises", (await visitor.OpenAsync("/en/chains/luggage")).Content(), StringComparison.Ordinal);
    }

    private async Task<string> ChainPageAsync() =>
        $"/park/chains/{await _portal.WithDatabaseAsync(db => db.Chains.Where(c => c.Slug == "green-food").Select(c => c.Id).SingleAsync(Cancellation))}";

    private Task<int> ChangePolicyAsync(Action<PolicyDocument> change) => _portal.WithDatabaseAsync(async db =>
    {
        change(await db.PolicyDocuments.SingleAsync(d => d.Slug == "hhpz-2026-00018", Cancellation));
        return await db.SaveChangesAsync(Cancellation);
    });

    private ShowcaseItem Item(int enterpriseId, string name, ShowcaseState state) => new()
    {
        EnterpriseId = enterpriseId,
        Kind = ShowcaseKind.Product,
        Name = name,
        State = state,
        MovedAt = _portal.Clock.GetUtcNow().UtcDateTime,
    };
}

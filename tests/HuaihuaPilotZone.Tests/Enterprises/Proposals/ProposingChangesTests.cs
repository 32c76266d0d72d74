using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Proposals;

public sealed class ProposingChangesTests(Portal portal)
{
    private const string Own = "/enterprise/profile/proposals";
    private const string Park = "/park/proposals";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_park_accepts_one_field_refuses_another_and_the_enterprise_reads_why()
    {
        var (id, visitor) = await EnterpriseAsync("建议甲公司");
        var admin = await portal.VisitAsAsync("admin");

        var place = (await visitor.SubmitAsync($"{Own}/new", new() { ["Name"] = "建议甲新名公司", ["Address"] = "示例路 8 号", ["Note"] = "已换执照" })).LedTo();

        var number = place.Split('/')[^1];
        Assert.Contains($"修改建议 {number}", (await admin.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        var page = await admin.OpenAsync($"{Park}/{number}");
        Assert.Equal(["中文名称", "地址"], page.QuerySelectorAll("main tbody td.ttl").Select(c => c.TextContent.Trim()).Take(2));
        await (await DecideAsync(admin, number, true, false, null)).RefusedWithAsync("地址：不采纳的，请写明原因。");
        Assert.Equal("建议甲公司", (await FindAsync(id)).Name);
        Assert.Equal($"{Park}/{number}", (await DecideAsync(admin, number, true, false, "与租约不符")).LedTo());

        var record = await FindAsync(id);
        Assert.Equal(("建议甲新名公司", null), (record.Name, record.Address));
        Assert.Equal("建议甲公司", Assert.Single(record.FormerNames).Name);
        var result = (await visitor.OpenAsync(place)).Content();
        Assert.Contains("共 2 项，采纳 1 项", result, StringComparison.Ordinal);
        Assert.Contains("与租约不符", result, StringComparison.Ordinal);
        Assert.Contains($"修改建议 {number} 已处理", (await visitor.OpenAsync("/inbox")).Content(), StringComparison.Ordinal);
        await (await DecideAsync(admin, number, true, true, null)).RefusedWithAsync("不能再处理");
    }

    [Fact]
    public async Task What_changed_meanwhile_is_shown_and_nobody_decides_against_values_they_have_not_seen()
    {
        var (id, visitor) = await EnterpriseAsync("建议乙公司");
        var admin = await portal.VisitAsAsync("admin");
        var number = (await visitor.SubmitAsync($"{Own}/new", new() { ["Address"] = "示例路 9 号" })).LedTo().Split('/')[^1];
        var open = await admin.OpenAsync($"{Park}/{number}");

        await admin.SubmitAsync($"/park/enterprises/{id}/edit", new() { ["Address"] = "园区登记的地址" });

        var stale = await admin.ForgeAsync("/park", $"{Park}/{number}", new()
        {
            ["Version"] = open.Value("Version"),
            ["RecordVersion"] = open.Value("RecordVersion"),
            ["Decisions[0].Field"] = "Address",
            ["Decisions[0].IsAccepted"] = "true",
        });
        var again = await stale.RefusedWithAsync("这家企业的档案有了变化");
        Assert.Contains("后来改过", again.Content(), StringComparison.Ordinal);
        Assert.Contains("园区登记的地址", again.Content(), StringComparison.Ordinal);
        Assert.Equal("园区登记的地址", (await FindAsync(id)).Address);
        await admin.ForgeAsync("/park", $"{Park}/{number}", new()
        {
            ["Version"] = again.Value("Version"),
            ["RecordVersion"] = again.Value("RecordVersion"),
            ["Decisions[0].Field"] = "Address",
            ["Decisions[0].IsAccepted"] = "true",
        });
        Assert.Equal("示例路 9 号", (await FindAsync(id)).Address);
    }

    [Fact]
    public async Task What_only_the_park_keeps_cannot_be_smuggled_in()
    {
        var (id, visitor) = await EnterpriseAsync("建议丙公司");
        var before = await FindAsync(id);
        var form = await visitor.OpenAsync($"{Own}/new");

        await visitor.ForgeAsync("/enterprise", $"{Own}/new", new()
        {
            ["Version"] = form.Value("Version"),
            ["Name"] = "建议丙公司",
            ["Type"] = "Manufacturing",
            ["Website"] = "https://example.invalid/",
            ["Stage"] = "Operating",
            ["CreditCode"] = CreditCode.Next(),
            ["ParkAreaId"] = "1",
            ["TagIds"] = "1",
        });

        var proposal = await portal.WithDatabaseAsync(db => db.RecordProposals.Include(p => p.Fields).SingleAsync(p => p.EnterpriseId == id, Cancellation));
        Assert.Equal(RecordField.Website, Assert.Single(proposal.Fields).Field);
        await (await portal.VisitAsAsync("admin")).ForgeAsync("/park", $"{Park}/{proposal.Number}", new()
        {
            ["Version"] = "1",
            ["RecordVersion"] = form.Value("Version"),
            ["Decisions[0].Field"] = "Website",
            ["Decisions[0].IsAccepted"] = "true",
            ["Decisions[1].Field"] = "Name",
            ["Decisions[1].IsAccepted"] = "true",
        });
        var after = await FindAsync(id);
        Assert.Equal("https://example.invalid/", after.Website);
        Assert.Equal((before.Stage, before.CreditCode, before.ParkAreaId, before.Name), (after.Stage, after.CreditCode, after.ParkAreaId, after.Name));
    }

    [Fact]
    public async Task One_proposal_waits_at_a_time_and_can_be_withdrawn()
    {
        var (_, visitor) = await EnterpriseAsync("建议丁公司");
        await (await visitor.SubmitAsync($"{Own}/new", [])).RefusedWithAsync("没有要修改的");
        var place = (await visitor.SubmitAsync($"{Own}/new", new() { ["Address"] = "示例路 1 号" })).LedTo();
        await (await visitor.SubmitAsync($"{Own}/new", new() { ["Address"] = "示例路 2 号" })).RefusedWithAsync("已有一份修改建议在等园区处理");

        Assert.Equal("修改建议已撤回。", await visitor.NoticeAfterAsync(await visitor.SubmitAsync(place, [], $"{place}/withdraw")));
        Assert.Contains("不能再撤回", await visitor.NoticeAfterAsync(await visitor.ForgeAsync("/enterprise", $"{place}/withdraw", [])), StringComparison.Ordinal);
        (await visitor.SubmitAsync($"{Own}/new", new() { ["Address"] = "示例路 2 号" })).LedTo();
    }

    [Fact]
    public async Task Of_two_who_propose_at_once_one_waits()
    {
        var (id, _) = await EnterpriseAsync("建议戊公司");
        var record = await FindAsync(id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => portal.InScopeAsync(s => s.GetRequiredService<ProposalService>().ProposeAsync(
            id, record.Version, EnterpriseData.Of(record) with { Address = $"示例路 {i} 号" }, null, Cancellation))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.StartsWith("已有一份", o.Refusals[0].Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proposal_is_its_enterprises_alone_and_only_administrators_propose()
    {
        var (id, visitor) = await EnterpriseAsync("建议己公司");
        var place = (await visitor.SubmitAsync($"{Own}/new", new() { ["Address"] = "示例路 3 号" })).LedTo();
        var stranger = await portal.VisitAsAsync("luggage");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(place)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/enterprise", $"{place}/withdraw", [])).StatusCode);
        var filer = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(filer, id, HuaihuaPilotZone.Accounts.MembershipRole.EnterpriseFiler);
        var colleague = await portal.VisitAsAsync(filer.UserName!);
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync(place)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync($"{Own}/new")).StatusCode);
        var auditor = await portal.VisitAsAsync("auditor");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", $"{Park}/{place.Split('/')[^1]}", [])).StatusCode);
        Assert.Equal(ProposalState.Waiting, await portal.WithDatabaseAsync(db => db.RecordProposals.Where(p => p.EnterpriseId == id).Select(p => p.State).SingleAsync(Cancellation)));
    }

    private async Task<(int Id, Visitor Visitor)> EnterpriseAsync(string name)
    {
        var id = await portal.HasEnterpriseAsync(name);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, id);
        return (id, await portal.VisitAsAsync(person.UserName!));
    }

    private static async Task<HttpResponseMessage> DecideAsync(Visitor admin, string number, bool name, bool address, string? reason)
    {
        var page = await admin.OpenAsync($"{Park}/{number}");
        return await admin.ForgeAsync("/park", $"{Park}/{number}", new()
        {
            ["Version"] = page.Value("Version"),
            ["RecordVersion"] = page.Value("RecordVersion"),
            ["Decisions[0].Field"] = "Name",
            ["Decisions[0].IsAccepted"] = name ? "true" : "false",
            ["Decisions[1].Field"] = "Address",
            ["Decisions[1].IsAccepted"] = address ? "true" : "false",
            ["Decisions[1].Reason"] = reason,
        });
    }

    private Task<Enterprise> FindAsync(int id) => portal.WithDatabaseAsync(db => db.Enterprises.AsNoTracking().Include(e => e.FormerNames).Include(e => e.Markets).Include(e => e.Tags).SingleAsync(e => e.Id == id, Cancellation));
}

using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.PolicyMatching;

public sealed class MatchingPoliciesTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Criteria_are_built_row_by_row_without_scripts_and_saved_at_the_end()
    {
        var policy = await PolicyAsync();
        var editor = await portal.VisitAsAsync("editor");
        var page = $"/park/policies/{policy.Id}/criteria";
        var first = Row(1, "Stage", "IsOneOf", "运营、签约");

        var grown = await Visitor.ReadAsync(await editor.SubmitAsync(page, new(first) { ["Act"] = "condition:1" }, page));
        Assert.Equal("运营、签约", grown.Value("Parts[1].Value"));
        Assert.Equal("1", grown.Value("Parts[2].Parent"));
        Assert.Empty(await CriteriaAsync(policy.Id));

        var fields = new Dictionary<string, string?>(first) { ["Parts[2].Id"] = "3", ["Parts[2].Parent"] = "1", ["Parts[2].Kind"] = "Condition", ["Act"] = "save", ["Note"] = "第三条", ["ApplyUntil"] = "2027-01-31" };
        foreach (var (name, value) in Row(2, "Filings", "AtLeast", "3")) fields[name] = value;
        Assert.Equal(page, (await editor.SubmitAsync(page, fields, page)).LedTo());

        var saved = Assert.Single(await CriteriaAsync(policy.Id));
        Assert.Equal([EnterpriseFact.Stage, EnterpriseFact.Filings], CriteriaTrees.Conditions(CriteriaTrees.Read(saved.Tree)).Select(c => c.Fact));
        var shown = await editor.OpenAsync(page);
        Assert.Equal(("运营、签约", "3"), (shown.Value("Parts[1].Value"), shown.Value("Parts[2].Value")));
        Assert.Contains("阶段属于运营、签约", shown.QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stage", "IsOneOf", "升天", "没有“升天”")]
    [InlineData("Stage", "AtLeast", "3", "可用的比较")]
    [InlineData("Filings", "AtLeast", "很多", "应是一个整数")]
    [InlineData("SignedOn", "NotBefore", "去年", "应写成 2026-03-18")]
    [InlineData("CustomsCode", "StartsWith", "", "请填写“海关注册编码”的值")]
    [InlineData("", "", "", "请选择条件看哪一项事实")]
    [InlineData("ContactName", "IsOneOf", "张三", "")]
    public async Task A_condition_that_cannot_be_is_refused_and_what_was_typed_stays(string fact, string op, string value, string refusal)
    {
        var policy = await PolicyAsync();
        var page = $"/park/policies/{policy.Id}/criteria";

        var answer = await (await portal.VisitAsAsync("editor")).SubmitAsync(page, new(Row(1, fact, op, value)) { ["Act"] = "save" }, page);

        Assert.Equal(value, (await answer.RefusedWithAsync(refusal)).Value("Parts[1].Value"));
        Assert.Empty(await CriteriaAsync(policy.Id));
    }

    [Fact]
    public async Task An_empty_group_is_not_saved()
    {
        var policy = await PolicyAsync();
        var page = $"/park/policies/{policy.Id}/criteria";

        var answer = await (await portal.VisitAsAsync("editor")).ForgeAsync(page, page, new() { ["Parts[0].Id"] = "1", ["Parts[0].Parent"] = "0", ["Parts[0].Kind"] = "All", ["Act"] = "save" });

        await answer.RefusedWithAsync("至少要有一个条件");
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_both_criteria()
    {
        var policy = await PolicyAsync(Condition(EnterpriseFact.Filings, "1"));
        var page = $"/park/policies/{policy.Id}/criteria";
        await (await portal.VisitAsAsync("admin")).SubmitAsync(page, new() { ["Parts[1].Value"] = "2", ["Act"] = "save" }, page);

        var answer = await (await portal.VisitAsAsync("editor")).SubmitAsync(page, new() { ["Version"] = "1", ["Parts[1].Value"] = "7", ["Act"] = "save" }, page);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("不少于2", (await Visitor.ReadAsync(answer)).Content(), StringComparison.Ordinal);
        Assert.Equal("2", CriteriaTrees.Conditions(CriteriaTrees.Read((await CriteriaAsync(policy.Id))[0].Tree)).Single().Values[0]);
    }

    [Fact]
    public async Task Only_editors_change_criteria()
    {
        var policy = await PolicyAsync(Condition(EnterpriseFact.Filings, "1"));
        var reviewer = await portal.VisitAsAsync("reviewer");
        await reviewer.OpenAsync($"/park/policies/{policy.Id}/enterprises");

        foreach (var act in new[] { "criteria", "criteria/remove" })
            Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.ForgeAsync("/park", $"/park/policies/{policy.Id}/{act}", new() { ["version"] = "1" })).StatusCode);
        Assert.Single(await CriteriaAsync(policy.Id));
    }

    [Fact]
    public async Task The_public_page_says_for_whom_a_policy_is_in_plain_words_and_the_same_to_everybody()
    {
        var policy = await PolicyAsync(new CriteriaGroup(GroupKind.All, [new Condition(EnterpriseFact.Stage, ConditionOperator.IsOneOf, ["Operating"]), new CriteriaGroup(GroupKind.None, [Condition(EnterpriseFact.Filings, "99")])]));

        var page = await portal.Visit().OpenAsync($"/policies/{policy.Slug}");
        var own = await (await portal.VisitAsAsync("luggage")).OpenAsync($"/policies/{policy.Slug}");

        var panel = page.QuerySelector("[data-criteria]")!;
        Assert.Contains("阶段属于运营", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("都不属于以下情形", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("累计移交的申报单数不少于99", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/enterprise/policies/{policy.Slug}", panel.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(page.QuerySelector("article")!.TextContent, own.QuerySelector("article")!.TextContent);
        Assert.Equal(panel.InnerHtml, own.QuerySelector("[data-criteria]")!.InnerHtml);
    }

    [Fact]
    public async Task A_firm_with_an_empty_field_is_asked_for_it_and_never_told_that_it_does_not_fit()
    {
        var policy = await PolicyAsync(new CriteriaGroup(GroupKind.All, [new Condition(EnterpriseFact.Stage, ConditionOperator.IsOneOf, ["Signed"]), new Condition(EnterpriseFact.CustomsCode, ConditionOperator.StartsWith, ["4313"])]));
        var (firm, visitor) = await FirmAsync();

        var page = await visitor.OpenAsync($"/enterprise/policies/{policy.Slug}");

        Assert.Equal("Unknown", page.QuerySelector("[data-condition=CustomsCode]")!.GetAttribute("data-verdict"));
        Assert.Equal("Met", page.QuerySelector("[data-condition=Stage]")!.GetAttribute("data-verdict"));
        Assert.Contains("由海关提供", page.QuerySelector("[data-ask=CustomsCode]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("不符合", page.QuerySelector("main h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Unknown", (await StaffSeesAsync(policy, firm))!.GetAttribute("data-standing"));
    }

    [Fact]
    public async Task Losing_one_condition_turns_a_fitting_policy_into_a_near_miss_on_both_sides()
    {
        var policy = await PolicyAsync(new CriteriaGroup(GroupKind.All, [new Condition(EnterpriseFact.Stage, ConditionOperator.IsOneOf, ["Signed"]), new Condition(EnterpriseFact.CustomsCode, ConditionOperator.StartsWith, ["4313"])]));
        var (firm, visitor) = await FirmAsync();
        await CustomsCodeAsync(firm, "4313961234");
        Assert.Equal("Met", (await FirmSeesAsync(visitor, policy))!.GetAttribute("data-standing"));
        Assert.Equal("Met", (await StaffSeesAsync(policy, firm))!.GetAttribute("data-standing"));

        await CustomsCodeAsync(firm, "5101961234");

        var row = await FirmSeesAsync(visitor, policy);
        Assert.Equal("NearMiss", row!.GetAttribute("data-standing"));
        Assert.Contains("只差一项：海关注册编码开头是4313", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("NearMiss", (await StaffSeesAsync(policy, firm))!.GetAttribute("data-standing"));
    }

    [Fact]
    public async Task The_last_day_is_counted_down_and_what_is_over_is_no_longer_matched()
    {
        var today = HuaihuaPilotZone.Common.ChinaTime.DayOf(portal.Clock.GetUtcNow().UtcDateTime);
        var soon = await PolicyAsync(Condition(EnterpriseFact.Filings, "0"), today.AddDays(12));
        var over = await PolicyAsync(Condition(EnterpriseFact.Filings, "0"), today.AddDays(-1));
        var (_, visitor) = await FirmAsync();

        Assert.Contains("还有 12 天", (await FirmSeesAsync(visitor, soon))!.TextContent, StringComparison.Ordinal);
        Assert.Null(await FirmSeesAsync(visitor, over));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/policies/{over.Slug}")).StatusCode);
    }

    [Fact]
    public async Task What_the_public_must_not_see_is_not_matched_either()
    {
        var policy = await PolicyAsync(Condition(EnterpriseFact.Filings, "0"));
        var (_, visitor) = await FirmAsync();
        await portal.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == policy.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, PublicationState.Withdrawn), Cancellation));

        Assert.Null(await FirmSeesAsync(visitor, policy));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/enterprise/policies/{policy.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_policy_that_is_not_there_or_has_no_criteria_has_no_file_of_enterprises()
    {
        var without = await PolicyAsync();
        var editor = await portal.VisitAsAsync("editor");

        foreach (var id in new[] { without.Id, 999_999 })
        {
            foreach (var address in new[] { "", "/export.csv", "/export.xlsx", "/export.csv?standing=Met" })
                Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/park/policies/{id}/enterprises{address}")).StatusCode);
        }
    }

    [Fact]
    public async Task Policies_are_put_in_order_by_their_last_day_and_taken_along_with_the_number_of_their_conditions()
    {
        var today = HuaihuaPilotZone.Common.ChinaTime.DayOf(portal.Clock.GetUtcNow().UtcDateTime);
        var mark = $"期限{Guid.NewGuid():N}"[..12];
        var (late, soon, none) = (await PolicyAsync(Condition(EnterpriseFact.Filings, "1"), today.AddDays(20), title: $"{mark}甲"), await PolicyAsync(Condition(EnterpriseFact.Filings, "1"), today.AddDays(3), title: $"{mark}乙"), await PolicyAsync(title: $"{mark}丙"));
        var editor = await portal.VisitAsAsync("editor");

        foreach (var (order, expected) in new[] { ("sort=ApplyUntil&dir=asc", new[] { soon, late, none }), ("sort=ApplyUntil&dir=desc", [late, soon, none]), ("sort=Updated&dir=desc", [soon, late, none]) })
        {
            var shown = (await editor.OpenAsync($"/park/policy-matching?q={mark}&{order}")).QuerySelectorAll("tr[data-policy]").Select(r => r.GetAttribute("data-policy")!);
            Assert.Equal(expected.Select(p => p.Id.ToString(CultureInfo.InvariantCulture)), shown);
        }

        var file = await (await editor.GetAsync($"/park/policy-matching/export.csv?q={mark}&with=true&sort=ApplyUntil&dir=asc")).Content.ReadAsStringAsync(Cancellation);
        var lines = file.TrimEnd().Split("\r\n")[1..];
        Assert.Equal([$"{mark}乙", $"{mark}甲"], lines.Select(l => l.Split(',')[0]));
        Assert.All(lines, l => Assert.Equal("1", l.Split(',')[3]));
        Assert.Contains(today.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_enterprises_is_narrowed_and_paged_with_the_same_few_queries()
    {
        var counter = new Commands();
        await using var own = Portal.Own([counter]);
        var policy = await PolicyAsync(Condition(EnterpriseFact.Filings, "0"), at: own);
        await own.VisitAsAsync("editor");
        await CountAsync();
        var few = await CountAsync();
        for (var i = 0; i < 30; i++) await own.HasEnterpriseAsync($"多家企业{i:00}");

        Assert.Equal(few, await CountAsync());
        var page = await (await own.VisitAsAsync("editor")).OpenAsync($"/park/policies/{policy.Id}/enterprises?standing=Met&page=2");
        Assert.All(page.QuerySelectorAll("tr[data-enterprise]"), r => Assert.Equal("Met", r.GetAttribute("data-standing")));
        Assert.NotEmpty(page.QuerySelectorAll("tr[data-enterprise]"));

        async Task<int> CountAsync()
        {
            var before = counter.Count;
            await own.InScopeAsync(s => s.GetRequiredService<PolicyMatcher>().ForPolicyAsync(policy.Id, null, new(), Cancellation));
            return counter.Count - before;
        }
    }

    private static Dictionary<string, string?> Row(int index, string fact, string op, string value) => new()
    {
        [$"Parts[{index}].Fact"] = fact,
        [$"Parts[{index}].Operator"] = op,
        [$"Parts[{index}].Value"] = value,
    };

    private static CriteriaGroup Condition(EnterpriseFact fact, string least) => new(GroupKind.All, [new Condition(fact, ConditionOperator.AtLeast, [least])]);

    private async Task<(int Id, string Slug)> PolicyAsync(CriteriaGroup? tree = null, DateOnly? until = null, Portal? at = null, string? title = null)
    {
        var own = at ?? portal;
        var id = await own.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<PolicyDesk>();
            var made = await desk.CreateAsync(
                new PolicyDraft { Title = title ?? $"匹配试行文件{Guid.NewGuid():N}", IsExternal = false, Issuers = ["示例机关"], AddsNewIssuers = true, Topic = PolicyTopic.EnterpriseServices, Openness = Openness.Proactive, Summary = "摘要", Body = "正文" }, Cancellation);
            return made.Value;
        });
        await own.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, PublicationState.Published).SetProperty(d => d.PublishedAt, own.Clock.GetUtcNow().UtcDateTime), Cancellation));
        if (tree is not null) Assert.True((await own.InScopeAsync(s => s.GetRequiredService<CriteriaDesk>().SaveAsync(id, 0, new CriteriaData(tree, until, null), Cancellation))).IsDone);
        return (id, await own.WithDatabaseAsync(db => db.PolicyDocuments.Where(d => d.Id == id).Select(d => d.Slug).SingleAsync(Cancellation)));
    }

    /// <summary>An enterprise of its own without a customs code, and somebody who acts for it.</summary>
    private async Task<(int Id, Visitor Visitor)> FirmAsync()
    {
        var id = await portal.HasEnterpriseAsync($"匹配企业{Guid.NewGuid():N}"[..12]);
        var person = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(person, id);
        return (id, await portal.VisitAsAsync(person.UserName!));
    }

    private Task<int> CustomsCodeAsync(int firm, string code) =>
        portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Id == firm).ExecuteUpdateAsync(s => s.SetProperty(e => e.CustomsCode, code), Cancellation));

    private static async Task<AngleSharp.Dom.IElement?> FirmSeesAsync(Visitor visitor, (int Id, string Slug) policy)
    {
        for (var page = 1; page < 10; page++)
        {
            var list = await visitor.OpenAsync($"/enterprise/policies?page={page.ToString(CultureInfo.InvariantCulture)}");
            if (list.QuerySelector($"tr[data-policy='{policy.Slug}']") is { } row) return row;
            if (list.QuerySelector("a[rel=next]") is null) break;
        }
        return null;
    }

    private async Task<AngleSharp.Dom.IElement?> StaffSeesAsync((int Id, string Slug) policy, int firm)
    {
        for (var page = 1; page < 20; page++)
        {
            var list = await (await portal.VisitAsAsync("editor")).OpenAsync($"/park/policies/{policy.Id}/enterprises?page={page.ToString(CultureInfo.InvariantCulture)}");
            if (list.QuerySelector($"tr[data-enterprise='{firm}']") is { } row) return row;
            if (list.QuerySelector("a[rel=next]") is null) break;
        }
        return null;
    }

    private Task<List<PolicyCriteria>> CriteriaAsync(int policy) =>
        portal.WithDatabaseAsync(db => db.PolicyCriteria.AsNoTracking().Where(c => c.PolicyDocumentId == policy).ToListAsync(Cancellation));

    /// <summary>Counts what is asked of the database.</summary>
    private sealed class Commands : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override ValueTask<Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(
            System.Data.Common.DbCommand command, Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData eventData,
            Microsoft.EntityFrameworkCore.Diagnostics.InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return ValueTask.FromResult(result);
        }
    }
}

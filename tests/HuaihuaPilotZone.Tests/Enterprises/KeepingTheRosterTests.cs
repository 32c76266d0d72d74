using System.Globalization;
using System.Net;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class KeepingTheRosterTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_enterprise_is_kept_and_its_history_begins()
    {
        var administrator = await portal.VisitAsAsync("admin");
        var code = CreditCode.Next();
        var tag = await portal.WithDatabaseAsync(db => db.Set<IndustryTag>().OrderBy(t => t.SortOrder).FirstAsync(Cancellation));

        var answer = await administrator.SubmitAsync("/park/enterprises/new", Filling("名录测试甲公司", code, v => v["TagIds"] = tag.Id.ToString(CultureInfo.InvariantCulture)));

        var page = await administrator.OpenAsync(answer.LedTo());
        foreach (var text in new[] { "名录测试甲公司", code, "签约", tag.Name, "建立档案", "示例管理员" }) Assert.Contains(text, page.Content(), StringComparison.Ordinal);
        Assert.Equal("已新增名录测试甲公司。", page.QuerySelector(".hh-toast")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_form_with_nine_faults_shows_all_nine_and_keeps_what_was_typed()
    {
        var administrator = await portal.VisitAsAsync("admin");

        var answer = await administrator.SubmitAsync("/park/enterprises/new", new()
        {
            ["Name"] = "",
            ["EnglishName"] = "Demo 公司",
            ["CreditCode"] = "9143129",
            ["CustomsCode"] = "12AB",
            ["Type"] = "",
            ["Stage"] = "",
            ["StageOn"] = "2099-01-01",
            ["Website"] = "javascript:alert(1)",
            ["Summary"] = new string('长', Enterprise.SummaryMaxLength + 1),
        });

        var page = await answer.RefusedWithAsync(
            "请填写中文名称", "英文名称里有汉字", "统一社会信用代码应为 18 位，还差 11 位", "海关注册编码应为 10 位", "请选择企业类型", "请选择阶段",
            "阶段开始日期不能晚于今天", "网址应以 http:// 或 https:// 开头", "简介最多 500 个字");
        Assert.Equal(9, page.QuerySelectorAll(".hh-errsum li").Length);
        // in the order in which one meets the fields
        List<string> named = [.. page.QuerySelectorAll(".hh-errsum a").Select(a => a.GetAttribute("href")![1..])];
        Assert.Equal(page.QuerySelectorAll("main [id]").Select(e => e.Id!).Where(named.Contains), named);
        Assert.Equal("Demo 公司", page.Value("EnglishName"));
        Assert.Equal("9143129", page.Value("CreditCode"));
        Assert.Equal("javascript:alert(1)", page.Value("Website"));
        Assert.StartsWith("有错误：", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customs_code_is_stored_in_one_form_however_it_is_typed()
    {
        var code = CreditCode.Next();

        var answer = await (await portal.VisitAsAsync("admin")).SubmitAsync(
            "/park/enterprises/new", Filling("海关编码测试公司", code, v => v["CustomsCode"] = " ４３１３-96 10ab "));

        answer.LedTo();
        Assert.Equal("43139610AB", await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.CreditCode == code).Select(e => e.CustomsCode).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_person_of_an_enterprise_without_an_application_is_invited_by_the_park()
    {
        var administrator = await portal.VisitAsAsync("admin");
        var id = await portal.HasEnterpriseAsync("邀请测试公司");
        var form = $"/park/enterprises/{id}/invite";
        await (await administrator.SubmitAsync(form, new() { ["Email"] = "nobody" }, form)).RefusedWithAsync("请填写姓名", "邮箱格式不对", "请选择身份");

        var invited = await administrator.SubmitAsync(form, new() { ["Name"] = "受邀申报员", ["Email"] = "invited-filer@example.invalid", ["Role"] = "EnterpriseFiler" }, form);

        var link = Mailbox.LinkIn((await administrator.OpenAsync(invited.LedTo())).QuerySelector("#invitation-link")!.TextContent);
        var newcomer = portal.Visit();
        var accepted = await newcomer.SubmitAsync(link, new()
        {
            ["UserName"] = "invitedfiler",
            ["Password"] = "Another-2026-zone",
            ["PasswordAgain"] = "Another-2026-zone",
            ["AcceptsNotice"] = "true",
        }, "/account/invitation");
        Assert.Equal("/enterprise", accepted.LedTo());
        Assert.Contains("邀请测试公司", (await newcomer.OpenAsync("/enterprise")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.GetAsync("/enterprise/profile/filing")).StatusCode);
    }

    [Fact]
    public async Task A_code_that_fails_its_check_needs_a_reason_which_is_kept()
    {
        var administrator = await portal.VisitAsAsync("admin");
        var good = CreditCode.Next();
        var wrong = string.Concat(good.AsSpan(0, 17), good[17] == '1' ? "2" : "1");

        var refused = await administrator.SubmitAsync("/park/enterprises/new", Filling("名录测试乙公司", wrong));
        await refused.RefusedWithAsync("校验", "校验不符的说明");

        var answer = await administrator.SubmitAsync("/park/enterprises/new", Filling("名录测试乙公司", wrong, v => v["CreditCodeNote"] = "已核对营业执照原件"));
        Assert.Contains("已核对营业执照原件", (await administrator.OpenAsync(answer.LedTo())).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_stored_in_one_form_and_cannot_be_entered_twice()
    {
        var administrator = await portal.VisitAsAsync("admin");
        var code = CreditCode.Next();
        await administrator.SubmitAsync("/park/enterprises/new", Filling("名录测试丙公司", $" {code.ToLowerInvariant()} "));

        var answer = await administrator.SubmitAsync("/park/enterprises/new", Filling("名录测试丙二公司", code));

        await answer.RefusedWithAsync("名录里已有这个信用代码：名录测试丙公司。");
        Assert.Equal(1, await CountAsync(code));
    }

    [Fact]
    public async Task Of_two_people_who_enter_one_code_at_once_exactly_one_succeeds()
    {
        var administrator = await portal.VisitAsAsync("admin");
        var code = CreditCode.Next();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            administrator.SubmitAsync("/park/enterprises/new", Filling(string.Create(CultureInfo.InvariantCulture, $"同时录入{i}公司"), code))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect)) await answer.RefusedWithAsync("名录里已有这个信用代码");
        Assert.Equal(1, await CountAsync(code));
    }

    [Fact]
    public async Task The_second_of_two_people_who_edit_one_record_sees_both_values_and_may_insist()
    {
        var id = await portal.HasEnterpriseAsync("冲突测试公司");
        var (admin, page) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{id}/edit");
        var opened = (await admin.OpenAsync(page)).Value("Version");
        (await admin.SubmitAsync(page, new() { ["Address"] = "甲路 1 号", ["Summary"] = "同一句话" })).LedTo();

        var late = await admin.SubmitAsync(page, new() { ["Version"] = opened, ["Address"] = "乙路 2 号", ["Summary"] = "同一句话" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var conflict = await Visitor.ReadAsync(late);
        var row = Assert.Single(conflict.QuerySelectorAll("tbody tr"));
        Assert.Equal(["地址", "甲路 1 号", "乙路 2 号"], row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        Assert.Contains("示例管理员在您编辑时保存过", conflict.Content(), StringComparison.Ordinal);
        Assert.Equal("甲路 1 号", (await FindAsync(id)).Address);

        var fields = conflict.QuerySelectorAll("form[action$='/edit'] input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value"));
        fields.Remove("__RequestVerificationToken");
        Assert.Equal($"/park/enterprises/{id}", (await admin.ForgeAsync(page, page, fields)).LedTo());
        Assert.Equal("乙路 2 号", (await FindAsync(id)).Address);
    }

    [Fact]
    public async Task Two_saves_of_the_same_version_at_once_never_overwrite_each_other()
    {
        var id = await portal.HasEnterpriseAsync("并发保存公司");
        var (admin, page) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{id}/contacts");
        var version = (await admin.OpenAsync(page)).Value("Version");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.ForgeAsync(page, page, new()
        {
            ["Version"] = version,
            ["Contacts[0].Name"] = string.Create(CultureInfo.InvariantCulture, $"联系人{i}"),
        })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single((await FindAsync(id)).Contacts);
    }

    [Fact]
    public async Task Contacts_are_added_changed_and_removed_and_the_history_marks_them_personal()
    {
        var id = await portal.HasEnterpriseAsync("联系人测试公司");
        var (admin, page) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{id}/contacts");

        (await admin.SubmitAsync(page, new() { ["Contacts[0].Name"] = "示例张三", ["Contacts[0].Phone"] = "000-11112222", ["Contacts[1].Name"] = "示例李四" })).LedTo();
        Assert.Equal(["示例张三", "示例李四"], (await FindAsync(id)).Contacts.Select(c => c.Name));
        (await admin.SubmitAsync(page, new() { ["Contacts[0].Phone"] = "000-33334444", ["Contacts[1].Name"] = "" })).LedTo();

        var contact = Assert.Single((await FindAsync(id)).Contacts);
        Assert.Equal("000-33334444", contact.Phone);
        var change = (await HistoryAsync(id))[0].Changes.Single(c => c.Field == "联系人电话");
        Assert.Null(change.OldValue);
        Assert.Equal(("000-11112222", "000-33334444"), (change.Personal!.OldValue, change.Personal.NewValue));
    }

    [Fact]
    public async Task A_contact_without_a_name_or_with_a_broken_address_is_refused()
    {
        var id = await portal.HasEnterpriseAsync("联系人错误公司");
        var admin = await portal.VisitAsAsync("admin");

        var answer = await admin.SubmitAsync($"/park/enterprises/{id}/contacts", new() { ["Contacts[0].Phone"] = "call me", ["Contacts[0].Email"] = "nowhere" });

        var page = await answer.RefusedWithAsync("请填写联系人姓名", "电话只能用数字", "邮箱格式不对");
        Assert.Equal("call me", page.Value("Contacts[0].Phone"));
        Assert.Empty((await FindAsync(id)).Contacts);
    }

    [Fact]
    public async Task Another_enterprises_contact_cannot_be_taken_over_by_its_number()
    {
        var (mine, theirs) = (await portal.HasEnterpriseAsync("篡改甲公司"), await portal.HasEnterpriseAsync("篡改乙公司"));
        var admin = await portal.VisitAsAsync("admin");
        await admin.SubmitAsync($"/park/enterprises/{theirs}/contacts", new() { ["Contacts[0].Name"] = "乙公司的人" });
        var foreign = Assert.Single((await FindAsync(theirs)).Contacts);
        var page = $"/park/enterprises/{mine}/contacts";
        var version = (await admin.OpenAsync(page)).Value("Version");

        var answer = await admin.ForgeAsync(page, page, new()
        {
            ["Version"] = version,
            ["Contacts[0].Id"] = foreign.Id.ToString(CultureInfo.InvariantCulture),
            ["Contacts[0].Name"] = "改名",
        });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("乙公司的人", Assert.Single((await FindAsync(theirs)).Contacts).Name);
        Assert.Empty((await FindAsync(mine)).Contacts);
    }

    [Fact]
    public async Task A_stage_follows_only_where_it_may_and_never_before_the_one_it_ends()
    {
        var id = await portal.HasEnterpriseAsync("阶段测试公司");
        var (admin, page) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{id}/stage");

        await (await admin.SubmitAsync(page, new() { ["To"] = "Interested", ["On"] = "2026-05-01", ["Reason"] = "退回" }))
            .RefusedWithAsync("“签约”之后不能直接转为“意向”。", "日期不能早于现阶段的开始日期 2026-06-01。");
        await (await admin.SubmitAsync(page, new() { ["To"] = "Operating", ["On"] = "2026-11-23", ["Reason"] = "" })).RefusedWithAsync("请写明原因");
        (await admin.SubmitAsync(page, new() { ["To"] = "Operating", ["On"] = "2026-11-20", ["Reason"] = "正式投产" })).LedTo();

        var enterprise = await FindAsync(id);
        Assert.Equal((EnterpriseStage.Operating, new DateOnly(2026, 11, 20)), (enterprise.Stage, enterprise.StageSince));
        Assert.Equal([EnterpriseStage.Signed, EnterpriseStage.Operating], enterprise.StageChanges.OrderBy(c => c.Id).Select(c => c.To));
        var line = (await HistoryAsync(id))[0];
        Assert.Equal(("正式投产", "签约", "运营"), (line.Note, line.Changes[0].OldValue, line.Changes[0].NewValue));
    }

    [Fact]
    public async Task Personal_values_of_the_history_are_blanked_while_the_hash_still_tells_what_stood_there()
    {
        var id = await portal.HasEnterpriseAsync("清除测试公司");
        var other = await portal.HasEnterpriseAsync("不清除测试公司");
        var admin = await portal.VisitAsAsync("admin");
        foreach (var each in new[] { id, other }) await admin.SubmitAsync($"/park/enterprises/{each}/contacts", new() { ["Contacts[0].Name"] = "要删除的人" });

        var answer = await admin.SubmitAsync($"/park/enterprises/{id}", new() { ["reason"] = "本人要求" }, $"/park/enterprises/{id}/blank-history");

        var page = await admin.OpenAsync(answer.LedTo());
        Assert.Contains("个人信息已清除", page.Content(), StringComparison.Ordinal);
        var lines = await HistoryAsync(id);
        Assert.Equal((EnterpriseActs.PersonalBlanked, "本人要求"), (lines[0].Act, lines[0].Note));
        var change = lines[1].Changes.Single(c => c.Field == "联系人姓名");
        Assert.Null(change.Personal!.NewValue);
        Assert.NotNull(change.Personal.BlankedAt);
        Assert.True(PortalJournal.Matches(change.NewHash, change.Salt, "要删除的人"));
        Assert.False(PortalJournal.Matches(change.NewHash, change.Salt, "另一个人"));
        Assert.Equal("要删除的人", (await HistoryAsync(other))[0].Changes.Single(c => c.Field == "联系人姓名").Personal!.NewValue);
    }

    [Fact]
    public async Task The_list_is_searched_filtered_and_sorted_by_its_address()
    {
        var admin = await portal.VisitAsAsync("admin");
        var area = await portal.WithDatabaseAsync(db => db.Set<ParkArea>().SingleAsync(a => a.Name == "辰溪片区", Cancellation));

        var byCode = await admin.OpenAsync("/park/enterprises?q=91431299ma0000023d");
        Assert.Equal(["示例茶业有限公司"], Names(byCode));
        var byArea = Names(await admin.OpenAsync($"/park/enterprises?district={area.Id}&type=Manufacturing&sort=Oldest"));
        Assert.Equal(["示例食品有限公司", "示例竹木制品有限公司"], byArea);
        var left = await admin.OpenAsync("/park/enterprises?stage=Left&q=示例");
        Assert.Equal(["示例电动车配件有限公司"], Names(left));
        Assert.Equal("page", left.QuerySelector(".hh-tabs a[href*='stage=Left']")!.GetAttribute("aria-current"));
        Assert.Contains("没有找到符合条件的企业", (await admin.OpenAsync("/park/enterprises?q=没有这样的名字")).Content(), StringComparison.Ordinal);
        Assert.Equal("每页 50 家", (await admin.OpenAsync("/park/enterprises?size=50")).QuerySelector("select[name=size] option[selected]")!.TextContent);
        Assert.Equal("每页 20 家", (await admin.OpenAsync("/park/enterprises?size=")).QuerySelector("select[name=size] option[selected]")!.TextContent);
    }

    [Fact]
    public async Task Whoever_may_only_look_is_offered_no_change_and_refused_one()
    {
        var id = await portal.HasEnterpriseAsync("只读测试公司");
        var auditor = await portal.VisitAsAsync("auditor");

        var page = await auditor.OpenAsync($"/park/enterprises/{id}");
        Assert.Null(page.QuerySelector($"main a[href^='/park/enterprises/{id}/']:not([href$='/past'])"));
        foreach (var part in new[] { "edit", "contacts", "stage", "filing", "blank-history" })
            Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/account/password", $"/park/enterprises/{id}/{part}", new() { ["Version"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/park/enterprises/999999")).StatusCode);
    }

    [Fact]
    public async Task Tampered_choices_are_refused()
    {
        var admin = await portal.VisitAsAsync("admin");

        var answer = await admin.ForgeAsync("/park/enterprises/new", "/park/enterprises/new", Filling("篡改选项公司", CreditCode.Next(), v =>
        {
            v["ParkAreaId"] = "999999";
            v["TagIds"] = "999999";
        }));

        await answer.RefusedWithAsync("没有这个片区", "没有这个行业标签");
    }

    private static Dictionary<string, string?> Filling(string name, string code, Action<Dictionary<string, string?>>? more = null)
    {
        var values = new Dictionary<string, string?> { ["Name"] = name, ["CreditCode"] = code, ["Type"] = "Manufacturing", ["Stage"] = "Signed", ["StageOn"] = "2026-11-01" };
        more?.Invoke(values);
        return values;
    }

    private static IEnumerable<string> Names(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("tbody td.ttl b").Select(b => b.TextContent);

    private Task<int> CountAsync(string code) => portal.WithDatabaseAsync(db => db.Enterprises.CountAsync(e => e.CreditCode == code, Cancellation));

    private Task<Enterprise> FindAsync(int id) => portal.WithDatabaseAsync(db =>
        db.Enterprises.Include(e => e.Contacts.OrderBy(c => c.Id)).Include(e => e.StageChanges).AsSplitQuery().SingleAsync(e => e.Id == id, Cancellation));

    private Task<List<JournalLine>> HistoryAsync(int id)
    {
        var key = id.ToString(CultureInfo.InvariantCulture);
        return portal.WithDatabaseAsync(db => db.Journal.Include(l => l.Changes).ThenInclude(c => c.Personal)
            .Where(l => l.Subject == JournalSubjects.Enterprise && l.SubjectKey == key).OrderByDescending(l => l.Id).ToListAsync(Cancellation));
    }
}

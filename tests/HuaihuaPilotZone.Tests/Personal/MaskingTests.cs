using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>Contact data is masked until somebody says why they need it, and every look is journalled.</summary>
public sealed class MaskingTests(Portal portal)
{
    private static readonly string[] _ofTheFirst = ["Version", "Contacts[0].Id", "Contacts[0].Name", "Contacts[0].Phone"];

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("0745-2712345", "0745****2345")]
    [InlineData("12345", "****45")]
    [InlineData("1", "****")]
    [InlineData(null, null)]
    public void A_number_keeps_too_little_to_be_called(string? phone, string? masked) => Assert.Equal(masked, Masks.Phone(phone));

    [Theory]
    [InlineData("zhang@example.invalid", "z***@example.invalid")]
    [InlineData("nothing", "***")]
    [InlineData("@x", "***")]
    [InlineData(null, null)]
    public void An_address_keeps_its_first_character_and_its_host(string? address, string? masked) => Assert.Equal(masked, Masks.Mail(address));

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("欧阳小明", "欧**")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_name_keeps_its_first_character(string? name, string? masked) => Assert.Equal(masked, Masks.Name(name));

    [Fact]
    public async Task Contacts_of_an_enterprise_are_masked_and_shown_in_full_for_a_reason_that_is_journalled()
    {
        var (person, enterprise) = await portal.HasColleagueAsync("示例遮盖有限公司", OwnData.Phone);
        var park = await portal.VisitAsAsync("admin");

        var record = (await park.OpenAsync($"/park/enterprises/{enterprise}")).DocumentElement.OuterHtml;
        Assert.DoesNotContain(OwnData.Phone, record, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, record, StringComparison.Ordinal);
        Assert.Contains("139****1111", record, StringComparison.Ordinal);

        var full = $"/park/enterprises/{enterprise}/contacts/full";
        Assert.DoesNotContain(OwnData.Phone, (await (await park.SubmitAsync(full, new() { ["Reason"] = "" }, full)).RefusedWithAsync("请写明查看的原因")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        var shown = await park.SubmitAsync(full, new() { ["Reason"] = "通知领证" }, full);

        Assert.True(shown.Headers.CacheControl!.NoStore);
        var page = await Visitor.ReadAsync(shown);
        Assert.Equal(2, page.QuerySelectorAll("[data-unmasked]").Length);
        Assert.Contains(OwnData.Phone, page.Content(), StringComparison.Ordinal);
        var line = Assert.Single(await portal.LinesAsync(JournalSubjects.Enterprise, $"{enterprise}"), l => l.Act == PrivacyActs.Unmasked);
        Assert.Equal(("示例管理员", "通知领证"), (line.UserName, line.Note));
    }

    [Fact]
    public async Task A_form_of_contacts_shows_masks_and_one_that_comes_back_untouched_keeps_what_stands()
    {
        var (person, enterprise) = await portal.HasColleagueAsync("示例遮盖修改有限公司", OwnData.Phone);
        var (park, page) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{enterprise}/contacts");

        var form = await park.OpenAsync(page);
        Assert.Equal((Masks.Name(person.DisplayName), "139****1111", Masks.Mail(person.Email)), (form.Value("Contacts[0].Name"), form.Value("Contacts[0].Phone"), form.Value("Contacts[0].Email")));
        foreach (var whole in new[] { OwnData.Phone, person.Email! }) Assert.DoesNotContain(whole, form.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await (await park.SubmitAsync(page, new() { ["Contacts[0].Phone"] = "139****2222" })).RefusedWithAsync(Masks.Typed);
        Assert.Equal($"/park/enterprises/{enterprise}", (await park.SubmitAsync(page, new() { ["Contacts[0].Position"] = "总经理" })).LedTo());

        var kept = await portal.WithDatabaseAsync(db => db.Set<Contact>().AsNoTracking().OrderBy(c => c.Id).FirstAsync(c => c.EnterpriseId == enterprise, TestContext.Current.CancellationToken));
        Assert.Equal((person.DisplayName, "总经理", OwnData.Phone, person.Email), (kept.Name, kept.Position, kept.Phone, kept.Email));
    }

    [Fact]
    public async Task A_form_whose_masks_somebody_else_has_changed_meanwhile_overwrites_nothing()
    {
        var (_, enterprise) = await portal.HasColleagueAsync("示例遮盖冲突有限公司", OwnData.Phone);
        var (park, page) = (await portal.VisitAsAsync("admin"), $"/park/enterprises/{enterprise}/contacts");
        var form = await park.OpenAsync(page);
        var old = _ofTheFirst.ToDictionary(n => n, n => form.Value(n), StringComparer.Ordinal);
        (await park.SubmitAsync(page, new() { ["Contacts[0].Phone"] = "13911119999" })).LedTo();

        var answer = await park.ForgeAsync(page, page, old!);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var text = (await Visitor.ReadAsync(answer)).DocumentElement.OuterHtml;
        foreach (var whole in new[] { OwnData.Phone, "13911119999" }) Assert.DoesNotContain(whole, text, StringComparison.Ordinal);
        Assert.Equal("13911119999", await portal.WithDatabaseAsync(db => db.Set<Contact>().Where(c => c.EnterpriseId == enterprise).OrderBy(c => c.Id).Select(c => c.Phone).FirstAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_history_of_a_record_is_masked_and_its_former_values_are_shown_for_a_reason()
    {
        var (_, enterprise) = await portal.HasColleagueAsync("示例遮盖历史有限公司", OwnData.Phone);
        var park = await portal.VisitAsAsync("admin");
        (await park.SubmitAsync($"/park/enterprises/{enterprise}/contacts", new() { ["Contacts[0].Phone"] = "13855556666" })).LedTo();

        var record = (await park.OpenAsync($"/park/enterprises/{enterprise}")).DocumentElement.OuterHtml;
        foreach (var whole in new[] { OwnData.Phone, "13855556666" }) Assert.DoesNotContain(whole, record, StringComparison.Ordinal);
        Assert.Contains("139****1111 → 138****6666", record, StringComparison.Ordinal);

        var full = $"/park/enterprises/{enterprise}/contacts/full";
        var former = (await Visitor.ReadAsync(await park.SubmitAsync(full, new() { ["Reason"] = "核对旧号码" }, full))).QuerySelectorAll("[data-former]");
        Assert.Contains(former, r => r.TextContent.Contains(OwnData.Phone, StringComparison.Ordinal) && r.TextContent.Contains("13855556666", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("applications", "contact", JournalSubjects.Application)]
    [InlineData("letters", "writer", JournalSubjects.Letter)]
    [InlineData("information-requests", "applicant", JournalSubjects.InformationRequest)]
    [InlineData("successions", "person", JournalSubjects.Succession)]
    [InlineData("investment", "contact", JournalSubjects.Lead)]
    public async Task Whoever_wrote_applied_or_asked_is_masked_at_every_desk_and_each_look_is_journalled(string desk, string part, string subject)
    {
        var number = await MaskedPeople.HasAsync(portal, desk);
        var (park, page, full) = (await portal.VisitAsAsync("admin"), $"/park/{desk}/{number}", $"/park/{desk}/{number}/{part}/full");

        var shown = await park.OpenAsync(page);
        foreach (var whole in MaskedPeople.Whole) Assert.DoesNotContain(whole, shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(Masks.Phone(MaskedPeople.Phone)!, shown.Content(), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector($"a[href='{full}']"));
        Assert.DoesNotContain(MaskedPeople.Phone, (await (await park.SubmitAsync(full, new() { ["Reason"] = " " }, full)).RefusedWithAsync("请写明查看的原因")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.LinesAsync(subject, number), l => l.Act == PrivacyActs.Unmasked);

        var seen = await park.SubmitAsync(full, new() { ["Reason"] = "电话核实" }, full);

        Assert.True(seen.Headers.CacheControl!.NoStore);
        var text = (await Visitor.ReadAsync(seen)).Content();
        foreach (var whole in MaskedPeople.Whole) Assert.Contains(whole, text, StringComparison.Ordinal);
        var line = Assert.Single(await portal.LinesAsync(subject, number), l => l.Act == PrivacyActs.Unmasked);
        Assert.Equal(("示例管理员", "电话核实"), (line.UserName, line.Note));
        Assert.Contains("查看完整联系方式", (await park.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_lead_shows_masks_and_keeps_what_comes_back_untouched()
    {
        var number = await MaskedPeople.HasAsync(portal, "investment");
        var (park, page) = (await portal.VisitAsAsync("admin"), $"/park/investment/{number}/edit");

        var form = await park.OpenAsync(page);
        foreach (var whole in MaskedPeople.Whole) Assert.DoesNotContain(whole, form.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await (await park.SubmitAsync(page, new() { ["ContactPhone"] = "1****" })).RefusedWithAsync(Masks.Typed);
        (await park.SubmitAsync(page, new() { ["Remark"] = "约好下周再谈" })).LedTo();

        var lead = await portal.WithDatabaseAsync(db => db.Leads.AsNoTracking().SingleAsync(l => l.Number == number, TestContext.Current.CancellationToken));
        Assert.Equal((MaskedPeople.Name, MaskedPeople.Phone, MaskedPeople.Mail, "约好下周再谈"), (lead.ContactName, lead.ContactPhone, lead.ContactEmail, lead.Remark));
    }

    [Fact]
    public async Task A_report_is_shown_in_full_only_to_those_who_may_read_it()
    {
        var number = await MaskedPeople.HasAsync(portal, "letters", LetterKind.Report);

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("reviewer")).GetAsync($"/park/letters/{number}/writer/full")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.VisitAsAsync("admin")).GetAsync($"/park/letters/{number}/writer/full")).StatusCode);
    }

    [Theory]
    [InlineData("431200199001011234", "4312**********1234")]
    [InlineData("X12345", "****45")]
    [InlineData("1", "****1")]
    public void A_number_of_a_document_keeps_its_ends(string number, string masked) => Assert.Equal(masked, Masks.Identity(number));

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("zhang@example.invalid", "z***@example.invalid")]
    [InlineData("张三", "张*")]
    [InlineData(null, null)]
    public void A_value_of_the_journal_is_masked_by_its_look(string? value, string? masked) => Assert.Equal(masked, Masks.Value(value));

    [Fact]
    public async Task Addresses_in_the_list_of_people_are_masked_and_one_is_shown_for_a_reason()
    {
        var person = await portal.HasPersonAsync();
        var park = await portal.VisitAsAsync("admin");

        Assert.DoesNotContain(person.Email!, (await park.OpenAsync($"/park/people?view=Enterprises&q={person.UserName}")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, (await park.OpenAsync($"/park/people/{person.Id}")).Content(), StringComparison.Ordinal);
        var full = $"/park/people/{person.Id}/full";
        Assert.Contains(person.Email!, (await Visitor.ReadAsync(await park.SubmitAsync(full, new() { ["Reason"] = "核对邀请" }, full))).Content(), StringComparison.Ordinal);
        Assert.Contains(await portal.LinesAsync(JournalSubjects.Account, person.UserName!), l => l is { Act: PrivacyActs.Unmasked, Note: "核对邀请" });
    }

    [Fact]
    public async Task The_address_of_a_colleague_is_masked_and_their_administrator_sees_it_for_a_reason_that_is_journalled()
    {
        var (person, enterprise) = await portal.HasColleagueAsync("示例遮盖成员有限公司", OwnData.Phone);
        var (administrator, other) = (await portal.HasPersonAsync(), await portal.HasPersonAsync());
        await portal.HasMembershipAsync(administrator, enterprise);
        await portal.HasMembershipAsync(other, await portal.HasEnterpriseAsync("示例遮盖别家有限公司"));
        var ids = await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.EnterpriseId == enterprise).ToDictionaryAsync(m => m.UserId, m => m.Id, TestContext.Current.CancellationToken));
        var (page, own, full) = ($"/enterprise/people/{ids[person.Id]}", $"/enterprise/people/{ids[administrator.Id]}", $"/enterprise/people/{ids[person.Id]}/full");
        var desk = await portal.VisitAsAsync(administrator.UserName!);

        var shown = await desk.OpenAsync(page);
        Assert.DoesNotContain(person.Email!, shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(Masks.Mail(person.Email)!, shown.Content(), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector($"a[href='{full}']"));
        Assert.Contains(administrator.Email!, (await desk.OpenAsync(own)).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, (await (await desk.SubmitAsync(full, new() { ["Reason"] = " " }, full)).RefusedWithAsync("请写明查看的原因")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.LinesAsync(JournalSubjects.Enterprise, $"{enterprise}"), l => l.Act == PrivacyActs.Unmasked);

        var seen = await desk.SubmitAsync(full, new() { ["Reason"] = "通知换班" }, full);

        Assert.True(seen.Headers.CacheControl!.NoStore);
        Assert.Contains(person.Email!, Assert.Single((await Visitor.ReadAsync(seen)).QuerySelectorAll("[data-unmasked]")).TextContent, StringComparison.Ordinal);
        var line = Assert.Single(await portal.LinesAsync(JournalSubjects.Enterprise, $"{enterprise}"), l => l.Act == PrivacyActs.Unmasked);
        Assert.Equal((administrator.DisplayName, "通知换班"), (line.UserName, line.Note));
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync(other.UserName!)).GetAsync(full)).StatusCode);
    }

    [Fact]
    public async Task Contacts_that_the_park_has_on_record_are_masked_at_the_enterprises_own_desk_too()
    {
        var (filer, enterprise) = await portal.HasColleagueAsync("示例遮盖资料有限公司", OwnData.Phone);
        var administrator = await portal.HasPersonAsync();
        await portal.HasMembershipAsync(administrator, enterprise);
        const string page = "/enterprise/profile", full = "/enterprise/profile/contacts/full";
        var (desk, colleague) = (await portal.VisitAsAsync(administrator.UserName!), await portal.VisitAsAsync(filer.UserName!));

        foreach (var visitor in new[] { desk, colleague })
        {
            var shown = (await visitor.OpenAsync(page)).DocumentElement.OuterHtml;
            Assert.DoesNotContain(OwnData.Phone, shown, StringComparison.Ordinal);
            Assert.Contains("139****1111", shown, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync(full)).StatusCode);
        await (await desk.SubmitAsync(full, new() { ["Reason"] = "" }, full)).RefusedWithAsync("请写明查看的原因");
        var seen = await Visitor.ReadAsync(await desk.SubmitAsync(full, new() { ["Reason"] = "核对登记" }, full));

        Assert.Contains(OwnData.Phone, seen.Content(), StringComparison.Ordinal);
        Assert.Empty(seen.QuerySelectorAll("[data-former]"));
        var line = Assert.Single(await portal.LinesAsync(JournalSubjects.Enterprise, $"{enterprise}"), l => l.Act == PrivacyActs.Unmasked);
        Assert.Equal((administrator.DisplayName, "核对登记"), (line.UserName, line.Note));
    }

    [Theory]
    [InlineData("/park/enterprises/2147483647/contacts/full")]
    [InlineData("/park/people/2147483647/full")]
    [InlineData("/park/applications/RZ-20200101-0001/contact/full")]
    [InlineData("/park/letters/XJ-20200101-0001/writer/full")]
    [InlineData("/park/information-requests/GK-20200101-0001/applicant/full")]
    [InlineData("/park/successions/JR-20200101-0001/person/full")]
    [InlineData("/park/investment/ZS-20200101-0001/contact/full")]
    public async Task There_is_nothing_to_see_of_a_record_that_does_not_exist(string address) => Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("admin")).GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("13812345678 rang", "mobile number")]
    [InlineData("number 431200199001011234", "identity card")]
    [InlineData("to someone@example.invalid", "mail address")]
    [InlineData("password=abcdefg123", "token")]
    [InlineData("key CfDJ8ABCDEFGHIJKLMNOPQRSTUVWXYZ", "token")]
    public void The_look_through_the_logs_finds_what_it_looks_for(string line, string trace) => Assert.Contains(trace, NothingPersonalInLogs.Traces(line));

    [Fact]
    public void An_ordinary_line_has_nothing_personal() =>
        Assert.Empty(NothingPersonalInLogs.Traces("""{"Timestamp":"2026-11-29T18:00:00.1234567+00:00","Level":"Information","Properties":{"Route":"/park/people/{id:int}","StatusCode":200,"Elapsed":12.13700001111,"TraceId":"0af7651916cd43dd8448eb211c80319c"}}"""));
}

using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>Contact data is masked until somebody says why they need it, and every look is journalled.</summary>
public sealed class MaskingTests(Portal portal)
{
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

    [Theory]
    [InlineData("/park/enterprises/2147483647/contacts/full")]
    [InlineData("/park/people/2147483647/full")]
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

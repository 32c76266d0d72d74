using System.Net;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>What no form of ours would send is answered with a page, never with a fault.</summary>
public sealed class TamperedFormsTests(Portal portal)
{
    [Theory]
    [InlineData(null, "/account/login", "Stay")]
    [InlineData(null, "/enterprises/apply", "AcceptsNotice")]
    [InlineData("admin", "/park/enterprises/new", "IsPublic")]
    [InlineData("editor", "/park/policies/new", "IsExternal")]
    public async Task A_box_that_says_neither_yes_nor_no_is_shown_again(string? name, string page, string box)
    {
        var visitor = name is null ? portal.Visit() : await portal.VisitAsAsync(name);

        var answer = await visitor.SubmitAsync(page, new() { [box] = "perhaps" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await Visitor.ReadAsync(answer);
        Assert.NotNull(shown.QuerySelector(".hh-errsum"));
        Assert.False(shown.QuerySelector($"input[type=checkbox][name={box}]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Rows_without_number_are_refused_and_the_page_comes_back()
    {
        var filer = await portal.VisitAsAsync("tea");
        var number = await Filing.OpenAsync(filer);
        var lines = Enumerable.Range(0, 2000).ToDictionary(i => $"Goods[{i}].Gname", _ => (string?)"拉杆箱");
        lines["Version"] = "1";

        var answer = await filer.ForgeAsync($"/enterprise/declarations/{number}/edit", $"/enterprise/declarations/{number}/edit", lines);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await answer.RefusedWithAsync("商品最多 100 项");
        Assert.Null((await filer.OpenAsync($"/enterprise/declarations/{number}/edit")).QuerySelector("[name='Goods[1].Gname']"));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_answered_as_a_bad_request_in_the_sites_look()
    {
        var visitor = await portal.VisitAsAsync("filer");

        var answer = await visitor.ForgeAsync("/account/password", "/account/password", new() { [new string('x', 3000)] = "1" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("这次提交没有通过校验", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/account/login", "Name")]
    [InlineData("/account/reset", "Name")]
    public async Task A_sign_that_is_no_character_names_nobody(string page, string field)
    {
        var answer = await portal.Visit().SubmitAsync(page, new() { [field] = "a\uFFFEb", ["Password"] = "not-this-one" });

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        await portal.Visit().OpenAsync("/policies?q=%EF%BF%BE");
    }

    [Theory]
    [InlineData(null, "/enterprises?q=")]
    [InlineData(null, "/policies?q=")]
    [InlineData("admin", "/park/enterprises?q=")]
    [InlineData("admin", "/park/applications?q=")]
    [InlineData("admin", "/park/people?q=")]
    [InlineData("admin", "/park/declarations?q=")]
    [InlineData("editor", "/park/news?q=")]
    [InlineData("editor", "/park/policies?q=")]
    [InlineData("luggage", "/enterprise/declarations?q=")]
    public async Task A_search_for_a_whole_book_finds_nothing_and_breaks_nothing(string? name, string page)
    {
        var visitor = name is null ? portal.Visit() : await portal.VisitAsAsync(name);

        await visitor.OpenAsync(page + new string('x', 5000));
    }
}

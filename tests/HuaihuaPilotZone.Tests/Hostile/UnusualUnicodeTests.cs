using System.Net;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>Rare but right characters are kept as they are; what nobody can see or what only looks like a letter is refused in a sentence.</summary>
public sealed class UnusualUnicodeTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Rare { get; } = ["𠮷野家贸易", "㐂福𪚥商行", "e\u0301clair 贸易", "怀化🚂班列", "👨‍👩‍👧 玩具", "ﷺ 商贸", "Ö·Ü 有限公司", "한국무역", "Αθήνα 贸易", "Москва 贸易"];

    public static TheoryData<string, string> Hidden { get; } = new()
    {
        { "甲\u001B[31m乙", "U+001B" },
        { "甲\u202E乙", "U+202E" },
        { "甲\u2066乙\u2069", "U+2066" },
        { "甲\uFFFE乙", "U+FFFE" },
        { "甲\u0085乙", "U+0085" },
    };

    [Theory]
    [MemberData(nameof(Rare))]
    public async Task A_rare_character_comes_back_as_it_was_typed(string name)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var mark = Guid.NewGuid().ToString("N")[..8];

        (await visitor.SubmitAsync("/enterprise/parties/new", Party($"{name} {mark}"))).LedTo();

        var kept = await portal.WithDatabaseAsync(db => db.BookParties.Where(p => p.Name.Contains(mark)).Select(p => p.Name).SingleAsync(Cancellation));
        Assert.Equal($"{name} {mark}", kept);
        Assert.Contains(name, (await visitor.OpenAsync($"/enterprise/parties?q={mark}")).Content(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public async Task What_nobody_sees_is_refused_by_its_number(string name, string number)
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var answer = await visitor.SubmitAsync("/enterprise/parties/new", Party(name));

        await answer.RefusedWithAsync($"里有看不见的控制字符（{number}），请删去后再提交。");
    }

    [Fact]
    public async Task The_sign_that_ends_texts_of_programs_is_a_form_that_cannot_be_read()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        using var answer = await visitor.SubmitAsync("/enterprise/parties/new", Party("甲\u0000乙"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("这次提交没有通过校验", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Half_of_a_pair_in_a_form_is_kept_as_a_sign_that_can_be_read_or_refused()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var page = await visitor.OpenAsync("/enterprise/parties/new");
        using var body = new ByteArrayContent([.. Encoding.ASCII.GetBytes($"__RequestVerificationToken={Uri.EscapeDataString(page.Value("__RequestVerificationToken"))}&Name=a%ED%A0%80b&Roles=Logistics")]);
        body.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");

        using var answer = await visitor.Client.PostAsync(new Uri("/enterprise/parties/new", UriKind.Relative), body, Cancellation);

        Assert.True((int)answer.StatusCode < 500);
    }

    [Theory]
    [InlineData("/enterprises/apply", "Name", "Аlibaba 贸易有限公司")]
    [InlineData("/enterprises/apply", "ContactName", "Ivаn")]
    public async Task Letters_that_only_look_alike_are_refused_in_a_name(string page, string field, string name)
    {
        var answer = await portal.Visit().SubmitAsync(page, new() { [field] = name });

        await answer.RefusedWithAsync("混用了外形相似的不同文字");
    }

    [Theory]
    [InlineData("аdmin")]
    [InlineData("admin\u202E")]
    [InlineData("ａｄｍｉｎ")]
    [InlineData("admın")]
    [InlineData("admin\u200B")]
    public async Task A_name_that_looks_like_another_signs_nobody_in(string name)
    {
        var answer = await portal.Visit().SubmitAsync("/account/login", new() { ["Name"] = name, ["Password"] = HuaihuaPilotZone.Accounts.DemonstrationAccounts.Password });

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True((int)answer.StatusCode < 500);
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"\\u202Etxt\"")]
    [InlineData("\"\\uFFFE\"")]
    public async Task A_text_that_cannot_be_read_is_refused_by_the_interface_or_comes_back_as_it_was(string text)
    {
        var system = await ApiSystem.OfAsync(portal);
        var document = (await ApiSystem.DocumentAsync(portal, change: d => d["note"] = "待换")).Replace("\"\\u5F85\\u6362\"", text, StringComparison.Ordinal).Replace("\"待换\"", text, StringComparison.Ordinal);

        var made = await system.SendAsync(HttpMethod.Post, "/api/v1/declarations", document);

        Assert.True(made.Status is 201 or 400 or 422, $"{made.Status}");
        if (made.Status != 201) return;
        var submitted = await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{made.Number}/submit", version: made.Version);
        Assert.True(submitted.Status is 200 or 422, $"{submitted.Status}");
        var page = await (await portal.VisitAsAsync("luggage")).GetAsync($"/enterprise/declarations/{made.Number}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("怀化贸易", true)]
    [InlineData("Αθήνα", true)]
    [InlineData("Alpha Αθήνα", true)]
    [InlineData("Alphа", false)]
    [InlineData("ΒMW", false)]
    public void A_word_of_two_scripts_that_look_alike_is_no_name(string name, bool isGood) => Assert.Equal(isGood, ReadableText.NameProblem(name, "名称") is null);

    private static Dictionary<string, string?> Party(string name) => new() { ["Name"] = name, ["Roles"] = "Logistics" };
}

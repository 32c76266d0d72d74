using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>What a filer does with forms, in one line each.</summary>
internal static partial class Filing
{
    /// <summary>Answers the chooser and opens a draft; gives its number.</summary>
    public static async Task<string> OpenAsync(Visitor visitor, string buyer = "Consumer", string mode = "9610", bool small = true, bool papers = false, string? note = null, string? kind = null)
    {
        var answer = await visitor.SubmitAsync("/enterprise/declarations/new", new()
        {
            ["Buyer"] = buyer,
            ["AtMost5000"] = small ? "true" : "false",
            ["NeedsPapers"] = papers ? "true" : "false",
            ["FromSpecialArea"] = "false",
            ["TradeMode"] = mode,
            ["Kind"] = kind,
            ["ModeNote"] = note,
        });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Number().Match(answer.Headers.Location!.ToString()).Value;
    }

    /// <summary>Saves fields of a draft as a plain form post.</summary>
    public static Task<HttpResponseMessage> SaveAsync(Visitor visitor, string number, Dictionary<string, string?> fields, string? button = null) =>
        visitor.SubmitAsync(Edit(number), fields, Edit(number), button);

    public static Task<IHtmlDocument> OpenEditAsync(Visitor visitor, string number) => visitor.OpenAsync(Edit(number));

    /// <summary>A draft that passes, saved and submitted; gives its number.</summary>
    public static async Task<string> SubmitNewAsync(Visitor visitor)
    {
        var number = await OpenAsync(visitor);
        var answer = await SaveAsync(visitor, number, Valid(), "Act=submit");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Visitor.ReadAsync(answer)).QuerySelector(".hh-decl")?.TextContent);
        return number;
    }

    /// <summary>A draft that was submitted and passed by the reviewer.</summary>
    public static async Task<string> PassNewAsync(Portal portal, Visitor visitor)
    {
        var number = await SubmitNewAsync(visitor);
        await PassAsync(portal, number);
        return number;
    }

    /// <summary>The reviewer passes what was submitted.</summary>
    public static async Task PassAsync(Portal portal, string number)
    {
        var reviewer = await portal.VisitAsAsync("reviewer");
        var answer = await reviewer.SubmitAsync($"/park/declarations/{number}", [], $"/park/declarations/{number}/pass");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>A list that passed and was imported into the Single Window.</summary>
    public static async Task<string> HandOverNewAsync(Portal portal, Visitor visitor)
    {
        var number = await PassNewAsync(portal, visitor);
        var answer = await visitor.SubmitAsync($"/enterprise/declarations/{number}", new() { ["On"] = "2026-11-22" }, $"/enterprise/declarations/{number}/handover");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return number;
    }

    /// <summary>The value a field holds on a page.</summary>
    public static string? ValueOf(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    /// <summary>Ids of the rules that speak in the panel, with the places they speak of.</summary>
    public static IReadOnlyList<(string Rule, string At)> Findings(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-rule]").Select(f => (f.GetAttribute("data-rule")!, f.GetAttribute("data-at")!))];

    private static string Edit(string number) => $"/enterprise/declarations/{number}/edit";

    [GeneratedRegex("HH-[0-9]{8}-[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

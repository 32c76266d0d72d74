using System.Net;
using AngleSharp.Html.Dom;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>What tests say about pages.</summary>
internal static class Pages
{
    /// <summary>A form was accepted: the answer leads on to another page.</summary>
    public static string LedTo(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>A form was refused: the page came back with all these messages in its summary.</summary>
    public static async Task<IHtmlDocument> RefusedWithAsync(this HttpResponseMessage answer, params string[] messages)
    {
        var page = await Visitor.ReadAsync(answer);
        var summary = page.QuerySelector(".hh-errsum");
        Assert.True(summary is not null, $"The form was not refused: {(int)answer.StatusCode} {page.Title}");
        foreach (var message in messages) Assert.Contains(message, summary.TextContent, StringComparison.Ordinal);
        return page;
    }

    /// <summary>The notice that the next page shows.</summary>
    public static async Task<string> NoticeAfterAsync(this Visitor visitor, HttpResponseMessage answer) =>
        (await visitor.OpenAsync(answer.LedTo())).QuerySelector(".hh-toast")?.TextContent.Trim() ?? "";

    public static string Value(this IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"The page has no field {name}."),
    };

    /// <summary>The text of the page's own content, without its frame.</summary>
    public static string Content(this IHtmlDocument page) => page.QuerySelector("main")?.TextContent ?? "";
}

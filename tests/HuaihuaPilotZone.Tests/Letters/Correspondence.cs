using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Letters;

/// <summary>Writes letters as the public does.</summary>
internal static class Correspondence
{
    public const string Page = "/letters/new";

    public static readonly (string Key, string Value) AtOnce = ("PublicForms:LeastSeconds", "0");

    public static Dictionary<string, string?> Filling(string title, string kind = "Consultation", bool publish = true) => new()
    {
        ["Kind"] = kind,
        ["Title"] = title,
        ["Body"] = $"{title}的内容。",
        ["Name"] = "写信人甲",
        ["Phone"] = "000-12345678",
        ["Email"] = "",
        ["WantsPublication"] = publish ? "true" : "false",
        ["AcceptsNotice"] = "true",
    };

    /// <summary>Sends a letter and reads number and code from the page that shows them once.</summary>
    public static async Task<(string Number, string Code)> WriteAsync(this Portal portal, Dictionary<string, string?> values)
    {
        var visitor = portal.Visit();
        var page = await visitor.OpenAsync((await visitor.SubmitAsync(Page, values)).LedTo());
        return (page.QuerySelector("#letter-number")!.TextContent, page.QuerySelector("#letter-code")!.TextContent);
    }

    public static async Task<IHtmlDocument> LookAsync(this Portal portal, string number, string code) =>
        await Visitor.ReadAsync(await portal.Visit().SubmitAsync("/letters/status", new() { ["Number"] = number, ["Code"] = code }));

    public static async Task AnswerAsync(this Portal portal, string number, string reply, string person = "admin")
    {
        var page = $"/park/letters/{number}";
        (await (await portal.VisitAsAsync(person)).SubmitAsync(page, new() { ["Reply"] = reply }, $"{page}/reply")).LedTo();
    }

    /// <summary>The sealed time that a form would carry now.</summary>
    public static Task<string> StampAsync(this Portal portal) => portal.InScopeAsync(s => Task.FromResult(s.GetRequiredService<FormStamps>().Issue()));

    public static Task<Letter> LetterAsync(this Portal portal, string number) =>
        portal.WithDatabaseAsync(db => db.Letters.AsNoTracking().Include(l => l.Files).ThenInclude(f => f.File).SingleAsync(l => l.Number == number, TestContext.Current.CancellationToken));
}

/// <summary>A portal in which forms may be sent at once, one for a class of tests.</summary>
public sealed class QuickPortal : IAsyncDisposable
{
    public Portal Portal { get; } = Portal.Own(Correspondence.AtOnce);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

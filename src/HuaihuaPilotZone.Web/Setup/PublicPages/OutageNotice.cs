using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Web.Public;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>While the database cannot be reached, a kept page says so itself, above its content.</summary>
public sealed class OutageNotice(IStringLocalizer<SiteText> text)
{
    private const string Before = "<main id=\"main\" tabindex=\"-1\">";

    public Task SendAsync(HttpContext context, KeptPage page)
    {
        var response = context.Response;
        foreach (var (name, value) in page.Headers) response.Headers[name] = value;
        response.Headers.CacheControl = "no-store";
        var body = Encoding.UTF8.GetBytes(With(Encoding.UTF8.GetString(page.Unpack()), page));
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private string With(string html, KeptPage page)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(page.Language);
            var made = ChinaTime.FromUtc(page.MadeAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var notice = $"<div class=\"container-xxl\"><p class=\"hh-outage\" role=\"status\">{text["Outage.Kept", made].Value}</p></div>";
            return html.Replace(Before, Before + notice, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

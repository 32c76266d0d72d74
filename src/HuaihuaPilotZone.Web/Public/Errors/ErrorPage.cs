using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;

namespace HuaihuaPilotZone.Web.Public.Errors;

/// <summary>An error page.</summary>
/// <param name="Form">What was typed into a form that could not be saved for want of the database or of a sign-in; null otherwise.</param>
public sealed record ErrorPage(int Status, KeptForm? Form)
{
    /// <summary>Whether a form was asked for or sent over a connection that is not encrypted.</summary>
    public bool IsPlainForm { get; init; }

    /// <summary>Local address of the page with the form that was too large; null where it is not known.</summary>
    public string? FormAddress { get; init; }

    /// <summary>First page of the desk that it was sent at; null outside the desks.</summary>
    public string? DeskHome { get; init; }
}

/// <summary>A posted form, kept in the page that says why it was not saved, so that it can be sent again as it was.</summary>
/// <param name="Action">Local address that it goes to.</param>
/// <param name="HadFiles">Whether files were attached: these have to be chosen again, so the form is shown but not sent.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    /// <returns>Null for anything but a form, and for one with a password, which is never written into a page.</returns>
    public static KeptForm? Of(HttpRequest request, string? path, string? query)
    {
        if (path is null || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return null;
        // MVC has read it before the act failed; what was not read then is not waited for now
        var reading = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        if (reading is null || reading.Keys.Any(k => k.Contains("Password", StringComparison.OrdinalIgnoreCase))) return null;
        var fields = reading.Where(f => f.Key != StepUpFilter.Field).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        return new KeptForm(PageAddress.Here(path + query), fields, reading.Files.Count > 0);
    }
}

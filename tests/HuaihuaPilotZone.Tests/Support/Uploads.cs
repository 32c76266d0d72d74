using AngleSharp.Html.Dom;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>Sends forms with a file, as a browser without scripts does.</summary>
internal static class Uploads
{
    /// <param name="page">Where the form stands; its token is taken from there.</param>
    /// <param name="file">Null sends the form without one.</param>
    public static async Task<HttpResponseMessage> UploadAsync(this Visitor visitor, string page, string action, Dictionary<string, string?> values, (string Name, byte[] Content)? file)
    {
        var document = await visitor.OpenAsync(page);
        var token = (document.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value;
        using var form = new MultipartFormDataContent { { new StringContent(token ?? ""), "__RequestVerificationToken" } };
        foreach (var (name, value) in values) form.Add(new StringContent(value ?? ""), name);
        if (file is { } sent) form.Add(new ByteArrayContent(sent.Content), "File", sent.Name);
        return await visitor.Client.PostAsync(new Uri(action, UriKind.Relative), form);
    }
}

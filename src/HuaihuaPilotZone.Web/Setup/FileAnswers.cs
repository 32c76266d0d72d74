using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HuaihuaPilotZone.Web.Setup;

public static class FileAnswers
{
    /// <summary>A withdrawn text's pictures are kept by strangers' caches no longer than this.</summary>
    private const string ForEverybody = "public, max-age=300";

    private const string ForNobodyElse = "private, no-store";

    /// <summary>Sends a picture of a text to be shown in its page, an attachment to be saved; neither can run here.</summary>
    public static FileStreamResult SendMedia(this Controller controller, AskedMedia asked, Stream content)
    {
        var headers = controller.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = asked.IsPublic ? ForEverybody : ForNobodyElse;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var tag = new EntityTagHeaderValue($"\"{asked.File.Hash}\"");
        return asked.Media.IsPicture
            ? controller.File(content, asked.File.Type.MediaType(), lastModified: null, tag)
            : controller.File(content, asked.File.Type.MediaType(), asked.File.Name, lastModified: null, tag);
    }

    /// <summary>Sends an uploaded file: to be saved, never to be shown or run here, whatever it is.</summary>
    public static FileStreamResult SendFile(this Controller controller, StoredFile file, Stream content)
    {
        var headers = controller.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = ForNobodyElse;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // a name for the download makes it an attachment
        return controller.File(content, file.Type.MediaType(), file.Name);
    }
}

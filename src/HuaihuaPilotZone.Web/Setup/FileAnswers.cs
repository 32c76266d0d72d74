using HuaihuaPilotZone.Files;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Setup;

public static class FileAnswers
{
    /// <summary>Sends an uploaded file: to be saved, never to be shown or run here, whatever it is.</summary>
    public static FileStreamResult SendFile(this Controller controller, StoredFile file, Stream content)
    {
        var headers = controller.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // a name for the download makes it an attachment
        return controller.File(content, file.Type.MediaType(), file.Name);
    }
}

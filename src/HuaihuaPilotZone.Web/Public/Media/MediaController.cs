using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Media;

/// <summary>Pictures and attachments of the site's texts: for everybody while a published text shows them, otherwise for the staff alone.</summary>
public sealed class MediaController(MediaLibrary library, FileCabinet cabinet) : Controller
{
    /// <param name="w">Pixels across, for a smaller copy.</param>
    [HttpGet(MediaAddress.Root + "{key}")]
    public async Task<IActionResult> Show(string key, int? w, CancellationToken cancellation)
    {
        if (await library.FindAsync(key, w, cancellation) is not { } asked || !(asked.IsPublic || StaffRoles.All.Any(User.IsInRole))) return NotFound();
        return this.SendMedia(asked, cabinet.Open(asked.File));
    }
}

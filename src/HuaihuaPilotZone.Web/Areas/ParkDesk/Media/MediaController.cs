using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Media;

/// <summary>Pictures and attachments for the texts of the site.</summary>
[Area(Policies.ParkDesk)]
public sealed class MediaController(MediaLibrary library) : Controller
{
    private const string Home = "/park/media";

    [HttpGet(Home)]
    public async Task<IActionResult> Index(MediaQuery query, CancellationToken cancellation) =>
        View(new MediaListPage(query, await library.ListAsync(new MediaFilter(query.Q, query.IsPicture), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/new")]
    public IActionResult New() => View(new MediaForm());

    /// <summary>Takes a file in. The editor's script gets { address, description, isPicture } or { messages }; a form without scripts gets the line to paste.</summary>
    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> New(MediaForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return Refused(form);
        await using var content = form.File!.OpenReadStream();
        var added = await library.AddAsync(form.File.FileName, content, form.Description, cancellation);
        if (!added.IsDone)
        {
            ModelState.Show(added.Refusals);
            return Refused(form);
        }

        var media = added.Value;
        if (IsScript) return Json(new { address = MediaAddress.Root + media.Key, description = media.Description, isPicture = media.IsPicture });
        TempData["Notice"] = "已上传。把列表里给出的一行文字复制到正文里。";
        return Redirect(Home);
    }

    private bool IsScript => Request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true);

    private IActionResult Refused(MediaForm form) => IsScript
        ? UnprocessableEntity(new { messages = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage) })
        : View(form);
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Media;

/// <summary>Pictures and attachments for the texts of the site.</summary>
[Area(Policies.ParkDesk)]
public sealed class MediaController(MediaLibrary library, MediaUsers users, ChinaTime time) : Controller
{
    private const string Home = "/park/media";

    private static readonly string[] _head = ["替代文字", "文件", "种类", "宽", "高", "字节", "用到的内容", "上传人", "上传时间", "网址"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(MediaQuery query, CancellationToken cancellation) =>
        View(new MediaListPage(query, await library.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(MediaQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"media-{time.Today:yyyyMMdd}.csv"), _head, library.StreamAsync(query.ToFilter()), Values, cancellation);

    /// <summary>One of them: who needs it, and what may be done with it.</summary>
    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellation) =>
        await library.FindAsync(id, cancellation) is { } media ? View(new MediaPage(media, await users.OfAsync(id, cancellation), new MediaForm { Description = media.Description })) : NotFound();

    [HttpPost(Home + "/{id:int}/remove")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Remove(int id, CancellationToken cancellation)
    {
        var outcome = await library.RemoveAsync(id, cancellation);
        TempData["Notice"] = outcome.IsDone ? "已删除。" : outcome.Refusals[0].Message;
        if (outcome.IsDone) return Redirect(Home);
        TempData["NoticeTone"] = "bad";
        return Redirect(string.Create(CultureInfo.InvariantCulture, $"{Home}/{id}"));
    }

    /// <summary>Takes another file in the place of one that no text shows.</summary>
    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Show(int id, MediaForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            await using var content = form.File!.OpenReadStream();
            var replaced = await library.ReplaceAsync(id, form.File.FileName, content, form.Description, form.AcceptsTraces, cancellation);
            if (replaced.IsDone)
            {
                TempData["Notice"] = "已更换，网址是新的。把列表里给出的一行文字复制到正文里。";
                return Redirect(Home);
            }
            ModelState.Show(replaced.Refusals);
        }
        return await library.FindAsync(id, cancellation) is { } media ? View(new MediaPage(media, await users.OfAsync(id, cancellation), form)) : NotFound();
    }

    [HttpGet(Home + "/new")]
    public IActionResult New() => View(new MediaForm());

    /// <summary>Takes a file in. The editor's script gets { address, description, isPicture } or { messages }; a form without scripts gets the line to paste.</summary>
    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> New(MediaForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return Refused(form);
        await using var content = form.File!.OpenReadStream();
        var added = await library.AddAsync(form.File.FileName, content, form.Description, form.AcceptsTraces, cancellation);
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

    private static IEnumerable<string?> Values(MediaRow row)
    {
        var (media, file) = (row.Media, row.Media.File);
        static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
        return
        [
            media.Description, file.Name, file.Type.Word(), media.IsPicture ? Number(media.Width) : null, media.IsPicture ? Number(media.Height) : null, Number(file.Size), Number(row.Uses),
            file.StoredBy, ListTimes.Of(file.StoredAt), MediaAddress.Root + media.Key,
        ];
    }

    private bool IsScript => Request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true);

    private IActionResult Refused(MediaForm form) => IsScript
        ? UnprocessableEntity(new { messages = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage) })
        : View(form);
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Documents;

/// <summary>Papers that go with one declaration.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class AttachmentsController(AttachmentService attachments, DeclarationService declarations, FileCabinet cabinet, CurrentMembership membership) : Controller
{
    private const string Home = "/enterprise/declarations/{number}/attachments";

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpPost(Home)]
    public async Task<IActionResult> Attach(DeclarationNumber number, AttachForm form, CancellationToken cancellation) =>
        await AnswerAsync(number, () => attachments.AttachAsync(EnterpriseId, number, form.DocumentId ?? 0, cancellation), "文件已附上。", cancellation);

    [HttpPost(Home + "/{id:int}/detach")]
    public async Task<IActionResult> Detach(DeclarationNumber number, int id, CancellationToken cancellation) =>
        await AnswerAsync(number, () => attachments.DetachAsync(EnterpriseId, number, id, cancellation), "文件已从这份预申报移除，文件库里仍保留。", cancellation);

    [HttpGet(Home + "/{id:int}")]
    public async Task<IActionResult> Download(DeclarationNumber number, int id, CancellationToken cancellation) =>
        await declarations.FindAsync(EnterpriseId, number, cancellation) is not null && await attachments.FindFileAsync(EnterpriseId, number, id, cancellation) is { } file
            ? this.SendFile(file, cabinet.Open(file))
            : NotFound();

    private async Task<IActionResult> AnswerAsync(DeclarationNumber number, Func<Task<Outcome>> act, string done, CancellationToken cancellation)
    {
        // also notes who asks for another's declaration
        if (await declarations.FindAsync(EnterpriseId, number, cancellation) is null) return NotFound();
        var outcome = ModelState.IsValid ? await act() : Outcome.Refused("请选择要附上的文件。");
        TempData["Notice"] = outcome.IsDone ? done : outcome.Refusals[0].Message;
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Redirect($"/enterprise/declarations/{number}#attachments");
    }
}

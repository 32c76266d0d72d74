using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.FileChecks;

/// <summary>A draft that was made of a file.</summary>
/// <param name="Notes">What could not be taken over as it stood.</param>
public sealed record FileDraft(DeclarationNumber Number, IReadOnlyList<string> Notes)
{
    private const int MostNotes = 3;

    /// <summary>What happened, with the first notes.</summary>
    public string Say() =>
        "已用文件新建草稿。" + string.Concat(Notes.Take(MostNotes)) + (Notes.Count > MostNotes ? string.Create(CultureInfo.InvariantCulture, $"另有 {Notes.Count - MostNotes} 处说明。") : "");
}

/// <summary>What people do with a file of their own program: have it checked as it is, or kept as a draft. The check stores nothing.</summary>
public sealed class FileDesk(DeclarationService declarations, CustomsTablesSource tables, ChinaTime time)
{
    private const string Field = "File";
    private const string Several = "文件里有多份单证，这里一次新建一份。多份清单请用“批量导入”。";
    private const string FromItsDeclaration = "退运报关单从原报关单新建，请在“后续申请”里办理。";

    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation) =>
        FilePreCheck.Run(file, await tables.ReadAsync(cancellation), time.Today);

    public async Task<Outcome<FileDraft>> KeepAsync(int enterpriseId, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var edition = await tables.CurrentAsync(cancellation);
        var sent = DocumentFile.Read(file, edition.With(tables.Settings), time.Today);
        if (sent.Document is not { } document) return Outcome.Refused(Field, (await CheckAsync(file, cancellation)).Documents.Count > 1 ? Several : sent.Refusal!);
        if (document.Schema.IsApplication) return Outcome.Refused(Field, FromItsDeclaration);
        var kept = await declarations.OpenAsync(enterpriseId, DocumentKinds.Of(document.Schema), document, edition, cancellation);
        return kept.IsDone
            ? new FileDraft(kept.Value.Declaration.Number, [.. sent.Notes.Select(n => n.Reason), .. sent.Problems.Select(p => p.ToString())])
            : Outcome.Refused([.. kept.Refusals.Select(r => r with { Field = Field })]);
    }
}

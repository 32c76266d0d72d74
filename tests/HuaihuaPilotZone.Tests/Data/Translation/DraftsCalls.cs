using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Templates;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class DraftsCalls : ServiceCalls
{
    private static readonly DeclarationNumber _number = new(new DateOnly(2026, 11, 22), 1);

    private static readonly CustomsDocument _document = new(DocumentSchemas.ExportList);

    protected override void Describe()
    {
        Call<DraftTemplates>(s => s.ListAsync(1, "示例", new PageRequest(2), CancellationToken.None));
        Call<DraftTemplates>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<DraftTemplates>(s => s.KeepAsync(1, _number, "示例", CancellationToken.None));
        Call<DraftTemplates>(s => s.DeleteAsync(1, 1, CancellationToken.None));
        Call<DeclarationService>(s => s.StartAsync(1, 1, CancellationToken.None));
        Call<DraftSums>(s => s.FillAsync(1, _number, 1, CancellationToken.None));
        Call<DraftMerge>(s => s.CompareAsync(1, _number, 1, _document, CancellationToken.None));
        Call<DraftMerge>(s => s.SchemaAtAsync(ADeclaration(), 1, CancellationToken.None));
        Call<DraftMerge>(s => s.SaveAsync(1, _number, new MergeRequest(1, 1, _document, new Dictionary<string, MergeSide>()), CancellationToken.None));
        Call<DraftMerge>(s => s.KeepAsync(1, _document, CancellationToken.None));
    }

    private static Declaration ADeclaration() => new()
    {
        Number = _number,
        EnterpriseId = 1,
        Kind = DocumentKind.CustomsDeclaration,
        CreatedAt = DateTime.UnixEpoch,
        CreatedBy = "示例",
    };
}

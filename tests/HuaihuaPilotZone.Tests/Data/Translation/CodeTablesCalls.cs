using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class CodeTablesCalls : ServiceCalls
{
    private static readonly KeptFile _file = new("a.csv", 1_000_000, new string('0', StoredFile.HashLength), FileType.Text);

    private static readonly TableUpload _upload = new(CodeTableId.Tariff, true, null, "示例", null, true, false);

    protected override void Describe()
    {
        Call<CustomsTablesSource>(s => s.CurrentAsync(CancellationToken.None));
        Call<CustomsTablesSource>(s => s.AsOfAsync(3, CancellationToken.None));
        Call<TableRevisions>(s => s.EnsureAsync(CancellationToken.None));
        Call<TablePreview>(s => s.ReadAsync(1, null, CancellationToken.None));
        Call<TablePreview>(s => s.PresentAsync(CodeTableId.Tariff, CancellationToken.None));
        Call<TablePreview>(s => s.FaultsAsync(Import(), CancellationToken.None), Row());
        Call<TableImportService>(s => s.UploadAsync(_upload, _file, CancellationToken.None));
        Call<TableImportService>(s => s.ListAsync(CodeTableId.Tariff, new PageRequest(2), CancellationToken.None));
        Call<TableImportService>(s => s.FindAsync(1, CancellationToken.None));
        Call<TableImportService>(s => s.ChangesAsync(1, TableChangeKind.Changed, new PageRequest(), CancellationToken.None));
        Call<TableImportService>(s => s.ConfirmAsync(1, 1, new ImportConsent(WithoutFaulty: true), CancellationToken.None));
        Call<TableImportService>(s => s.ConfirmAsync(1, 1, new ImportConsent(WithoutFaulty: true), CancellationToken.None), Row(("State", "Ready"), ("BaseNumber", 1), ("Number", 1), ("NewCount", 1)).Reaching("INSERT INTO [CodeTableVersions]"));
        Call<TableImportService>(s => s.DiscardAsync(1, CancellationToken.None));
        Call<TableVersions>(s => s.TablesAsync(CancellationToken.None));
        Call<TableVersions>(s => s.ListAsync(CodeTableId.Tariff, new PageRequest(2), CancellationToken.None));
        Call<TableVersions>(s => s.FindAsync(CodeTableId.Tariff, 1, CancellationToken.None));
        Call<TableVersions>(s => s.CompareAsync(Version(1), Version(2), new PageRequest(2), CancellationToken.None));
        Call<TableVersions>(s => s.OfCodeAsync(CodeTableId.Tariff, "4202121000", CancellationToken.None));
        Call<TableVersions>(s => s.RestoreAsync(CodeTableId.Tariff, 0, 1, CancellationToken.None));
        Call<TableVersions>(s => s.RestoreAsync(CodeTableId.Tariff, 1, 2, CancellationToken.None), Row(("Number", 2)).Reaching("INSERT INTO [CodeTableVersions]"));
        Call<CodeWords>(s => s.ListAsync(CodeTableId.Units, new PageRequest(2), CancellationToken.None));
        Call<CodeWords>(s => s.AddAsync(CodeTableId.Units, "035", "公斤", CancellationToken.None));
        Call<CodeWords>(s => s.RemoveAsync(1, CancellationToken.None));
        Call<CheckReplay>(s => s.RunAsync(ADeclaration(), 1, CancellationToken.None));
    }

    private static TableImport Import() => new()
    {
        Table = CodeTableId.Tariff,
        File = new StoredFile
        {
            Name = "a.csv",
            Size = 1,
            Hash = new string('0', StoredFile.HashLength),
            Type = FileType.Text,
            StoredAt = DateTime.UnixEpoch,
            StoredBy = "示例",
        },
        IsComplete = true,
        Source = "示例",
        Verified = true,
        At = DateTime.UnixEpoch,
        By = "示例",
    };

    private static TableVersion Version(int number) => new()
    {
        Table = CodeTableId.Tariff,
        Number = number,
        Edition = number,
        Kind = TableVersionKind.Import,
        At = DateTime.UnixEpoch,
        By = "示例",
        Source = "示例",
        Rows = 1,
    };

    private static Declaration ADeclaration() => new()
    {
        Id = 1,
        Number = new DeclarationNumber(new DateOnly(2026, 11, 22), 1),
        EnterpriseId = 1,
        Kind = DocumentKind.List,
        CreatedAt = DateTime.UnixEpoch,
        CreatedBy = "示例",
    };
}

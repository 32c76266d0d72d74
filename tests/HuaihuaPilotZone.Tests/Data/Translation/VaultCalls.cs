using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class VaultCalls : ServiceCalls
{
    private static readonly DeclarationNumber _number = new(new DateOnly(2026, 11, 22), 1);

    private static readonly KeptFile _file = new("a.pdf", 1, new string('0', StoredFile.HashLength), FileType.Pdf);

    private static readonly VaultData _data = new(VaultType.Invoice, "发票", "1", null, new DateOnly(2026, 12, 1), null);

    protected override void Describe()
    {
        foreach (var sort in Enum.GetValues<VaultSort>())
        {
            Call<VaultService>(s => s.ListAsync(1, new VaultFilter(VaultType.Invoice, null, "示例", sort), new PageRequest(2), CancellationToken.None));
            Call<VaultService>(s => s.ListAsync(1, new VaultFilter(Sort: sort, Ascending: true), new PageRequest(), CancellationToken.None));
        }
        foreach (var validity in Enum.GetValues<VaultValidity>()) Call<VaultService>(s => s.ListAsync(1, new VaultFilter(Validity: validity), new PageRequest(), CancellationToken.None));
        Call<VaultService>(s => s.StreamAsync(1, new VaultFilter(Archived: true), CancellationToken.None));
        Call<VaultService>(s => s.SetArchivedAsync(1, 1, 1, true, CancellationToken.None));
        Call<VaultReminders>(s => s.SendDueAsync(CancellationToken.None));
        Call<VaultService>(s => s.CertificatesAsync(1, CancellationToken.None));
        Call<VaultService>(s => s.CountExpiringAsync(1, CancellationToken.None));
        Call<VaultService>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<VaultService>(s => s.AddAsync(1, _data, _file, CancellationToken.None));
        Call<VaultService>(s => s.UpdateAsync(1, 1, 1, _data, CancellationToken.None));
        Call<VaultService>(s => s.AddVersionAsync(1, 1, _file, "示例", CancellationToken.None));
        Call<VaultService>(s => s.FindFileAsync(1, 1, 1, CancellationToken.None));
        Call<VaultService>(s => s.ValidityOf(new VaultDocument { EnterpriseId = 1, Type = VaultType.Other, Title = "示例" }));
        Call<AttachmentService>(s => s.ListAsync(1, CancellationToken.None));
        Call<AttachmentService>(s => s.ListSubmittedAsync(1, CancellationToken.None));
        Call<AttachmentService>(s => s.ChoicesAsync(1, 1, CancellationToken.None));
        Call<AttachmentService>(s => s.AttachAsync(1, _number, 1, CancellationToken.None));
        Call<AttachmentService>(s => s.AttachAsync(1, _number, 1, CancellationToken.None), Row(("State", "Draft")).Reaching("DELETE FROM"));
        Call<AttachmentService>(s => s.DetachAsync(1, _number, 1, CancellationToken.None), Row(("State", "Draft"), ("Title", "示例")).Reaching("DELETE FROM"));
        Call<AttachmentService>(s => s.FindFileAsync(1, _number, 1, CancellationToken.None));
        Call<AttachmentService>(s => s.FindSubmittedFileAsync(_number, 1, CancellationToken.None));
    }
}

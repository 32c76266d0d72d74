using HuaihuaPilotZone.Content.Addresses;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class AddressesCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<MovedAddresses>(s => s.FindAsync("/news/old", CancellationToken.None));
        foreach (var kind in Enum.GetValues<AddressedKind>())
        {
            Call<AddressDesk>(s => s.FindAsync(kind, 1, CancellationToken.None));
            Call<AddressDesk>(
                s => s.ChangeAsync(kind, 1, 1, "new-place", CancellationToken.None),
                Row(("Slug", "old-place"), ("Target", kind == AddressedKind.News ? "/news/old-place" : "/services/old-place"), ("Version", 1)).Reaching("INSERT INTO [MovedAddresses]"));
        }
    }
}

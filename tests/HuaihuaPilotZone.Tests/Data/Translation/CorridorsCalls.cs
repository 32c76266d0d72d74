using HuaihuaPilotZone.Corridors;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class CorridorsCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<CorridorService>(s => s.NetworkAsync(CancellationToken.None));
        Call<CorridorService>(s => s.FindAsync("china-laos", CancellationToken.None));
        Call<CorridorService>(s => s.AreasAsync(CancellationToken.None));
    }
}

using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class BooksCalls : ServiceCalls
{
    private static readonly DeclarationNumber _number = new(new DateOnly(2026, 11, 22), 1);

    private static readonly PartyData _party = new("示例平台", PartyRoles.Platform, "无", null, null);

    private static readonly ProductData _product = new() { ItemNo = "1", Name = "箱", HsCode = "4202121000", Unit = "007" };

    protected override void Describe()
    {
        foreach (var sort in Enum.GetValues<PartySort>())
        {
            Call<PartyBook>(s => s.ListAsync(1, new PartyFilter("示例", PartyRoles.Agent, Sort: sort), new PageRequest(2), CancellationToken.None));
            Call<PartyBook>(s => s.StreamAsync(1, new PartyFilter(Archived: true, Sort: sort, Descending: true)));
        }
        Call<PartyBook>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<PartyBook>(s => s.AddAsync(1, _party, CancellationToken.None));
        Call<PartyBook>(s => s.UpdateAsync(1, 1, 1, _party, CancellationToken.None));
        Call<PartyBook>(s => s.SetArchivedAsync(1, 1, 1, true, CancellationToken.None));
        foreach (var sort in Enum.GetValues<ProductSort>())
        {
            Call<ProductBook>(s => s.ListAsync(1, new ProductFilter("示例", Sort: sort), new PageRequest(2), CancellationToken.None));
            Call<ProductBook>(s => s.StreamAsync(1, new ProductFilter(OnlyInvalid: true, Sort: sort, Descending: true), CancellationToken.None));
        }
        Call<ProductBook>(s => s.CountInvalidAsync(1, CancellationToken.None));
        Call<ProductBook>(s => s.FindAsync(1, 1, CancellationToken.None));
        Call<ProductBook>(s => s.AddAsync(1, _product, CancellationToken.None));
        Call<ProductBook>(s => s.UpdateAsync(1, 1, 1, _product, CancellationToken.None));
        Call<ProductBook>(s => s.SetArchivedAsync(1, 1, 1, true, CancellationToken.None));
        Call<DraftBooks>(s => s.TakePartyAsync(1, _number, 1, 1, PartyRoles.Platform, CancellationToken.None));
        Call<DraftBooks>(s => s.TakeProductAsync(1, _number, 1, 1, "2", CancellationToken.None));
        Call<DraftBooks>(s => s.KeepLineAsync(1, _number, 0, CancellationToken.None));
    }
}

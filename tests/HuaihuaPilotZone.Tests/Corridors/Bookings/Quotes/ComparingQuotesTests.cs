using HuaihuaPilotZone.Corridors.Bookings.Quotes;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings.Quotes;

public sealed class ComparingQuotesTests
{
    [Theory]
    [InlineData(QuoteBasis.PerTeu, 500_000, 2_000_000, 500_000, 20_000, 100_000)]
    [InlineData(QuoteBasis.PerCubicMetre, 10_000, 1_000_000, 250_000, 10_000, 50_000)]
    [InlineData(QuoteBasis.PerTonne, 40_000, 800_000, 200_000, 8_000, 40_000)]
    [InlineData(QuoteBasis.Total, 1_200_000, 1_200_000, 300_000, 12_000, 60_000)]
    public void Quotes_of_every_basis_come_to_the_same_units(QuoteBasis basis, long cents, long total, long perTeu, long perCubicMetre, long perTonne)
    {
        // 2 × 20 feet and 1 × 40 feet are 4 TEU; 100 m³; 20 t
        var units = QuoteComparison.Of(Make(2, 1, 20_000, 100_000), basis, cents);

        Assert.Equal((total, perTeu, perCubicMetre, perTonne), (units.TotalCents, units.PerTeuCents, units.PerCubicMetreCents, units.PerTonneCents));
    }

    [Fact]
    public void What_the_request_does_not_say_is_left_out_and_said()
    {
        var onlyWeight = Make(0, 0, 20_000, null);

        Assert.Equal(new EqualUnits(null, 500_000, null, null, "询价没有写箱量，不能折算"), QuoteComparison.Of(onlyWeight, QuoteBasis.PerTeu, 500_000));
        Assert.Equal(new EqualUnits(null, null, 9_000, null, "询价没有写体积，不能折算"), QuoteComparison.Of(onlyWeight, QuoteBasis.PerCubicMetre, 9_000));
        Assert.Equal(new EqualUnits(1_000_000, null, null, 50_000, "500.00 × 20 吨 = 10,000.00 元"), QuoteComparison.Of(onlyWeight, QuoteBasis.PerTonne, 50_000));
        Assert.Equal("询价没有写重量，不能折算", QuoteComparison.Of(Make(1, 0, null, null), QuoteBasis.PerTonne, 1).Arithmetic);
    }

    private static QuoteRequest Make(int twenty, int forty, int? kilograms, int? litres) => new()
    {
        Number = "XJ-1",
        EnterpriseId = 1,
        FromPlace = "怀化",
        ToPlace = "万象",
        Goods = "货",
        Containers20 = twenty,
        Containers40 = forty,
        Kilograms = kilograms,
        Litres = litres,
        ReadyOn = new DateOnly(2026, 12, 1),
        AnswerBy = new DateOnly(2026, 11, 30),
        State = RequestState.Open,
        CreatedAt = DateTime.UnixEpoch,
        CreatedBy = "甲",
    };
}

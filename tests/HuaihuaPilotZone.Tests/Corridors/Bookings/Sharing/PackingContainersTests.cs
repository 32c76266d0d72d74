using HuaihuaPilotZone.Corridors.Bookings.Sharing;

namespace HuaihuaPilotZone.Tests.Corridors.Bookings.Sharing;

public sealed class PackingContainersTests
{
    private static int _ids;

    [Theory]
    [InlineData("0902", false, GoodsClass.Food)]
    [InlineData("2203", false, GoodsClass.Food)]
    [InlineData("0910", true, GoodsClass.Odorous)]
    [InlineData("2402", false, GoodsClass.Odorous)]
    [InlineData("2804", false, GoodsClass.Chemicals)]
    [InlineData("3304", true, GoodsClass.Chemicals)]
    [InlineData("4001", false, GoodsClass.Odorous)]
    [InlineData("4202", false, GoodsClass.General)]
    [InlineData("8517", true, GoodsClass.Odorous)]
    public void The_class_follows_from_the_chapter_and_the_smell(string hs, bool isOdorous, GoodsClass expected) => Assert.Equal(expected, GoodsClasses.Of(hs, isOdorous));

    [Theory]
    [InlineData("0902", "2804", "食品不与化工品同箱")]
    [InlineData("2804", "0902", "食品不与化工品同箱")]
    [InlineData("0902", "2402", "食品不与有气味的货物同箱")]
    [InlineData("0902", "4202", null)]
    [InlineData("2804", "4202", null)]
    [InlineData("0902", "1905", null)]
    public void Classes_that_harm_each_other_are_kept_apart(string one, string other, string? why) => Assert.Equal(why, GoodsClasses.Between(Make(1, one), Make(2, other)));

    [Fact]
    public void Dangerous_goods_share_with_nobody_not_even_with_dangerous_ones()
    {
        Assert.NotNull(GoodsClasses.Between(Make(1, "4202", isDangerous: true), Make(2, "4202")));
        Assert.NotNull(GoodsClasses.Between(Make(1, "4202", isDangerous: true), Make(2, "4202", isDangerous: true)));
        Assert.Empty(ContainerPacking.Fill(Make(1, "4202", isDangerous: true), [Make(2, "4202")]));
    }

    [Fact]
    public void Cooled_goods_share_only_at_the_same_range()
    {
        Assert.Null(GoodsClasses.Between(Make(1, "0901", cold: (2m, 8m)), Make(2, "0902", cold: (2m, 8m))));
        Assert.Equal("温度范围不同", GoodsClasses.Between(Make(1, "0901", cold: (2m, 8m)), Make(2, "0902", cold: (2m, 6m))));
        Assert.Equal("温度范围不同", GoodsClasses.Between(Make(1, "0901", cold: (2m, 8m)), Make(2, "0902")));
    }

    [Fact]
    public void No_set_ever_mixes_what_must_be_apart_or_holds_more_than_a_container()
    {
        var random = new Random(20261122);
        string[] codes = ["0902", "2804", "2402", "4202", "1905"];
        for (var round = 0; round < 40; round++)
        {
            var asking = Any(1);
            var candidates = Enumerable.Range(2, 14).Select(Any).ToList();
            foreach (var set in ContainerPacking.Fill(asking, candidates))
            {
                Assert.Same(asking, set[0]);
                Assert.InRange(set.Count, 2, ContainerPacking.MostParts);
                Assert.True(set.Sum(s => s.Kilograms) <= ContainerPacking.ContainerKilograms && set.Sum(s => s.Litres) <= ContainerPacking.ContainerLitres);
                Assert.True(set.Max(s => s.ReadyOn) <= set.Min(s => s.LatestOn));
                Assert.All(set.SelectMany((one, i) => set.Skip(i + 1).Select(other => GoodsClasses.Between(one, other))), Assert.Null);
                Assert.Equal(set.Count, set.Select(s => s.EnterpriseId).Distinct().Count());
            }
        }

        CargoIntent Any(int enterprise) => Make(
            enterprise % 9, codes[random.Next(codes.Length)], random.Next(100, 15_000), random.Next(500, 20_000), random.Next(10) == 0, random.Next(3) == 0 ? (2m, 8m) : null, random.Next(0, 10), random.Next(0, 10));
    }

    [Fact]
    public void The_fullest_container_comes_first_and_is_the_one_that_trying_all_finds()
    {
        var asking = Make(1, "4202", 2000, 8000);
        List<CargoIntent> candidates = [Make(2, "4202", 2000, 20_000), Make(3, "4202", 2000, 12_000), Make(4, "4202", 2000, 13_000), Make(5, "4202", 2000, 30_000)];

        var best = ContainerPacking.Fill(asking, candidates).First();

        Assert.Equal([8000, 12_000, 13_000], best.Select(s => s.Litres));
    }

    [Fact]
    public void What_each_pays_is_together_the_price_to_the_cent_and_the_saving_is_what_a_container_alone_costs_more()
    {
        CargoIntent[] shipments = [Make(1, "4202", 7000, 8250), Make(2, "4202", 1000, 16_500), Make(3, "4202", 100, 100)];
        const long price = 680_001;

        var shares = ContainerPacking.Divide(price, shipments);

        Assert.Equal(price, shares.Sum());
        // 7 t of 28 t and 16.5 m³ of 33 m³: a quarter and a half, beside a little
        Assert.Equal(250_000, ContainerPacking.Part(7000, 8250));
        Assert.Equal(500_000, ContainerPacking.Part(1000, 16_500));
        Assert.Equal((long)(price * 500_000m / (250_000m + 500_000m + ContainerPacking.Part(100, 100))), shares[1]);
        Assert.All(shares, s => Assert.InRange(price - s, 1, price));
    }

    private static CargoIntent Make(
        int enterprise, string hs, int kilograms = 1000, int litres = 5000, bool isDangerous = false, (decimal Low, decimal High)? cold = null, int ready = 0, int until = 10) => new()
        {
            Id = ++_ids,
            Number = $"PX-{_ids}",
            EnterpriseId = enterprise,
            Goods = "货",
            HsPrefix = hs,
            Class = GoodsClasses.Of(hs, false),
            Kilograms = kilograms,
            Litres = litres,
            OriginId = 1,
            DestinationId = 2,
            ReadyOn = new DateOnly(2026, 12, 1).AddDays(ready),
            LatestOn = new DateOnly(2026, 12, 1).AddDays(Math.Max(ready, until)),
            LowestTemperature = cold?.Low,
            HighestTemperature = cold?.High,
            IsDangerous = isDangerous,
            State = IntentState.Open,
            CreatedAt = DateTime.UnixEpoch,
            CreatedBy = "甲",
        };
}

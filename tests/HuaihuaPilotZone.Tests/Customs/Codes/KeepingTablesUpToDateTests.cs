using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Tests.Customs.Codes;

public class KeepingTablesUpToDateTests
{
    private static readonly CustomsTables _builtIn = CustomsTables.BuiltIn();
    private static readonly DateOnly _july = new(2026, 7, 1);
    private static readonly DateOnly _august = new(2026, 8, 1);

    [Fact]
    public void The_shipped_tables_are_read_once_and_never_change()
    {
        var version = _builtIn.TablesVersion;

        var changed = _builtIn.WithOffices([new CustomsOffice("4999", "示例海关")]);

        Assert.Same(_builtIn, CustomsTables.BuiltIn());
        Assert.Equal(version, _builtIn.TablesVersion);
        Assert.Null(_builtIn.Offices.Find("4999", _july));
        Assert.NotNull(changed.Offices.Find("4999", _july));
        Assert.NotNull(changed.Offices.Find("7208", _july));
    }

    [Fact]
    public void An_office_that_was_renamed_has_the_name_of_the_day()
    {
        var tables = _builtIn.WithOffices(
        [
            new CustomsOffice("4999", "旧名", To: new DateOnly(2026, 7, 31)),
            new CustomsOffice("4999", "新名", From: _august),
        ]);

        Assert.Equal("旧名", tables.Offices.Find("4999", _july)?.Name);
        Assert.Equal("新名", tables.Offices.Find("4999", _august)?.Name);
        Assert.Equal("新名", Assert.Single(tables.Offices.On(_august), o => o.Code == "4999").Name);
    }

    [Fact]
    public void Staff_can_correct_a_shipped_office()
    {
        var tables = _builtIn.WithOffices([new CustomsOffice("7208", "凭祥海关") { Source = "官方关区代码表" }]);

        Assert.Equal("凭祥海关", tables.Offices.Find("7208", _july)?.Name);
    }

    [Fact]
    public void A_rate_holds_from_its_day_until_a_later_one_or_its_last_day()
    {
        var tables = _builtIn.WithExchangeRates(
        [
            new ExchangeRate("USD", 7.1m, _july, "测试"),
            new ExchangeRate("USD", 7.2m, _august, "测试"),
            new ExchangeRate("THB", 0.2m, _july, "测试", To: new DateOnly(2026, 7, 31)),
        ]);

        Assert.Null(tables.CnyPerUnit("USD", _july.AddDays(-1)));
        Assert.Equal(7.1m, tables.CnyPerUnit("USD", _july));
        Assert.Equal(7.1m, tables.CnyPerUnit("USD", _august.AddDays(-1)));
        Assert.Equal(7.2m, tables.CnyPerUnit("USD", _august));
        Assert.Equal(0.2m, tables.CnyPerUnit("THB", _july));
        Assert.Null(tables.CnyPerUnit("THB", _august));
        Assert.Equal(1m, tables.CnyPerUnit("CNY", _july));
        Assert.Null(tables.CnyPerUnit(null, _july));
    }

    [Fact]
    public void The_zone_counts_from_the_day_of_its_approval()
    {
        var tables = _builtIn.WithZoneApproval(new ZoneApproval("示例文号", _august, null));

        Assert.False(_builtIn.IsApprovedZone(_august));
        Assert.False(tables.IsApprovedZone(_july));
        Assert.True(tables.IsApprovedZone(_august));
        Assert.False(tables.WithZoneApproval(null).IsApprovedZone(_august));
    }

    [Fact]
    public void Ports_and_tariff_codes_can_be_added()
    {
        var tables = _builtIn
            .WithPorts([new Port("VNM777", "示例港", "VNM") { OldCode = "1599" }, new Port("VNM901", "河内（改）", "VNM") { OldCode = "1553" }])
            .WithTariffLines([new TariffLine("4202129000", "示例", "007", "035", From: _august)]);

        Assert.Equal("1599", tables.Ports.Find("VNM777")?.OldCode);
        Assert.Equal("河内（改）", tables.Ports.Find("VNM901")?.Name);
        Assert.Equal(_builtIn.Ports.Rows.Count + 1, tables.Ports.Rows.Count);
        Assert.Null(tables.TariffLines.Find("4202129000", _july));
        Assert.Equal("035", tables.TariffLines.Find("4202129000", _august)?.Unit2);
    }

    [Fact]
    public void Every_addition_gives_the_snapshot_a_version_of_its_own()
    {
        var rate = new ExchangeRate("USD", 7.1m, _july, "测试");
        string[] versions =
        [
            _builtIn.TablesVersion,
            _builtIn.WithExchangeRates([rate]).TablesVersion,
            _builtIn.WithExchangeRates([rate with { CnyPerUnit = 7.2m }]).TablesVersion,
            _builtIn.WithOffices([new CustomsOffice("4999", "示例海关")]).TablesVersion,
            _builtIn.WithOffices([new CustomsOffice("4999", "示例海关", From: _july)]).TablesVersion,
            _builtIn.WithPorts([new Port("VNM777", "示例港", "VNM")]).TablesVersion,
            _builtIn.WithTariffLines([new TariffLine("4202129000", "示例", "007", null)]).TablesVersion,
            _builtIn.WithZoneApproval(new ZoneApproval("示例文号", _july, null)).TablesVersion,
        ];

        Assert.Equal(versions.Length, versions.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(versions[1], _builtIn.WithExchangeRates([rate]).TablesVersion);
        Assert.All(versions, v => Assert.StartsWith("2026-11-22.", v, StringComparison.Ordinal));
    }
}

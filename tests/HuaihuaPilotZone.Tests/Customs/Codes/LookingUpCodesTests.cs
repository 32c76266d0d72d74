using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Tests.Customs.Codes;

public class LookingUpCodesTests
{
    private static readonly CustomsTables _tables = CustomsTables.BuiltIn();
    private static readonly DateOnly _today = new(2026, 11, 22);

    [Theory]
    [InlineData("VNM", "141", "越南")]
    [InlineData("CHN", "142", "中国")]
    [InlineData("LAO", "119", "老挝")]
    [InlineData("HKG", "110", "中国香港")]
    [InlineData("TWN", "143", "中国台湾")]
    [InlineData("MKD", "354", "北马其顿")]
    [InlineData("ZAF", "244", "南非")]
    public void A_country_has_its_old_number_and_its_present_name(string code, string old, string name)
    {
        var row = _tables.Countries.Find(code);

        Assert.Equal(old, row?.OldCode);
        Assert.Equal(name, row?.Name);
    }

    [Theory]
    [InlineData("CNY", "142")]
    [InlineData("USD", "502")]
    [InlineData("EUR", "300")]
    [InlineData("THB", "136")]
    public void A_currency_has_its_old_number(string code, string old) => Assert.Equal(old, _tables.Currencies.Find(code)?.OldCode);

    [Theory]
    [InlineData("22", "2")]
    [InlineData("23", "1")]
    [InlineData("00", "4")]
    [InlineData("06", "6")]
    [InlineData("32", "3")]
    [InlineData("92", "5")]
    [InlineData("99", "7")]
    [InlineData("41", null)]
    public void A_packaging_has_its_old_digit_or_none(string code, string? old)
    {
        var row = _tables.Packaging.Find(code);

        Assert.NotNull(row);
        Assert.Equal(old, row.OldCode);
    }

    [Theory]
    [InlineData("L", "9")]
    [InlineData("G", "9")]
    [InlineData("3", "3")]
    [InlineData("H", "H")]
    public void A_transport_mode_has_its_old_code(string code, string old) => Assert.Equal(old, _tables.TransportModes.Find(code)?.OldCode);

    [Theory]
    [InlineData("VNM901", "1553", "河内", "VNM")]
    [InlineData("LAO901", "1368", "万象", "LAO")]
    [InlineData("CHN867", "142", "钦州", "CHN")]
    [InlineData("USA264", "3154", "洛杉矶", "USA")]
    [InlineData("KAZ907", "145", "霍尔果斯", "KAZ")]
    [InlineData("KHM000", "107", "柬埔寨（未列明港口）", "KHM")]
    public void A_port_has_its_old_number_and_its_country(string code, string old, string name, string country)
    {
        var row = _tables.Ports.Find(code);

        Assert.Equal((old, name, country), (row?.OldCode, row?.Name, row?.CountryCode));
    }

    [Fact]
    public void Old_numbers_that_stand_for_several_countries_lead_to_none()
    {
        Assert.Equal("VNM", _tables.Countries.NewCodeOf("141"));
        Assert.Null(_tables.Countries.NewCodeOf("699"));
        Assert.True(_tables.Countries.FindByOldCode("699").Count > 5);
        Assert.Null(_tables.Countries.NewCodeOf("000"));
        Assert.Null(_tables.Countries.NewCodeOf(null));
    }

    [Theory]
    [InlineData("22VNM", "2022-01-01")]
    [InlineData("22KOR", "2022-02-01")]
    [InlineData("22MYS", "2022-03-18")]
    [InlineData("22MMR", "2022-05-01")]
    [InlineData("22IDN", "2023-01-02")]
    [InlineData("22PHL", "2023-06-02")]
    public void A_member_of_an_agreement_knows_its_first_day_and_that_it_is_to_be_verified(string code, string from)
    {
        var row = _tables.AgreementMembers.Find(code);

        Assert.Equal((DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), false), (row?.ValidFrom, row?.Verified));
        Assert.NotNull(_tables.Countries.Find(code[2..]));
    }

    [Fact]
    public void The_tables_are_as_long_as_their_sources()
    {
        Assert.Equal(264, _tables.Countries.Rows.Count);
        Assert.Equal(26, _tables.Currencies.Rows.Count);
        Assert.Equal(18, _tables.TransportModes.Rows.Count);
        Assert.Equal(123, _tables.Units.Rows.Count);
        Assert.Equal(17, _tables.Packaging.Rows.Count);
        Assert.Equal(8, _tables.ContainerTypes.Rows.Count);
        Assert.Equal(9, _tables.Offices.Rows.Count);
        Assert.Equal(14, _tables.AgreementMembers.Rows.Count);
        Assert.Equal(15, _tables.Modes.Rows.Count(m => m.InPortal));
        Assert.Equal(54 + 264, _tables.Ports.Rows.Count);
        Assert.Equal(13, _tables.DomesticPlaces.Count(p => p.Kind == DomesticPlaceKind.Division));
    }

    [Fact]
    public void Every_row_says_where_it_comes_from_and_of_what_day()
    {
        IEnumerable<CodeRow> all =
        [
            .. _tables.Modes.Rows, .. _tables.TransportModes.Rows, .. _tables.Currencies.Rows, .. _tables.Countries.Rows, .. _tables.Units.Rows,
            .. _tables.Packaging.Rows, .. _tables.Ports.Rows, .. _tables.ContainerTypes.Rows, .. _tables.Offices.Rows, .. _tables.DomesticPlaces,
            .. _tables.Headings.Rows, .. _tables.Subheadings.Rows, .. _tables.TariffLines.Rows, .. _tables.OriginAgreements.Rows, .. _tables.AgreementMembers.Rows,
        ];

        Assert.All(all, row =>
        {
            Assert.NotEmpty(row.Name);
            Assert.NotEmpty(row.Source);
            Assert.NotNull(row.Date);
        });
    }

    [Fact]
    public void No_office_of_Huaihua_and_no_ten_digit_code_is_invented()
    {
        Assert.All(_tables.Offices.Rows, o => Assert.False(o.Verified));
        Assert.Equal("4900", Assert.Single(_tables.Offices.Rows, o => o.Code.StartsWith("49", StringComparison.Ordinal)).Code);
        Assert.Empty(_tables.TariffLines.Rows);
        Assert.Null(_tables.ZoneApproval);
        Assert.Empty(_tables.Rates.Rows);
    }

    [Fact]
    public void Every_subheading_belongs_to_a_heading_and_every_heading_has_subheadings()
    {
        Assert.All(_tables.Subheadings.Rows, s => Assert.NotNull(_tables.Headings.Find(s.Code[..4], _today)));
        Assert.All(_tables.Headings.Rows, h => Assert.Contains(_tables.Subheadings.Rows, s => s.Code.StartsWith(h.Code, StringComparison.Ordinal)));
        Assert.All(_tables.Subheadings.Rows, s => Assert.Equal(6, s.Code.Length));
        Assert.False(_tables.Headings.Find("6204", _today)?.IsComplete);
        Assert.True(_tables.Headings.Find("4202", _today)?.IsComplete);
        Assert.Equal(12, _tables.Subheadings.Rows.Count(s => s.Code.StartsWith("4202", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("9710", "2020-07-01")]
    [InlineData("9810", "2020-07-01")]
    [InlineData("9610", "2014-02-10")]
    [InlineData("1239", "2016-12-01")]
    public void A_mode_knows_its_first_day(string mode, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), _tables.Modes.Find(mode)?.From);
}

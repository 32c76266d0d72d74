using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>
/// All code tables of one moment: an immutable snapshot that is handed to the pre-check and to the writers.
/// Start from <see cref="BuiltIn"/> and add what staff keep: offices, ports, tariff lines, exchange rates, the zone's approval.
/// </summary>
public sealed partial class CustomsTables
{
    /// <summary>Yuan, whose rate is one by definition.</summary>
    public const string Yuan = "CNY";

    private static readonly Lazy<CustomsTables> _builtIn = new(BuiltInTables.Load);

    internal CustomsTables()
    {
    }

    internal CustomsTables(CustomsTables from)
    {
        Modes = from.Modes;
        TransportModes = from.TransportModes;
        Currencies = from.Currencies;
        Countries = from.Countries;
        Units = from.Units;
        Packaging = from.Packaging;
        Ports = from.Ports;
        ContainerTypes = from.ContainerTypes;
        Offices = from.Offices;
        DomesticPlaces = from.DomesticPlaces;
        Districts = from.Districts;
        Divisions = from.Divisions;
        DomesticPorts = from.DomesticPorts;
        TaxNatures = from.TaxNatures;
        TradeTerms = from.TradeTerms;
        DutyModes = from.DutyModes;
        ControlDocuments = from.ControlDocuments;
        AttachedDocuments = from.AttachedDocuments;
        DeclarationTypes = from.DeclarationTypes;
        EntryTypes = from.EntryTypes;
        FreightMarks = from.FreightMarks;
        ChargeMarks = from.ChargeMarks;
        YesNo = from.YesNo;
        AttachmentFormats = from.AttachmentFormats;
        OriginAgreements = from.OriginAgreements;
        AgreementMembers = from.AgreementMembers;
        Headings = from.Headings;
        TariffNames = from.TariffNames;
        Subheadings = from.Subheadings;
        TariffLines = from.TariffLines;
        Rates = from.Rates;
        ZoneApproval = from.ZoneApproval;
        SpecialAreas = from.SpecialAreas;
        Tolerances = from.Tolerances;
        _kept = from._kept;
        TablesVersion = from.TablesVersion;
    }

    /// <summary>Names this snapshot: day of the shipped tables and a hash that changes with every row that is added.</summary>
    public string TablesVersion { get; internal init; } = "";

    /// <summary>监管方式, all known codes.</summary>
    public CodeTable<SupervisionMode> Modes { get; internal init; } = new([]);

    /// <summary>运输方式.</summary>
    public CodeTable<TransportMode> TransportModes { get; internal init; } = new([]);

    /// <summary>币制.</summary>
    public CodeTable<Currency> Currencies { get; internal init; } = new([]);

    /// <summary>国别（地区）.</summary>
    public CodeTable<Country> Countries { get; internal init; } = new([]);

    /// <summary>The name of a country or region; the code itself where the table has none.</summary>
    public string CountryName(string code) => Countries.Find(code)?.Name ?? code;

    /// <summary>计量单位.</summary>
    public CodeTable<MeasureUnit> Units { get; internal init; } = new([]);

    /// <summary>包装种类.</summary>
    public CodeTable<Packaging> Packaging { get; internal init; } = new([]);

    /// <summary>港口, with one XXX000 for every country.</summary>
    public CodeTable<Port> Ports { get; internal init; } = new([]);

    /// <summary>集装箱规格.</summary>
    public CodeTable<ContainerType> ContainerTypes { get; internal init; } = new([]);

    /// <summary>关区, shipped and kept by staff.</summary>
    public DatedTable<CustomsOffice> Offices { get; internal init; } = new([]);

    /// <summary>国内地区, 行政区划 and 国内口岸.</summary>
    public IReadOnlyList<DomesticPlace> DomesticPlaces { get; internal init; } = [];

    /// <summary>国内地区, Hunan only so far.</summary>
    public CodeTable<DomesticPlace> Districts { get; internal init; } = new([]);

    /// <summary>行政区划, Huaihua only so far.</summary>
    public CodeTable<DomesticPlace> Divisions { get; internal init; } = new([]);

    /// <summary>国内口岸, those of the zone's routes.</summary>
    public CodeTable<DomesticPlace> DomesticPorts { get; internal init; } = new([]);

    /// <summary>征免性质.</summary>
    public CodeTable<NamedCode> TaxNatures { get; internal init; } = new([]);

    /// <summary>成交方式.</summary>
    public CodeTable<NamedCode> TradeTerms { get; internal init; } = new([]);

    /// <summary>征免方式.</summary>
    public CodeTable<NamedCode> DutyModes { get; internal init; } = new([]);

    /// <summary>监管证件; the source is incomplete.</summary>
    public CodeTable<NamedCode> ControlDocuments { get; internal init; } = new([]);

    /// <summary>随附单据类别; the source is incomplete.</summary>
    public CodeTable<NamedCode> AttachedDocuments { get; internal init; } = new([]);

    /// <summary>单据类型, characters 1 and 2 of Type.</summary>
    public CodeTable<NamedCode> DeclarationTypes { get; internal init; } = new([]);

    /// <summary>报关单类型.</summary>
    public CodeTable<NamedCode> EntryTypes { get; internal init; } = new([]);

    /// <summary>运费标记.</summary>
    public CodeTable<NamedCode> FreightMarks { get; internal init; } = new([]);

    /// <summary>保费标记 and 杂费标记.</summary>
    public CodeTable<NamedCode> ChargeMarks { get; internal init; } = new([]);

    /// <summary>是、否.</summary>
    public CodeTable<NamedCode> YesNo { get; internal init; } = new([]);

    /// <summary>随附单据格式.</summary>
    public CodeTable<NamedCode> AttachmentFormats { get; internal init; } = new([]);

    /// <summary>优惠贸易协定.</summary>
    public CodeTable<NamedCode> OriginAgreements { get; internal init; } = new([]);

    /// <summary>Whom a preferential agreement binds beside China, and from when: its code and the country. RCEP only so far.</summary>
    public CodeTable<NamedCode> AgreementMembers { get; internal init; } = new([]);

    /// <summary>Names of chapters, headings and subheadings as staff have imported them; empty until then.</summary>
    public CodeTable<NamedCode> TariffNames { get; internal init; } = new([]);

    /// <summary>Four-digit headings of the zone's goods.</summary>
    public DatedTable<TariffHeading> Headings { get; internal init; } = new([]);

    /// <summary>Six-digit subheadings of the zone's goods.</summary>
    public CodeTable<TariffSubheading> Subheadings { get; internal init; } = new([]);

    /// <summary>Ten-digit codes with statutory units, as far as a source is at hand.</summary>
    public DatedTable<TariffLine> TariffLines { get; internal init; } = new([]);

    /// <summary>Exchange rates kept by staff.</summary>
    public DatedTable<ExchangeRate> Rates { get; internal init; } = new([]);

    /// <summary>Approval of the pilot zone, or null while none has been entered.</summary>
    public ZoneApproval? ZoneApproval { get; internal init; }

    /// <summary>Special customs areas of all times; empty while none has been stated.</summary>
    public IReadOnlyList<SpecialArea> SpecialAreas { get; private init; } = [];

    /// <summary>How far numbers that belong together may differ.</summary>
    public Tolerances Tolerances { get; private init; } = Tolerances.Default;

    /// <summary>The shipped tables. They are read once per process; the snapshot never changes.</summary>
    public static CustomsTables BuiltIn() => _builtIn.Value;

    /// <summary>Adds customs offices; where an office of the same code and start is there, the new row wins.</summary>
    public CustomsTables WithOffices(IEnumerable<CustomsOffice> offices)
    {
        CustomsOffice[] added = [.. offices];
        return new CustomsTables(this) { Offices = Offices.With(added), TablesVersion = Next("office", added.Select(r => r.Fingerprint)) };
    }

    /// <summary>Adds ports or replaces those of the same code.</summary>
    public CustomsTables WithPorts(IEnumerable<Port> ports)
    {
        Port[] added = [.. ports];
        return new CustomsTables(this) { Ports = Ports.With(added), TablesVersion = Next("port", added.Select(r => r.Fingerprint + r.CountryCode)) };
    }

    /// <summary>Adds ten-digit tariff codes.</summary>
    public CustomsTables WithTariffLines(IEnumerable<TariffLine> lines)
    {
        TariffLine[] added = [.. lines];
        return new CustomsTables(this) { TariffLines = TariffLines.With(added), TablesVersion = Next("tariff", added.Select(r => r.Fingerprint)) };
    }

    /// <summary>Adds exchange rates.</summary>
    public CustomsTables WithExchangeRates(IEnumerable<ExchangeRate> rates)
    {
        ExchangeRate[] added = [.. rates];
        return new CustomsTables(this) { Rates = Rates.With(added), TablesVersion = Next("rate", added.Select(r => r.Fingerprint)) };
    }

    /// <summary>Sets the approval of the pilot zone, or takes it away.</summary>
    public CustomsTables WithZoneApproval(ZoneApproval? approval) => new(this)
    {
        ZoneApproval = approval,
        TablesVersion = Next("zone", approval is null ? [] : [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{approval.Number}|{approval.Date:yyyyMMdd}")]),
    };

    /// <summary>Sets the special customs areas; none leaves the snapshot as it is.</summary>
    public CustomsTables WithSpecialAreas(IEnumerable<SpecialArea> areas)
    {
        SpecialArea[] stated = [.. areas];
        return stated.Length == 0 ? this : new CustomsTables(this) { SpecialAreas = stated, TablesVersion = Next("area", stated.Select(a => a.Fingerprint)) };
    }

    /// <summary>Sets how far numbers that belong together may differ; the default leaves the name of the snapshot as it is.</summary>
    public CustomsTables WithTolerances(Tolerances tolerances) => tolerances == Tolerances ? this : new(this)
    {
        Tolerances = tolerances,
        TablesVersion = Next("tolerance", [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tolerances.Amount}|{tolerances.KilogramShare}|{tolerances.KilogramLeast}")]),
    };

    /// <summary>Yuan for one unit of a currency on a day; null when no rate is kept for it. Rates are never guessed.</summary>
    public decimal? CnyPerUnit(string? currency, DateOnly date) => currency == Yuan ? 1m : Rates.Find(currency, date)?.CnyPerUnit;

    /// <summary>Whether the zone was an approved comprehensive pilot zone on a day.</summary>
    public bool IsApprovedZone(DateOnly date) => ZoneApproval is { } approval && approval.Date <= date;

    private string Next(string topic, IEnumerable<string> fingerprints)
    {
        var text = string.Join('\n', [TablesVersion, topic, .. fingerprints]);
        var edition = TablesVersion[..TablesVersion.IndexOf('.', StringComparison.Ordinal)];
        return $"{edition}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }
}

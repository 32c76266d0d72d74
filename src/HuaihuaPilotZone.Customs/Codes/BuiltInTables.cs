using System.Security.Cryptography;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>Reads the tables that are shipped inside the assembly.</summary>
internal static class BuiltInTables
{
    /// <summary>The day on which the shipped tables were put together.</summary>
    private const string Edition = "2026-11-22";

    private static readonly string[] _files =
    [
        "supervision-modes", "transport-modes", "currencies", "countries", "units", "packaging", "ports",
        "container-types", "customs-offices", "domestic-places", "tariff4", "tariff6", "tariff10",
        "tax-natures", "trade-terms", "duty-modes", "control-documents", "attached-documents", "declaration-types", "origin-agreements", "agreement-members", "form-codes",
    ];

    public static CustomsTables Load()
    {
        var places = Read("domestic-places", (r, code, name) => new DomesticPlace(code, name, Kind(r["kind"])));
        var countries = new CodeTable<Country>(Read("countries", (r, code, name) => new Country(code, name)));
        return new CustomsTables
        {
            Modes = new(Read("supervision-modes", (r, code, name) => new SupervisionMode(code, name, r.IsYes("portal"), r.IsYes("obsolete"), r.Day("from")))),
            TransportModes = new(Read("transport-modes", (r, code, name) => new TransportMode(code, name, r.IsYes("crossing")))),
            Currencies = new(Read("currencies", (r, code, name) => new Currency(code, name))),
            Countries = countries,
            Units = new(Read("units", (r, code, name) => new MeasureUnit(code, name) { OldCode = code })),
            Packaging = new(Read("packaging", (r, code, name) => new Packaging(code, name))),
            Ports = new([.. Read("ports", (r, code, name) => new Port(code, name, r["country"])), .. WholeCountries(countries)]),
            ContainerTypes = new(Read("container-types", (r, code, name) => new ContainerType(code, name))),
            Offices = new(Read("customs-offices", (r, code, name) => new CustomsOffice(code, name, r.Day("from"), r.Day("to")))),
            DomesticPlaces = places,
            Districts = new([.. places.Where(p => p.Kind == DomesticPlaceKind.District)]),
            Divisions = new([.. places.Where(p => p.Kind == DomesticPlaceKind.Division)]),
            DomesticPorts = new([.. places.Where(p => p.Kind == DomesticPlaceKind.Port)]),
            TaxNatures = Named("tax-natures"),
            TradeTerms = Named("trade-terms"),
            DutyModes = Named("duty-modes"),
            ControlDocuments = Named("control-documents"),
            AttachedDocuments = Named("attached-documents"),
            DeclarationTypes = Named("declaration-types"),
            OriginAgreements = Named("origin-agreements"),
            AgreementMembers = new(Read("agreement-members", (r, code, name) => new NamedCode(code, name) { ValidFrom = r.Day("from") })),
            EntryTypes = OfForm("entry-types"),
            FreightMarks = OfForm("freight-marks"),
            ChargeMarks = OfForm("charge-marks"),
            YesNo = OfForm("yes-no"),
            AttachmentFormats = OfForm("attachment-formats"),
            Headings = new(Read("tariff4", (r, code, name) => new TariffHeading(code, name, r["scope"] == "complete", r.Day("from"), r.Day("to")))),
            Subheadings = new(Read("tariff6", (r, code, name) => new TariffSubheading(code, name))),
            TariffLines = new(Read("tariff10", (r, code, name) => new TariffLine(code, name, r["unit1"], r.OrNull("unit2"), r.Day("from"), r.Day("to")))),
            Rates = new([]),
            TablesVersion = Version(),
        };
    }

    // Facts C10: a port that is not listed may be sent as the country and 000, in old numbers as the country itself.
    public static IEnumerable<Port> WholeCountries(CodeTable<Country> countries) =>
        countries.Rows.Select(c => new Port(c.Code + "000", c.Name + "（未列明港口）", c.Code) { OldCode = c.OldCode, Source = c.Source, Date = c.Date, Verified = c.Verified });

    private static CodeTable<NamedCode> Named(string file) => new(Read(file, (_, code, name) => new NamedCode(code, name)));

    // Lists of two or three values stand in one file.
    private static CodeTable<NamedCode> OfForm(string list) =>
        new([.. CsvRows.Embedded(ResourceOf("form-codes")).Rows.Where(r => r["list"] == list).Select(r => Sourced(new NamedCode(r["code"], r["name"]), r))]);

    private static TRow[] Read<TRow>(string file, Func<CsvRow, string, string, TRow> create)
        where TRow : CodeRow
    {
        var rows = CsvRows.Embedded(ResourceOf(file)).Rows;
        return [.. rows.Select(r => Sourced(create(r, r["code"], r["name"]), r))];
    }

    // Tables without a column "old" use one code for both generations or none at all; the row itself then knows.
    private static TRow Sourced<TRow>(TRow row, CsvRow csv)
        where TRow : CodeRow =>
        row with { OldCode = csv.Has("old") ? csv.OrNull("old") : row.OldCode, Source = csv["source"], Date = csv.Day("date"), Verified = csv.IsYes("verified") };

    private static DomesticPlaceKind Kind(string word) => word switch
    {
        "district" => DomesticPlaceKind.District,
        "division" => DomesticPlaceKind.Division,
        _ => DomesticPlaceKind.Port,
    };

    private static string ResourceOf(string file) => $"HuaihuaPilotZone.Customs.Codes.Tables.{file}.csv";

    private static Stream Open(string file) =>
        typeof(BuiltInTables).Assembly.GetManifestResourceStream(ResourceOf(file))
        ?? throw new InvalidOperationException($"The table {file}.csv is not embedded in the assembly.");

    private static string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            using var stream = Open(file);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(bytes.GetBuffer(), 0, (int)bytes.Length);
        }

        return $"{Edition}.{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}

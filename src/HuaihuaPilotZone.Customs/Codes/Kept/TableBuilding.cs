namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>Between rows as they are kept and the tables that rules and writers use.</summary>
public static class TableBuilding
{
    /// <summary>The present rows of a table as an import compares with them: imported ones, or the shipped ones.</summary>
    public static IReadOnlyList<KeptRow> Present(this CustomsTables tables, CodeTableId table)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var shipped = tables.AllRows(table);
        // a country as a whole is no port of the source
        return [.. (table == CodeTableId.Ports ? shipped.Where(r => !IsWholeCountry(r)) : shipped).Select(Kept)];
    }

    /// <summary>When a row of any table holds.</summary>
    public static (DateOnly? From, DateOnly? To) Validity(this CodeRow row) => row switch
    {
        null => throw new ArgumentNullException(nameof(row)),
        IDatedRow dated => (dated.From, dated.To),
        SupervisionMode mode => (row.ValidFrom ?? mode.From, row.ValidTo),
        _ => (row.ValidFrom, row.ValidTo),
    };

    /// <summary>Whether a row of any table holds on a day.</summary>
    public static bool HoldsOn(this CodeRow row, DateOnly day) => row.Validity() is var (from, to) && (from is null || from <= day) && (to is null || to >= day);

    /// <summary>Facts C10: XXX000 is the country as a whole and stands in no source.</summary>
    internal static bool IsWholeCountry(CodeRow port) => port.Code.EndsWith("000", StringComparison.Ordinal);

    /// <summary>Tables whose look-ups name a day themselves.</summary>
    internal static bool IsDated(CodeTableId table) => table is CodeTableId.Tariff or CodeTableId.CustomsOffices or CodeTableId.Headings;

    /// <summary>The tables with one of them replaced by these rows; of an undated table one row of each code.</summary>
    internal static CustomsTables Put(CustomsTables tables, CodeTableId table, IReadOnlyList<KeptRow> rows) => table switch
    {
        CodeTableId.Tariff => new(tables) { TariffLines = new([.. Typed<TariffLine>(table, rows)]) },
        CodeTableId.CustomsOffices => new(tables) { Offices = new([.. Typed<CustomsOffice>(table, rows)]) },
        CodeTableId.SupervisionModes => new(tables) { Modes = Table<SupervisionMode>(table, rows) },
        CodeTableId.TransportModes => new(tables) { TransportModes = Table<TransportMode>(table, rows) },
        CodeTableId.Currencies => new(tables) { Currencies = Table<Currency>(table, rows) },
        CodeTableId.Countries => WithCountries(tables, Table<Country>(table, rows)),
        CodeTableId.Units => new(tables) { Units = Table<MeasureUnit>(table, rows) },
        CodeTableId.Packaging => new(tables) { Packaging = Table<Packaging>(table, rows) },
        CodeTableId.Ports => new(tables) { Ports = new([.. Typed<Port>(table, rows), .. BuiltInTables.WholeCountries(tables.Countries)]) },
        CodeTableId.ContainerTypes => new(tables) { ContainerTypes = Table<ContainerType>(table, rows) },
        CodeTableId.Districts => new(tables) { Districts = Table<DomesticPlace>(table, rows) },
        CodeTableId.Divisions => new(tables) { Divisions = Table<DomesticPlace>(table, rows) },
        CodeTableId.DomesticPorts => new(tables) { DomesticPorts = Table<DomesticPlace>(table, rows) },
        _ => PutPlain(tables, table, Table<NamedCode>(table, rows)),
    };

    /// <summary>Kept rows of all times as rows of the table.</summary>
    internal static IReadOnlyList<CodeRow> Rows(CodeTableId table, IReadOnlyList<KeptRow> rows) => [.. Typed<CodeRow>(table, rows)];

    /// <summary>The rows that the tables hold.</summary>
    internal static IReadOnlyList<CodeRow> RowsOf(CustomsTables tables, CodeTableId table) => table switch
    {
        CodeTableId.Tariff => tables.TariffLines.Rows,
        CodeTableId.Headings => tables.Headings.Rows,
        CodeTableId.CustomsOffices => tables.Offices.Rows,
        _ => UndatedOf(tables, table)?.Rows ?? [],
    };

    /// <summary>The undated table of a name, or null.</summary>
    internal static ICodeTable? UndatedOf(CustomsTables tables, CodeTableId table) => table switch
    {
        CodeTableId.Subheadings => tables.Subheadings,
        CodeTableId.SupervisionModes => tables.Modes,
        CodeTableId.TransportModes => tables.TransportModes,
        CodeTableId.Currencies => tables.Currencies,
        CodeTableId.Countries => tables.Countries,
        CodeTableId.Units => tables.Units,
        CodeTableId.Packaging => tables.Packaging,
        CodeTableId.Ports => tables.Ports,
        CodeTableId.ContainerTypes => tables.ContainerTypes,
        CodeTableId.Districts => tables.Districts,
        CodeTableId.Divisions => tables.Divisions,
        CodeTableId.DomesticPorts => tables.DomesticPorts,
        CodeTableId.TaxNatures => tables.TaxNatures,
        CodeTableId.TradeTerms => tables.TradeTerms,
        CodeTableId.DutyModes => tables.DutyModes,
        CodeTableId.ControlDocuments => tables.ControlDocuments,
        CodeTableId.AttachedDocuments => tables.AttachedDocuments,
        CodeTableId.DeclarationTypes => tables.DeclarationTypes,
        CodeTableId.OriginAgreements => tables.OriginAgreements,
        CodeTableId.TariffNames => tables.TariffNames,
        CodeTableId.AgreementMembers => tables.AgreementMembers,
        _ => null,
    };

    private static CustomsTables PutPlain(CustomsTables tables, CodeTableId table, CodeTable<NamedCode> rows) => table switch
    {
        CodeTableId.TaxNatures => new(tables) { TaxNatures = rows },
        CodeTableId.TradeTerms => new(tables) { TradeTerms = rows },
        CodeTableId.DutyModes => new(tables) { DutyModes = rows },
        CodeTableId.ControlDocuments => new(tables) { ControlDocuments = rows },
        CodeTableId.AttachedDocuments => new(tables) { AttachedDocuments = rows },
        CodeTableId.DeclarationTypes => new(tables) { DeclarationTypes = rows },
        CodeTableId.OriginAgreements => new(tables) { OriginAgreements = rows },
        CodeTableId.TariffNames => new(tables) { TariffNames = rows },
        CodeTableId.AgreementMembers => new(tables) { AgreementMembers = rows },
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "This table cannot be imported."),
    };

    // every country has its port "as a whole"
    private static CustomsTables WithCountries(CustomsTables tables, CodeTable<Country> countries) => new(tables)
    {
        Countries = countries,
        Ports = new([.. tables.Ports.Rows.Where(p => !IsWholeCountry(p)), .. BuiltInTables.WholeCountries(countries)]),
    };

    private static CodeTable<TRow> Table<TRow>(CodeTableId table, IReadOnlyList<KeptRow> rows)
        where TRow : CodeRow => new([.. Typed<TRow>(table, rows)]);

    private static IEnumerable<TRow> Typed<TRow>(CodeTableId table, IReadOnlyList<KeptRow> rows)
        where TRow : CodeRow => rows.Select(r => (TRow)Typed(table, r));

    private static CodeRow Typed(CodeTableId table, KeptRow row)
    {
        CodeRow typed = table switch
        {
            CodeTableId.Tariff => new TariffLine(row.Code, row.Name, row[TariffColumns.Unit1] ?? "", row[TariffColumns.Unit2], row.From, row.To) { More = row.More },
            CodeTableId.CustomsOffices => new CustomsOffice(row.Code, row.Name, row.From, row.To),
            // which modes the portal offers is the portal's to say, not the table's
            CodeTableId.SupervisionModes => new SupervisionMode(row.Code, row.Name, CustomsTables.BuiltIn().Modes.Find(row.Code)?.InPortal == true, CustomsTables.BuiltIn().Modes.Find(row.Code)?.IsObsolete == true, row.From),
            CodeTableId.TransportModes => new TransportMode(row.Code, row.Name, CustomsTables.BuiltIn().TransportModes.Find(row.Code)?.CrossesBorder ?? true),
            CodeTableId.Currencies => new Currency(row.Code, row.Name),
            CodeTableId.Countries => new Country(row.Code, row.Name),
            CodeTableId.Units => new MeasureUnit(row.Code, row.Name),
            CodeTableId.Packaging => new Packaging(row.Code, row.Name),
            CodeTableId.Ports => new Port(row.Code, row.Name, row["country"] ?? row.Code[..3]),
            CodeTableId.ContainerTypes => new ContainerType(row.Code, row.Name),
            CodeTableId.Districts => new DomesticPlace(row.Code, row.Name, DomesticPlaceKind.District),
            CodeTableId.Divisions => new DomesticPlace(row.Code, row.Name, DomesticPlaceKind.Division),
            CodeTableId.DomesticPorts => new DomesticPlace(row.Code, row.Name, DomesticPlaceKind.Port),
            _ => new NamedCode(row.Code, row.Name),
        };
        return typed with
        {
            OldCode = table == CodeTableId.Units ? row.Code : row.OldCode,
            Source = row.Source,
            Date = row.SourceDate,
            Verified = row.Verified,
            ValidFrom = row.From,
            ValidTo = row.To,
        };
    }

    private static KeptRow Kept(CodeRow row)
    {
        var (from, to) = row.Validity();
        return new KeptRow(row.Code, row.Name)
        {
            OldCode = row is MeasureUnit ? null : row.OldCode,
            From = from,
            To = to,
            Source = row.Source,
            SourceDate = row.Date,
            Verified = row.Verified,
            More = More(row),
        };
    }

    private static Dictionary<string, string> More(CodeRow row)
    {
        var more = row is TariffLine line ? new Dictionary<string, string>(line.More, StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal);
        if (row is TariffLine units)
        {
            more[TariffColumns.Unit1] = units.Unit1;
            if (units.Unit2 is { } second) more[TariffColumns.Unit2] = second;
        }

        if (row is Port port) more["country"] = port.CountryCode;
        return more;
    }
}

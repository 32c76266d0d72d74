using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;

namespace HuaihuaPilotZone.Tests.Customs.Codes.Kept;

/// <summary>What an imported file does to a table: what is new, changed, ended and untouched, and everything that contradicts.</summary>
public sealed class ImportingTablesTests
{
    private static readonly DateOnly _newYear = new(2027, 1, 1);

    private static readonly KeptRow[] _present =
    [
        new("USD", "美元") { OldCode = "502" },
        new("EUR", "欧元") { OldCode = "300" },
        new("DEM", "德国马克") { OldCode = "304" },
    ];

    [Theory]
    [InlineData(CodeTableId.Countries, "142", TableFault.OtherSystem, "142 现为 CHN")]
    [InlineData(CodeTableId.Currencies, "502", TableFault.OtherSystem, "502 现为 USD")]
    [InlineData(CodeTableId.Packaging, "2", TableFault.OtherSystem, "旧代码")]
    [InlineData(CodeTableId.Ports, "1331", TableFault.OtherSystem, "旧代码")]
    [InlineData(CodeTableId.ContainerTypes, "L", TableFault.OtherSystem, "旧代码")]
    [InlineData(CodeTableId.Tariff, "42021290", TableFault.Shape, "10 位数字")]
    [InlineData(CodeTableId.Tariff, "", TableFault.Missing, "没有代码")]
    [InlineData(CodeTableId.CustomsOffices, "49315", TableFault.Shape, "4 位数字")]
    public void A_code_of_another_shape_or_system_is_named(CodeTableId table, string code, TableFault fault, string words)
    {
        var problem = Assert.Single(Read(table, new() { ["code"] = code, ["name"] = "示例", ["unit1"] = "035" }).Problems);

        Assert.Equal((fault, 7), (problem.Fault, problem.Line));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit1", "999", TableFault.UnknownCode)]
    [InlineData("unit1", "", TableFault.Missing)]
    [InlineData("unit2", "公吨吨", TableFault.UnknownCode)]
    [InlineData("importRate", "很高", TableFault.Shape)]
    [InlineData("exportRate", "2000%", TableFault.Shape)]
    [InlineData("from", "2026 年春", TableFault.Shape)]
    [InlineData("to", "2025-12-31", TableFault.EndsBeforeStart)]
    [InlineData("name", "", TableFault.Missing)]
    public void A_value_that_cannot_be_is_named(string column, string value, TableFault fault)
    {
        var line = Suitcase();
        line[column] = value;

        Assert.Equal(fault, Assert.Single(Read(CodeTableId.Tariff, line).Problems).Fault);
    }

    [Fact]
    public void A_line_of_the_tariff_is_read_in_the_forms_people_write()
    {
        var (row, problems) = Read(CodeTableId.Tariff, new()
        {
            ["code"] = "4202.12.90 00",
            ["name"] = " 拉杆箱 ",
            ["unit1"] = "个",
            ["unit2"] = "35",
            ["importRate"] = "１０",
            ["rebateRate"] = "13%",
            ["generalRate"] = "100%或3元/千克",
            ["from"] = "2026/1/1",
            ["to"] = "99991231",
        });

        Assert.Empty(problems);
        Assert.Equal(("4202129000", "拉杆箱", new DateOnly(2026, 1, 1), null), (row!.Code, row.Name, row.From, row.To));
        Assert.Equal(("007", "035", "10%", "13%", "100%或3元/千克"), (row["unit1"], row["unit2"], row["importRate"], row["rebateRate"], row["generalRate"]));
    }

    [Theory]
    [InlineData(CodeTableId.Tariff, "101210010", "0101210010")]
    [InlineData(CodeTableId.SupervisionModes, "110", "0110")]
    [InlineData(CodeTableId.Units, "7", "007")]
    [InlineData(CodeTableId.AttachedDocuments, "1", "00000001")]
    public void Zeros_that_a_spreadsheet_dropped_are_given_back(CodeTableId table, string typed, string code)
    {
        var reader = new RowReader(TableSchemas.Of(table), CustomsTables.BuiltIn());

        var row = reader.Read(7, c => c switch { "code" => typed, "name" => "示例", "unit1" => "035", _ => null });

        Assert.Empty(reader.Problems);
        Assert.Equal((code, 1, (typed, code)), (row!.Code, reader.Mended, reader.FirstMended));
    }

    [Theory]
    [InlineData(CodeTableId.Tariff, "42021290", "10 位数字")]
    [InlineData(CodeTableId.Tariff, "001210010", "10 位数字")]
    [InlineData(CodeTableId.Tariff, "4.20213E+09", "科学计数法")]
    [InlineData(CodeTableId.Packaging, "2", "旧代码")]
    [InlineData(CodeTableId.TariffNames, "420", "位数字")]
    [InlineData(CodeTableId.Countries, "7", "3 位字母")]
    public void A_code_that_is_too_short_for_another_reason_is_not_guessed(CodeTableId table, string typed, string words)
    {
        var problem = Assert.Single(Read(table, new() { ["code"] = typed, ["name"] = "示例", ["unit1"] = "035" }).Problems);

        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_table_adds_changes_ends_and_leaves()
    {
        var changes = Compare(new ImportTerms(IsComplete: true, Effective: null), new("USD", "美元") { OldCode = "502" }, new("EUR", "欧元（更名）") { OldCode = "300" }, new("VND", "越南盾")).Changes;

        Assert.Equal(
            [("DEM", TableChangeKind.Ended), ("EUR", TableChangeKind.Changed), ("USD", TableChangeKind.Untouched), ("VND", TableChangeKind.New)],
            changes.Select(c => (c.Row?.Code ?? _present[c.Old!.Value].Code, c.Kind)));
    }

    [Fact]
    public void With_an_effective_day_the_days_before_keep_the_old_rows()
    {
        var changes = Compare(new ImportTerms(IsComplete: true, _newYear), new("USD", "美元") { OldCode = "502" }, new("EUR", "欧元（更名）") { OldCode = "300" }).Changes;

        var rows = changes.Where(c => c.Row is not null).Select(c => c.Row!).ToList();
        Assert.Equal("欧元", Assert.Single(rows, r => r.Code == "EUR" && r.HoldsOn(_newYear.AddDays(-1))).Name);
        Assert.Equal("欧元（更名）", Assert.Single(rows, r => r.Code == "EUR" && r.HoldsOn(_newYear)).Name);
        Assert.Equal(_newYear.AddDays(-1), Assert.Single(rows, r => r.Code == "DEM").To);
        Assert.Equal(TableChangeKind.Ended, changes.Single(c => c.Row?.Code == "DEM").Kind);
        Assert.Equal(TableChangeKind.Untouched, changes.Single(c => c.Row?.Code == "USD").Kind);
    }

    [Fact]
    public void A_file_that_only_adds_ends_nothing() =>
        Assert.Equal(2, Compare(new ImportTerms(IsComplete: false, null), new KeptRow("VND", "越南盾"), new("USD", "美元") { OldCode = "502" }).Changes.Count(c => c.Row!.Code is "DEM" or "EUR" && c.Kind == TableChangeKind.Untouched));

    [Fact]
    public void Repeated_contradictory_and_overlapping_lines_are_told_apart()
    {
        var terms = new ImportTerms(IsComplete: false, null);
        Assert.Equal(TableFault.Duplicate, Assert.Single(Compare(terms, new("VND", "越南盾"), new KeptRow("VND", "越南盾")).Problems).Fault);
        Assert.Equal(TableFault.Contradiction, Assert.Single(Compare(terms, new("VND", "越南盾"), new KeptRow("VND", "盾")).Problems).Fault);

        var overlap = Compare(terms, new("USD", "美元") { From = new DateOnly(2026, 1, 1), To = new DateOnly(2027, 6, 30), OldCode = "502" }, new KeptRow("USD", "美圆") { From = _newYear });
        Assert.Equal(TableFault.Overlap, Assert.Single(overlap.Problems).Fault);
        Assert.All(overlap.Changes, c => Assert.Equal(TableChangeKind.Untouched, c.Kind));
        var open = Compare(terms, new("USD", "美元") { From = new DateOnly(2026, 1, 1), OldCode = "502" }, new KeptRow("USD", "美圆") { From = _newYear });
        Assert.Empty(open.Problems);
        Assert.Equal(_newYear.AddDays(-1), open.Changes.Single(c => c.Row?.From == new DateOnly(2026, 1, 1)).Row!.To);
    }

    [Fact]
    public void A_code_whose_line_was_refused_does_not_end_for_that()
    {
        var comparison = TableComparison.Of(_present, [new ReadRow(2, new KeptRow("USD", "美元") { OldCode = "502" })], new HashSet<string>(["USD", "EUR"], StringComparer.Ordinal), new ImportTerms(IsComplete: true, null));

        Assert.Equal(TableChangeKind.Untouched, comparison.Changes.Single(c => c.Row?.Code == "EUR").Kind);
        Assert.Equal(TableChangeKind.Ended, comparison.Changes.Single(c => c.Old == 2).Kind);
    }

    [Fact]
    public void An_imported_table_is_in_force_day_by_day()
    {
        var tables = CustomsTables.BuiltIn().WithKept(CodeTableId.Currencies,
        [
            new("USD", "美元"), new("EUR", "欧元") { To = _newYear.AddDays(-1) }, new("EUR", "欧元（更名）") { From = _newYear }, new("DEM", "德国马克") { To = new DateOnly(2001, 12, 31) },
        ]);

        Assert.Equal("欧元", tables.On(_newYear.AddDays(-1)).Currencies.Find("EUR")!.Name);
        Assert.Equal("欧元（更名）", tables.On(_newYear).Currencies.Find("EUR")!.Name);
        Assert.Null(tables.On(_newYear).Currencies.Find("DEM"));
        Assert.NotNull(tables.On(new DateOnly(2001, 12, 31)).Currencies.Find("DEM"));
        Assert.Same(tables.On(_newYear), tables.On(_newYear.AddYears(3)));
        Assert.Equal(tables.TablesVersion, tables.On(_newYear).TablesVersion);
        Assert.NotEqual(CustomsTables.BuiltIn().TablesVersion, tables.TablesVersion);
        Assert.Same(CustomsTables.BuiltIn(), CustomsTables.BuiltIn().On(_newYear));
    }

    [Fact]
    public void Every_importable_table_can_be_written_out_and_taken_back_unchanged()
    {
        foreach (var schema in TableSchemas.All.Where(s => s.IsImportable))
        {
            var present = CustomsTables.BuiltIn().Present(schema.Id);
            var comparison = TableComparison.Of(present, present.Select((r, i) => new ReadRow(i + 2, r)), new HashSet<string>(StringComparer.Ordinal), new ImportTerms(IsComplete: true, _newYear));
            Assert.Empty(comparison.Problems);
            Assert.All(comparison.Changes, c => Assert.Equal(TableChangeKind.Untouched, c.Kind));
            var rebuilt = CustomsTables.BuiltIn().WithKept(schema.Id, present).On(_newYear.AddYears(-1));
            Assert.Equal(CustomsTables.BuiltIn().AllRows(schema.Id).Select(r => (r.Code, r.Name, r.OldCode)).Order(), rebuilt.AllRows(schema.Id).Select(r => (r.Code, r.Name, r.OldCode)).Order());
        }
    }

    private static TableComparison Compare(ImportTerms terms, params KeptRow[] lines) =>
        TableComparison.Of(_present, lines.Select((r, i) => new ReadRow(i + 2, r)), lines.Select(l => l.Code).ToHashSet(StringComparer.Ordinal), terms);

    private static (KeptRow? Row, IReadOnlyList<TableProblem> Problems) Read(CodeTableId table, Dictionary<string, string?> line)
    {
        var reader = new RowReader(TableSchemas.Of(table), CustomsTables.BuiltIn());
        var row = reader.Read(7, c => line.GetValueOrDefault(c));
        return (row, reader.Problems);
    }

    private static Dictionary<string, string?> Suitcase() => new() { ["code"] = "4202129000", ["name"] = "拉杆箱", ["unit1"] = "007", ["unit2"] = "035", ["from"] = "2026-01-01" };
}

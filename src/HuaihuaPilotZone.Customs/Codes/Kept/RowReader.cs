using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>A line of a file that became a row.</summary>
public sealed record ReadRow(int Line, KeptRow Row);

/// <summary>Reads the lines of an imported table in the forms people write them, and says all that is wrong with each.</summary>
/// <param name="tables">Units and countries are looked up here, and the present code of an old one.</param>
public sealed class RowReader(TableSchema schema, CustomsTables tables)
{
    /// <summary>Names of the columns that every table has.</summary>
    public const string Code = "code", Name = "name", OldCode = "old", From = "from", To = "to";

    private readonly List<TableProblem> _problems = [];

    /// <summary>Everything found so far, in the order of the lines.</summary>
    public IReadOnlyList<TableProblem> Problems => _problems;

    /// <summary>Codes that were read at all, also of lines that are refused: the file speaks of them.</summary>
    public IReadOnlySet<string> Seen => _seen;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>How many codes had lost the zeros in front of them and were given them back.</summary>
    public int Mended { get; private set; }

    /// <summary>The first of those codes, as it stood in the file and as it was read.</summary>
    public (string Typed, string Code)? FirstMended { get; private set; }

    /// <summary>The row of a line, or null when something must be mended first.</summary>
    /// <param name="value">Text of a column by its name; null or empty where the file has none.</param>
    public KeptRow? Read(int line, Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var before = _problems.Count;
        var code = CodeOf(value(Code) ?? "");
        if (code.Length > 0) _seen.Add(code);
        CheckCode(line, code);
        var name = (value(Name) ?? "").Trim();
        if (name.Length == 0) Add(line, code, TableFault.Missing, "名称", "没有名称。");
        else if (name.Length > TableSchema.NameMaxLength) Add(line, code, TableFault.Shape, "名称", Invariant($"名称有 {name.Length} 个字，最多 {TableSchema.NameMaxLength} 个。"));
        var old = OldOf(line, code, value(OldCode));
        var from = Day(line, code, "生效日期", value(From));
        var to = Day(line, code, "失效日期", value(To));
        if (from > to) Add(line, code, TableFault.EndsBeforeStart, "失效日期", Invariant($"失效日期 {to:yyyy-MM-dd} 早于生效日期 {from:yyyy-MM-dd}。"));
        var more = More(line, code, value);
        return _problems.Count == before ? new KeptRow(code, name) { OldCode = old, From = from, To = to, More = more } : null;
    }

    /// <summary>A code as the table writes it.</summary>
    private string CodeOf(string typed)
    {
        var text = Fold(typed);
        if (schema.IsTariff) text = new string([.. text.Where(c => c is not ('.' or '-' or '·') && !char.IsWhiteSpace(c))]);
        if (schema.WithLostZeros(text) is not { } code) return schema.IsCaseSensitive ? text : text.ToUpperInvariant();
        Mended++;
        FirstMended ??= (text, code);
        return code;
    }

    private void CheckCode(int line, string code)
    {
        if (code.Length == 0) Add(line, code, TableFault.Missing, "代码", "没有代码。");
        else if (schema.IsOldCode(code)) Add(line, code, TableFault.OtherSystem, "代码", $"{code} 是旧代码，{schema.Title}现用 {schema.ShapeWord}{Present(code)}。新旧代码不能混在一张表里。");
        else if (schema.IsTariff && code.Contains("E+", StringComparison.Ordinal)) Add(line, code, TableFault.Shape, "代码", $"代码 {Cut(code)} 是表格软件的科学计数法，后面的数字已经丢失。请把这一列设为文本，从原表重新导出。");
        else if (!schema.CodeShape.IsMatch(code)) Add(line, code, TableFault.Shape, "代码", $"代码 {Cut(code)} 不对，{schema.Title}的代码是 {schema.ShapeWord}。");
    }

    private string Present(string old) => tables.TableOf(schema.Id)?.NewCodeOf(old) is { } code ? $"，{old} 现为 {code}" : "";

    private string? OldOf(int line, string code, string? typed)
    {
        var old = Fold(typed ?? "").ToUpperInvariant();
        if (old.Length == 0) return null;
        if (schema.OldShape is null) return null;
        if (!schema.OldShape.IsMatch(old)) Add(line, code, TableFault.OtherSystem, "旧代码", $"旧代码 {Cut(old)} 不像{schema.Title}的旧代码。请检查新旧两列是否放反。");
        return old;
    }

    private DateOnly? Day(int line, string code, string label, string? typed)
    {
        var text = Fold(typed ?? "");
        // 9999-12-31 is how exports write "still in force"
        if (text.Length == 0 || text.StartsWith("9999", StringComparison.Ordinal)) return null;
        string[] formats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];
        if (DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return DateOnly.FromDateTime(moment);
        Add(line, code, TableFault.Shape, label, $"{label} {Cut(text)} 看不出是哪一天，请写成 2026-01-31 这样。");
        return null;
    }

    private Dictionary<string, string> More(int line, string code, Func<string, string?> value)
    {
        var more = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            var text = (value(column.Name) ?? "").Trim();
            if (text.Length > TableSchema.ValueMaxLength) Add(line, code, TableFault.Shape, column.Label, Invariant($"{column.Label}有 {text.Length} 个字，最多 {TableSchema.ValueMaxLength} 个。"));
            else if (text.Length > 0 && Value(line, code, column, text) is { Length: > 0 } kept) more[column.Name] = kept;
            else if (text.Length == 0 && column.IsRequired) Add(line, code, TableFault.Missing, column.Label, $"没有{column.Label}。");
        }

        return more;
    }

    private string? Value(int line, string code, TableColumn column, string text) => column.Kind switch
    {
        TableColumnKind.Unit => Unit(line, code, column, Fold(text)),
        TableColumnKind.Country => Country(line, code, column, Fold(text).ToUpperInvariant()),
        TableColumnKind.Rate => Rate(line, code, column, Fold(text)),
        _ => text,
    };

    private string? Unit(int line, string code, TableColumn column, string text)
    {
        // spreadsheets lose leading zeros of codes
        var padded = text.All(char.IsAsciiDigit) ? text.PadLeft(3, '0') : text;
        if ((tables.Units.Find(padded) ?? tables.Units.FindByName(text)) is { } unit) return unit.Code;
        Add(line, code, TableFault.UnknownCode, column.Label, $"{column.Label} {Cut(text)} 不在计量单位表中。");
        return null;
    }

    private string? Country(int line, string code, TableColumn column, string text)
    {
        if (tables.Countries.Find(text) is not null) return text;
        var old = TableSchemas.Of(CodeTableId.Countries).IsOldCode(text);
        Add(line, code, old ? TableFault.OtherSystem : TableFault.UnknownCode, column.Label, old ? $"{column.Label} {Cut(text)} 是旧代码，应为 3 位字母。" : $"{column.Label} {Cut(text)} 不在国别（地区）表中。");
        return null;
    }

    private string? Rate(int line, string code, TableColumn column, string text)
    {
        var number = text.TrimEnd('%', ' ');
        if (TypedValue.Decimal(number) is { } rate)
        {
            if (rate is >= 0 and <= 1000) return TypedValue.Number(rate) + "%";
            Add(line, code, TableFault.Shape, column.Label, $"{column.Label} {Cut(text)} 不是可能的税率。");
            return null;
        }

        // compound and specific duties are text in every tariff
        if (text.Length <= 100 && text.Any(char.IsAsciiDigit)) return text;
        Add(line, code, TableFault.Shape, column.Label, $"{column.Label} {Cut(text)} 看不出是多少。");
        return null;
    }

    private void Add(int line, string code, TableFault fault, string? column, string message) => _problems.Add(new TableProblem(line, Cut(code), fault, column, message));

    private static string Fold(string typed) => typed.All(c => !char.IsSurrogate(c)) ? typed.Normalize(NormalizationForm.FormKC).Trim() : typed.Trim();

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

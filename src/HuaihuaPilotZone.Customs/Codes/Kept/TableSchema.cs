using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>What a value of a column is.</summary>
public enum TableColumnKind
{
    Text,

    /// <summary>A code of 计量单位, or its name.</summary>
    Unit,

    /// <summary>A percentage; a compound rate stays the text it is.</summary>
    Rate,

    /// <summary>ISO letters of a country.</summary>
    Country,
}

/// <summary>A column of a table beside code, name, old number and validity.</summary>
/// <param name="Name">Name in files and in the stored row.</param>
/// <param name="Label">Chinese heading.</param>
/// <param name="Synonyms">Other headings that mean the same.</param>
public sealed record TableColumn(string Name, string Label, TableColumnKind Kind, bool IsRequired, params string[] Synonyms);

/// <summary>What one code table looks like: the shape of its codes in the present and in the old system, and its further columns.</summary>
/// <param name="Title">Chinese name.</param>
/// <param name="CodeShape">Pattern of a whole code.</param>
/// <param name="ShapeWord">The same in words.</param>
public sealed record TableSchema(CodeTableId Id, string Title, Regex CodeShape, string ShapeWord)
{
    /// <summary>Longest name of a row.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Longest further value: declaration elements are the longest.</summary>
    public const int ValueMaxLength = 1000;

    /// <summary>Pattern of the old customs number (JGS-20); null where there is none or it is the code itself.</summary>
    public Regex? OldShape { get; init; }

    public IReadOnlyList<TableColumn> Columns { get; init; } = [];

    /// <summary>False for the six-digit nomenclature, which is shipped as a whole.</summary>
    public bool IsImportable { get; init; } = true;

    /// <summary>Whether codes are told apart by case, as those of 监管证件 are.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Codes of the nomenclature: dots and blanks inside are dropped.</summary>
    public bool IsTariff => Id is CodeTableId.Tariff or CodeTableId.Headings or CodeTableId.Subheadings or CodeTableId.TariffNames;

    /// <summary>How many digits a code has, where it is nothing but so many digits and often begins with 0.</summary>
    public int? Digits { get; init; }

    /// <summary>
    /// The code with the zeros in front that a spreadsheet dropped because it took it for a number; null where that is not what happened. A code of
    /// the tariff loses one at most: there is no chapter 00.
    /// </summary>
    public string? WithLostZeros(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (Digits is not { } digits || code.Length == 0 || code.Length >= digits || code[0] == '0' || (IsTariff && code.Length < digits - 1)) return null;
        return code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && !IsOldCode(code) ? code.PadLeft(digits, '0') : null;
    }

    /// <summary>Whether the code belongs to the old system: it has the old shape and not the present one.</summary>
    public bool IsOldCode(string code) => OldShape is { } old && old.IsMatch(code) && !CodeShape.IsMatch(code);
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Reads the values of one row of the network and says what is wrong with each. A column that the file does not have leaves what is recorded.</summary>
internal sealed class SheetValues(SheetLine line, IReadOnlyList<TargetColumn> columns, List<Refusal> problems)
{
    private const string Yes = "是";
    private const string No = "否";
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    private readonly int _before = problems.Count;

    /// <summary>Whether nothing stood against the row so far.</summary>
    public bool AreGood => problems.Count == _before;

    public void Fault(string message) => problems.Add(NetworkSheet.At(line.Number, message));

    public string? Text(string column, int most, string? present = null)
    {
        if (!line.Has(column)) return present;
        var text = line[column].ReplaceLineEndings("\n");
        if (text.Length > most) Fault($"{Label(column)}最多 {most} 个字。");
        return text.Length == 0 ? null : text;
    }

    /// <summary>A text that has to be there; empty after a fault.</summary>
    public string Needed(string column, int most, string? present = null)
    {
        if (Text(column, most, present) is { } text) return text;
        Fault($"请填写{Label(column)}。");
        return "";
    }

    public bool YesNo(string column, bool present = false)
    {
        if (line[column].Length == 0) return present;
        if (line[column] is not (Yes or No)) Fault($"{Label(column)}应写“是”或“否”。");
        return line[column] == Yes;
    }

    public T Named<T>(string column, Func<T, string> name, T? present = null)
        where T : struct, Enum => Optional(column, name, present) is { } value ? value : Choices(column, name);

    public T? Optional<T>(string column, Func<T, string> name, T? present = null)
        where T : struct, Enum
    {
        if (!line.Has(column)) return present;
        if (line[column].Length == 0) return null;
        return NetworkSheet.Named(line[column], name) ?? Choices(column, name);
    }

    public decimal? Number(string column, decimal? present = null)
    {
        if (!line.Has(column)) return present;
        if (line[column].Length == 0) return null;
        if (NetworkSheet.Number(line[column]) is { } number) return number;
        Fault($"{Label(column)}应是数字。");
        return null;
    }

    public int? Whole(string column, int? present = null)
    {
        if (Number(column, present) is not { } number) return null;
        if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue) return (int)number;
        Fault($"{Label(column)}应是整数。");
        return null;
    }

    public DateOnly? Day(string column, DateOnly? present = null)
    {
        if (!line.Has(column)) return present;
        if (line[column].Length == 0) return null;
        if (NetworkSheet.Day(line[column]) is { Year: >= FirstYear and <= LastYear } day) return day;
        Fault($"{Label(column)}应写成 2026-12-01。");
        return null;
    }

    /// <summary>A day with its hour, on the clocks that the file means.</summary>
    public DateTime? Moment(string column, DateTime? present)
    {
        if (!line.Has(column)) return present;
        if (line[column].Length == 0) return null;
        if (NetworkSheet.Moment(line[column]) is { Year: >= FirstYear and <= LastYear } moment) return moment;
        Fault($"{Label(column)}应写成 2026-12-01 09:30。");
        return null;
    }

    /// <summary>A whole number that has to be there; 0 after a fault.</summary>
    public int NeededWhole(string column, int? present = null)
    {
        if (Whole(column, present) is { } number) return number;
        if (line[column].Length == 0) Fault($"请填写{Label(column)}。");
        return 0;
    }

    private T Choices<T>(string column, Func<T, string> name)
        where T : struct, Enum
    {
        Fault(string.Create(CultureInfo.InvariantCulture, $"{Label(column)}应是：{string.Join('、', Enum.GetValues<T>().Select(name))}。"));
        return default;
    }

    private string Label(string column) => columns.First(c => c.Name == column).Label;
}

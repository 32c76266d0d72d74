using System.Collections.Frozen;
using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>How far customs has come with a document.</summary>
public enum CustomsProgress
{
    /// <summary>The code is not in our tables; it is kept and shown as it is.</summary>
    Unknown,

    /// <summary>暂存.</summary>
    Draft,

    /// <summary>处理中.</summary>
    InProgress,

    /// <summary>失败或退单: to be put right and sent again.</summary>
    Failed,

    /// <summary>审结.</summary>
    Accepted,

    /// <summary>查验、扣留、移交、挂起.</summary>
    Held,

    /// <summary>放行.</summary>
    Released,

    /// <summary>结关.</summary>
    Closed,

    /// <summary>退运.</summary>
    Returned,
}

/// <summary>What a code means.</summary>
/// <param name="Code">As received.</param>
/// <param name="Text">Meaning in Chinese; for an unknown code it says that the code is unknown.</param>
/// <param name="Progress">Where the document stands with it.</param>
/// <param name="Next">What to do next, in Chinese.</param>
/// <param name="IsKnown">Whether the tables have the code itself.</param>
public sealed record CodeMeaning(string Code, string Text, CustomsProgress Progress, string Next, bool IsKnown);

/// <summary>returnStatus (specification 202205); the grouping and the advice are the portal's own.</summary>
public static class ReturnStatuses
{
    private static readonly Lazy<FrozenDictionary<int, CodeMeaning>> _table = new(Load);

    /// <summary>All known states in ascending order.</summary>
    public static IReadOnlyList<CodeMeaning> All => [.. _table.Value.OrderBy(r => r.Key).Select(r => r.Value)];

    /// <summary>The meaning of a returnStatus; negative ones are errors, see <see cref="ErrorCodes"/>.</summary>
    public static CodeMeaning Of(string? returnStatus)
    {
        var text = returnStatus?.Trim() ?? "";
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var status)) return Unknown(text);
        if (status < 0) return ErrorCodes.Of(text);
        return _table.Value.TryGetValue(status, out var meaning) ? meaning with { Code = text } : Unknown(text);
    }

    private static CodeMeaning Unknown(string code) => new(code, $"状态代码 {(code.Length == 0 ? "为空" : code)}，含义未收录", CustomsProgress.Unknown, "请查看回执信息，或在单一窗口查询。", IsKnown: false);

    private static FrozenDictionary<int, CodeMeaning> Load() => MessageTables.Rows("return-status")
        .Select(r => new CodeMeaning(r["code"], r["text"], Enum.Parse<CustomsProgress>(r["progress"]), r["next"], IsKnown: true))
        .ToFrozenDictionary(m => int.Parse(m.Code, CultureInfo.InvariantCulture));
}

/// <summary>Error codes of receipts (negative) and of the exchange platform (four digits), chapter 7 of specification 202205.</summary>
public static class ErrorCodes
{
    private static readonly Lazy<CsvRow[]> _rows = new(() => [.. MessageTables.Rows("error-codes")]);

    /// <summary>All codes that have a meaning of their own.</summary>
    public static IReadOnlyList<CodeMeaning> All => [.. _rows.Value.Where(r => r.OrNull("to") is null).Select(r => Of(r["code"]))];

    /// <summary>The meaning of a code; for a code without its own row the area it belongs to.</summary>
    public static CodeMeaning Of(string? code)
    {
        var text = code?.Trim() ?? "";
        foreach (var row in _rows.Value)
        {
            if (row["code"] == text && row.OrNull("to") is null) return new CodeMeaning(text, $"{row["area"]}：{row["text"]}", CustomsProgress.Failed, row["next"], IsKnown: true);
        }

        var area = AreaOf(text);
        return new CodeMeaning(text, area is null ? $"错误代码 {text}，含义未收录" : $"{area}：错误代码 {text}，含义未收录", CustomsProgress.Failed, "请按回执信息改正后重新发送；看不明白请联系电子口岸或园区。", IsKnown: false);
    }

    private static string? AreaOf(string code)
    {
        if (!int.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return null;
        foreach (var row in _rows.Value)
        {
            if (row.OrNull("to") is { } to && IsBetween(number, row["code"], to)) return row["area"];
        }

        return null;
    }

    private static bool IsBetween(int number, string first, string last)
    {
        var (from, to) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
        return number >= Math.Min(from, to) && number <= Math.Max(from, to);
    }
}

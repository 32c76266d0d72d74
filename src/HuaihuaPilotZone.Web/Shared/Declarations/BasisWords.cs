using System.Globalization;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>Says what a rule rests on.</summary>
public static class BasisWords
{
    public static string Word(this BasisKind kind) => kind switch
    {
        BasisKind.Law => "法律法规",
        BasisKind.Announcement => "公告",
        BasisKind.Specification => "接口规范",
        BasisKind.Consistency => "内部一致性",
        BasisKind.Experience => "园区经验",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Kind, document, article, time and whether it is still to be verified, in one line.</summary>
    public static string Cite(this Basis basis)
    {
        var text = $"{basis.Kind.Word()}：{basis.Document}";
        if (basis.Article is { Length: > 0 } article) text += $"，{article}";
        if (basis.ValidFrom is { } from) text += string.Create(CultureInfo.InvariantCulture, $"，{from:yyyy-MM-dd} 起");
        if (basis.ValidTo is { } to) text += string.Create(CultureInfo.InvariantCulture, $"，至 {to:yyyy-MM-dd}");
        return basis.Verified ? text : $"{text}（待核）";
    }

    public static string Word(this Severity severity) => severity == Severity.MustFix ? "必须修改" : "建议核对";
}

using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Web.Public.Rules;

/// <summary>A rule at work.</summary>
public sealed record RuleExampleView(Rule Rule, ShownExample Example)
{
    /// <summary>A value as it can be seen: control characters by the sign that stands for them.</summary>
    public static string? Readable(string? value) => value is null ? null : string.Concat(value.Select(c => c < ' ' ? (char)('\u2400' + c) : c));
}

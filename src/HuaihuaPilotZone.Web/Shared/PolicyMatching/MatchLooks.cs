using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Web.Shared.PolicyMatching;

/// <summary>A part of an evaluation, for drawing.</summary>
/// <param name="Facts">Null where the enterprise's values are not shown.</param>
public sealed record ResultPart(PartResult Part, RosterChoices Choices, FactSheet? Facts);

/// <summary>Tones and icons of verdicts.</summary>
public static class MatchLooks
{
    public static string Tone(this MatchStanding standing) => standing switch
    {
        MatchStanding.Met => "ok",
        MatchStanding.NearMiss => "warn",
        MatchStanding.Unknown => "info",
        _ => "hollow",
    };

    public static string Tone(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "ok",
        Verdict.Unknown => "info",
        _ => "bad",
    };

    /// <summary>The sentence below a match: what is met, and what is missing or asked for.</summary>
    public static string Reason(this Evaluation evaluation, RosterChoices choices) => evaluation.Standing switch
    {
        MatchStanding.NearMiss => $"只差一项：{string.Join("，或", evaluation.Missing.Select(c => CriteriaWords.Say(c, choices)))}",
        MatchStanding.Unknown => $"待补：{string.Join('、', evaluation.Asks.Select(a => $"{a.Label}（由{a.Supplier.Word()}提供）"))}",
        _ => $"符合 {evaluation.MetCount}/{evaluation.Conditions.Count} 项条件",
    };
}

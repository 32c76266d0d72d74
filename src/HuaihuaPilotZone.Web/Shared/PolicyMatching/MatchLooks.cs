using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.PolicyMatching;

namespace HuaihuaPilotZone.Web.Shared.PolicyMatching;

/// <summary>A part of an evaluation, for drawing.</summary>
/// <param name="IsExcluding">Below a group of which nothing may hold.</param>
public sealed record ResultPart(PartResult Part, RosterChoices Choices, FactSheet Facts, bool IsExcluding = false)
{
    /// <summary>The verdict as it counts for the policy.</summary>
    public Verdict Counted => IsExcluding ? Kleene.Not(Part.Verdict) : Part.Verdict;

    public string Word => (IsExcluding, Part.Verdict) switch
    {
        (true, Verdict.Met) => "有这种情形",
        (true, Verdict.NotMet) => "没有这种情形",
        _ => Part.Verdict.Word(),
    };
}

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
        MatchStanding.NearMiss => $"只差一项：{string.Join("，或", evaluation.Missing.Select(s => s.IsExcluding ? $"不能是“{CriteriaWords.Say(s.Condition, choices)}”" : CriteriaWords.Say(s.Condition, choices)))}",
        MatchStanding.Unknown => $"待补：{string.Join('、', evaluation.Asks.Select(a => $"{a.Label}（由{a.Supplier.Word()}提供）"))}",
        _ => $"符合 {evaluation.MetCount}/{evaluation.Root.Parts.Count} 项条件",
    };
}

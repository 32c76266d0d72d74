using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>What the tables say of a ten-digit tariff code on a day.</summary>
public enum TariffStanding
{
    /// <summary>The code holds.</summary>
    Valid,

    /// <summary>The tables do not carry the code, so nothing is known: 待核.</summary>
    Unknown,

    /// <summary>The code does not hold: it has ended, has not begun, or cannot exist.</summary>
    Invalid,
}

/// <summary>Judges tariff codes by the tables.</summary>
public static class TariffStandings
{
    /// <summary>What is known of a code on a day. A code that the tables carry for other days only is invalid; one they never carry is unknown, unless its heading is carried completely.</summary>
    public static TariffStanding StandingOf(this CustomsTables tables, string code, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(code);
        if (tables.TariffLines.Find(code, date) is not null) return TariffStanding.Valid;
        if (tables.TariffLines.Knows(code) || code.Length != HsCode.FullLength || !HsCode.ChapterExists(code)) return TariffStanding.Invalid;
        var isImpossible = tables.Headings.Find(code[..4], date) is { IsComplete: true } && tables.Subheadings.Find(code[..6]) is null;
        return isImpossible ? TariffStanding.Invalid : TariffStanding.Unknown;
    }
}

namespace HuaihuaPilotZone.Customs.Codes;

/// <summary>海关特殊监管区域, stated by an administrator from its approval document (facts E25). None is known until somebody states it.</summary>
/// <param name="Name">As the document calls it.</param>
/// <param name="Kind">Sort of area as the document calls it, such as 综合保税区.</param>
/// <param name="ApprovalNumber">文号.</param>
/// <param name="From">Day of approval.</param>
/// <param name="To">Last day, or null.</param>
public sealed record SpecialArea(string Name, string Kind, string ApprovalNumber, DateOnly From, DateOnly? To = null)
{
    internal string Fingerprint => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}|{Kind}|{ApprovalNumber}|{From:yyyyMMdd}|{To:yyyyMMdd}");

    /// <summary>Whether the approval holds on a day.</summary>
    public bool HoldsOn(DateOnly date) => From <= date && (To is null || To >= date);
}

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>One rule of the pre-check, for people to read.</summary>
/// <param name="Id">Topic and three digits; fixed for ever.</param>
/// <param name="Title">What is wrong when the rule finds something, in 6 to 12 Chinese characters.</param>
/// <param name="Severity">Whether it bars submission.</param>
/// <param name="Basis">What the rule rests on and when it holds.</param>
/// <param name="Explanation">What is checked and how to mend it, one or two Chinese sentences.</param>
/// <param name="Facts">Ids of the facts the rule covers (domain/customs-facts.md), for maintainers.</param>
public sealed record Rule(string Id, string Title, Severity Severity, Basis Basis, string Explanation, string Facts)
{
    /// <summary>Whether the rule holds on a day.</summary>
    public bool AppliesOn(DateOnly date) =>
        (Basis.ValidFrom is null || Basis.ValidFrom <= date) && (Basis.ValidTo is null || Basis.ValidTo >= date);
}

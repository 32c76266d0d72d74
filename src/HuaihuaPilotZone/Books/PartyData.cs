using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Journal;
using PersonNumbers = HuaihuaPilotZone.Customs.Documents.PersonNumbers;

namespace HuaihuaPilotZone.Books;

/// <summary>What people write of a company in the book.</summary>
public sealed record PartyData(string Name, PartyRoles Roles, string? Code, string? CustomsCode, string? Note)
{
    private const PartyRoles Known = PartyRoles.Consignor | PartyRoles.Producer | PartyRoles.OverseasConsignee | PartyRoles.Agent | PartyRoles.Logistics | PartyRoles.Platform;

    /// <summary>Roles of companies inside the country: their codes have check characters.</summary>
    private const PartyRoles Domestic = PartyRoles.Consignor | PartyRoles.Agent | PartyRoles.Logistics;

    internal PartyData Tidied() => this with { Name = Name.Trim(), Code = Texts.Tidy(Code)?.ToUpperInvariant(), CustomsCode = Texts.Tidy(CustomsCode)?.ToUpperInvariant(), Note = Texts.Tidy(Note) };

    internal static PartyData Of(BookParty p) => new(p.Name, p.Roles, p.Code, p.CustomsCode, p.Note);

    internal void WriteTo(BookParty p, DateTime now)
    {
        (p.Name, p.Roles, p.Code, p.CustomsCode, p.Note) = (Name, Roles, Code, CustomsCode, Note);
        p.SearchText = string.Join('\n', Name, Code, CustomsCode).ToUpperInvariant();
        p.UpdatedAt = now;
    }

    internal IEnumerable<Refusal> Refuse()
    {
        if (Name.Length is 0 or > BookParty.NameMaxLength) yield return new Refusal(nameof(Name), $"请填写名称，最多 {BookParty.NameMaxLength} 个字。");
        if (Roles == PartyRoles.None || (Roles & ~Known) != PartyRoles.None) yield return new Refusal(nameof(Roles), "请至少勾选一种角色。");
        if (Code?.Length > BookParty.CodeMaxLength) yield return new Refusal(nameof(Code), $"代码最多 {BookParty.CodeMaxLength} 个字符。");
        if (Code is { Length: UnifiedSocialCreditCode.Length } && (Roles & Domestic) != PartyRoles.None && UnifiedSocialCreditCode.Check(Code) is not null)
            yield return new Refusal(nameof(Code), "统一社会信用代码的校验位不符，请核对。");
        if (PersonNumbers.IsOfPerson(Code)) yield return new Refusal(nameof(Code), "参与方库不保存身份证号。自然人请只存名称。");
        if (CustomsCode is not null && CustomsCode.Length != CustomsRegistrationCode.Length) yield return new Refusal(nameof(CustomsCode), $"海关注册编码为 {CustomsRegistrationCode.Length} 位。");
        if (Note?.Length > BookParty.NoteMaxLength) yield return new Refusal(nameof(Note), $"备注最多 {BookParty.NoteMaxLength} 个字。");
    }

    internal IReadOnlyList<FieldChange> Changes(PartyData now) =>
    [
        new("名称", Name, now.Name),
        new("角色", Roles.Words(), now.Roles.Words()),
        new("代码", Code, now.Code),
        new("海关注册编码", CustomsCode, now.CustomsCode),
        new("备注", Note, now.Note),
    ];
}

public enum PartySort
{
    Name,
    Updated,
}

/// <summary>What the list of companies is narrowed by.</summary>
/// <param name="Word">Part of name or code.</param>
/// <param name="Archived">Those that are no longer offered, instead of those that are.</param>
public sealed record PartyFilter(string? Word = null, PartyRoles Role = PartyRoles.None, bool Archived = false, PartySort Sort = PartySort.Name, bool Descending = false);

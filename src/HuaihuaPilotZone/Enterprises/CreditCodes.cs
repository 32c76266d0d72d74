using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>When the roster takes a 统一社会信用代码. Its shape must be right; a check character that does not fit is taken with a reason, since a few early codes really fail it.</summary>
public static class CreditCodes
{
    /// <summary>Trimmed, upper case, half-width.</summary>
    public static string Normalize(string? code) => UnifiedSocialCreditCode.Normalize(code);

    /// <summary>The sentence that stands against the code; null when it may be kept.</summary>
    /// <param name="note">Why a code that fails its check is right all the same.</param>
    public static string? Problem(string? code, string? note)
    {
        if (UnifiedSocialCreditCode.Check(code) is not { } problem) return null;
        if (problem.Fault == IdentifierFault.Missing) return "请填写统一社会信用代码。";
        // when the inner check of the organisation code fails too, somebody mistyped
        if (problem.Fault != IdentifierFault.CheckCharacter) return problem.Message;
        return string.IsNullOrWhiteSpace(note) ? $"{problem.Message}确认无误的，请在“校验不符的说明”中写明依据。" : null;
    }

    /// <summary>The reason worth keeping: none for a code that fits.</summary>
    public static string? NoteFor(string code, string? note) =>
        UnifiedSocialCreditCode.Check(code) is null || string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    /// <summary>The sentence that stands against a party's code in customs documents: 18 characters, or a 海关注册编码 of 10.</summary>
    /// <param name="own">The enterprise's own code, which was examined when it was entered.</param>
    public static string? PartyProblem(string? code, string? own)
    {
        var normal = Normalize(code);
        if (normal.Length == 0 || string.Equals(normal, own, StringComparison.Ordinal)) return null;
        return (normal.Length == CustomsRegistrationCode.Length ? CustomsRegistrationCode.Check(normal) : UnifiedSocialCreditCode.Check(normal))?.Message;
    }
}

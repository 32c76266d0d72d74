using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Identity's refusals beside the fields of our forms.</summary>
internal static class IdentityRefusals
{
    /// <param name="passwordField">The form's field of the new password.</param>
    public static Outcome ToOutcome(this IdentityResult result, string passwordField) => result.Succeeded
        ? Outcome.Done
        : Outcome.Refused([.. result.Errors.Select(e => new Refusal(FieldOf(e.Code, passwordField), e.Description))]);

    private static string FieldOf(string code, string passwordField)
    {
        if (code is nameof(IdentityErrorDescriber.PasswordMismatch)) return "CurrentPassword";
        if (code.StartsWith("Password", StringComparison.Ordinal)) return passwordField;
        if (code.EndsWith("UserName", StringComparison.Ordinal)) return "UserName";
        return code.EndsWith("Email", StringComparison.Ordinal) ? "Email" : "";
    }
}

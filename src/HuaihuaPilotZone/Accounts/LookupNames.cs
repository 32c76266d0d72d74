using System.Text;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Accounts;

/// <summary>How names and addresses of people are compared: as Identity does it, but whatever a stranger types finds nobody instead of throwing.</summary>
public sealed class LookupNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : UnicodeText.Normalize(name, NormalizationForm.FormC).ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}

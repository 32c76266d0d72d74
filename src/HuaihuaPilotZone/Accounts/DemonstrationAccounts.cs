namespace HuaihuaPilotZone.Accounts;

/// <summary>An account seeded where demonstration data was asked for; also listed in the README.</summary>
/// <param name="CreditCode">For people of an enterprise: the demonstration enterprise they serve.</param>
public sealed record DemonstrationAccount(string UserName, string DisplayName, IReadOnlyList<string> StaffRoleNames, string? CreditCode = null, MembershipRole? Role = null);

public static class DemonstrationAccounts
{
    /// <summary>Only ever set where demonstration data is seeded; production starts with no account.</summary>
    public const string Password = "Demo-2026-zone";

    public static readonly IReadOnlyList<DemonstrationAccount> All =
    [
        new("admin", "示例管理员", [StaffRoles.ParkAdministrator]),
        new("editor", "示例编辑", [StaffRoles.ContentEditor]),
        new("reviewer", "示例审核员", [StaffRoles.Reviewer]),
        new("auditor", "示例审计员", [StaffRoles.Auditor]),
        new("luggage", "示例箱包负责人", [], "91431299MA0000015J", MembershipRole.EnterpriseAdministrator),
        new("filer", "示例箱包申报员", [], "91431299MA0000015J", MembershipRole.EnterpriseFiler),
        new("tea", "示例茶业负责人", [], "91431299MA0000023D", MembershipRole.EnterpriseAdministrator),
    ];
}

using System.Collections.Frozen;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Roles of the park's staff: English identifiers, Chinese words.</summary>
public static class StaffRoles
{
    public const string ParkAdministrator = nameof(ParkAdministrator);
    public const string ContentEditor = nameof(ContentEditor);
    public const string Reviewer = nameof(Reviewer);
    public const string Auditor = nameof(Auditor);

    public static readonly IReadOnlyList<string> All = [ParkAdministrator, ContentEditor, Reviewer, Auditor];

    private static readonly FrozenDictionary<string, string> _words = new Dictionary<string, string>
    {
        [ParkAdministrator] = "园区管理员",
        [ContentEditor] = "内容编辑",
        [Reviewer] = "审核员",
        [Auditor] = "审计员",
    }.ToFrozenDictionary();

    /// <summary>The Chinese word of a role.</summary>
    public static string Word(string role) => _words[role];
}

/// <summary>What a person does for an enterprise.</summary>
public enum MembershipRole
{
    /// <summary>企业管理员.</summary>
    EnterpriseAdministrator,

    /// <summary>企业申报员.</summary>
    EnterpriseFiler,
}

public static class MembershipRoleWords
{
    public static string Word(this MembershipRole role) => role switch
    {
        MembershipRole.EnterpriseAdministrator => "企业管理员",
        MembershipRole.EnterpriseFiler => "企业申报员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}

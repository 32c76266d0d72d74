using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Parties;

/// <summary>A company of the book.</summary>
public sealed class PartyForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "角色")]
    public List<PartyRoles> Roles { get; set; } = [];

    [Display(Name = "代码")]
    public string? Code { get; set; }

    [Display(Name = "海关注册编码")]
    public string? CustomsCode { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    public PartyData ToData() => new(Name!, Roles.Aggregate(PartyRoles.None, (all, role) => all | role), Code, CustomsCode, Note);

    public static PartyForm Of(BookParty party) => new()
    {
        Version = party.Version,
        Name = party.Name,
        Roles = [.. party.Roles.Each()],
        Code = party.Code,
        CustomsCode = party.CustomsCode,
        Note = party.Note,
    };
}

/// <summary>The form alone says what is missing; the rest is the service's.</summary>
public sealed class PartyFormValidator : AbstractValidator<PartyForm>
{
    public PartyFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(BookParty.NameMaxLength).WithMessage($"名称最多 {BookParty.NameMaxLength} 个字。");
        RuleFor(f => f.Roles).NotEmpty().WithMessage("请至少勾选一种角色。");
    }
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
public sealed class PartyQuery
{
    public string? Q { get; set; }

    public string? Role { get; set; }

    public bool Archived { get; set; }

    public string? Sort { get; set; }

    public string? Dir { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    public PartyFilter ToFilter() => new(
        Q, Enum.TryParse<PartyRoles>(Role, ignoreCase: true, out var role) && PartyRoleWords.All.Contains(role) ? role : PartyRoles.None, Archived,
        Enum.TryParse<PartySort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : PartySort.Name, string.Equals(Dir, "desc", StringComparison.OrdinalIgnoreCase));
}

public sealed record PartyListPage(PartyQuery Query, Page<BookParty> Rows);

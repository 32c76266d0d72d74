using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.ApiKeys;

/// <summary>A key to make.</summary>
public sealed class ApiKeyForm
{
    [Display(Name = "用途")]
    public string? Name { get; set; }

    [Display(Name = "到期日")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "权限")]
    public ApiScopes[] Scopes { get; set; } = [ApiScopes.ReadDeclarations, ApiScopes.WriteDeclarations];

    public ApiScopes Chosen => Scopes.Aggregate(ApiScopes.None, static (all, one) => all | one);
}

public sealed class ApiKeyFormValidator : AbstractValidator<ApiKeyForm>
{
    public ApiKeyFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写用途，如系统名称。").MaximumLength(ApiKey.NameMaxLength).WithMessage($"用途最多 {ApiKey.NameMaxLength} 个字。");
        RuleFor(f => f.Scopes).NotEmpty().WithMessage("请至少选择一项权限。");
        RuleForEach(f => f.Scopes).Must(s => s is ApiScopes.ReadDeclarations or ApiScopes.WriteDeclarations or ApiScopes.SubmitDeclarations or ApiScopes.ReportEvents).WithMessage("没有这项权限，请重新选择。");
    }
}

public sealed record ApiKeysPage(ApiKeyForm Form, Page<ApiKeyRow> Keys);

/// <summary>Words of scopes.</summary>
public static class ScopeWords
{
    /// <summary>The scopes that can be given, with their names in the interface and in Chinese.</summary>
    public static IReadOnlyList<(ApiScopes Scope, string Name, string Word)> All { get; } =
    [
        (ApiScopes.ReadDeclarations, "declarations:read", "读取申报、状态和回执，下载报文"),
        (ApiScopes.WriteDeclarations, "declarations:write", "新建、替换、撤回草稿"),
        (ApiScopes.SubmitDeclarations, "declarations:submit", "提交园区核对"),
        (ApiScopes.ReportEvents, "events:write", "物流服务商报告事件和传感器读数"),
    ];

    public static string Names(this ApiScopes scopes) => string.Join("、", All.Where(s => scopes.HasFlag(s.Scope)).Select(s => s.Name));
}

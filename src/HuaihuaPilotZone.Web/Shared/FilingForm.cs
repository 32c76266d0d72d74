using System.ComponentModel.DataAnnotations;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>The filing profile as both desks edit it. All its rules are <see cref="FilingProfileService.Refuse"/>, which answers them at once; some need the enterprise's own code.</summary>
public sealed class FilingForm
{
    /// <summary>The version that the form shows; 0 when there was no profile.</summary>
    public int Version { get; set; }

    [Display(Name = "报文传输编号（dxpId）")]
    public string? DxpId { get; set; }

    [Display(Name = "传输企业代码")]
    public string? TransmissionCode { get; set; }

    [Display(Name = "传输企业名称")]
    public string? TransmissionName { get; set; }

    [Display(Name = "申报企业代码")]
    public string? DeclarantCode { get; set; }

    [Display(Name = "申报企业名称")]
    public string? DeclarantName { get; set; }

    [Display(Name = "默认电商平台代码")]
    public string? PlatformCode { get; set; }

    [Display(Name = "默认电商平台名称")]
    public string? PlatformName { get; set; }

    [Display(Name = "默认物流企业代码")]
    public string? CarrierCode { get; set; }

    [Display(Name = "默认物流企业名称")]
    public string? CarrierName { get; set; }

    [Display(Name = "默认申报地海关")]
    public string? CustomsOffice { get; set; }

    [Display(Name = "默认口岸海关")]
    public string? PortOffice { get; set; }
}

/// <summary>What the form alone can say; the rest is the service's.</summary>
public sealed class FilingFormValidator : AbstractValidator<FilingForm>
{
    public FilingFormValidator() => RuleFor(f => f.Version).GreaterThanOrEqualTo(0).WithMessage("页面已过期，请刷新后再保存。");
}

public sealed class FilingMapping : Profile
{
    public FilingMapping()
    {
        CreateMap<FilingForm, FilingData>();
        CreateMap<FilingProfile, FilingForm>();
    }
}

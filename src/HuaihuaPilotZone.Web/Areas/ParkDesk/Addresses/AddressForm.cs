using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Content.Addresses;
using HuaihuaPilotZone.Content.News;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Addresses;

/// <summary>The last part of a page's address as it is typed.</summary>
public sealed class AddressForm
{
    public const int SlugMaxLength = NewsItem.ChosenSlugMaxLength;

    public int Version { get; set; }

    [Display(Name = "新的网址短名")]
    public string? Slug { get; set; }
}

public sealed class AddressFormValidator : AbstractValidator<AddressForm>
{
    public AddressFormValidator() =>
        RuleFor(f => f.Slug).NotEmpty().WithMessage("请填写新的网址短名。").MaximumLength(AddressForm.SlugMaxLength).WithMessage("网址短名最多 {MaxLength} 个字符。");
}

/// <summary>The page where an address is changed.</summary>
public sealed record AddressPage(AddressedPage Page, AddressForm Form)
{
    public string Root => Page.Kind == AddressedKind.News ? "/news/" : "/services/";

    public string Desk => DeskOf(Page.Kind, Page.Id);

    public static string DeskOf(AddressedKind kind, int id) => FormattableString.Invariant($"/park/{(kind == AddressedKind.News ? "news" : "services")}/{id}");
}

using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Corridors;

/// <summary>A leg of a corridor and where it stands.</summary>
public sealed class CorridorLegForm
{
    [Display(Name = "次序")]
    public int? Place { get; set; }

    [Display(Name = "区段")]
    public int? LegId { get; set; }
}

/// <summary>A corridor with its legs in order.</summary>
public sealed class CorridorForm
{
    private const int FreeRows = 2;

    public int Version { get; set; }

    /// <summary>Chosen once, when the corridor is new, as are status and its source.</summary>
    [Display(Name = "网址短名")]
    public string? Slug { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "状态")]
    public CorridorStatus? Status { get; set; }

    [Display(Name = "状态依据")]
    public string? StatusSource { get; set; }

    /// <summary>Empty for behind all others.</summary>
    [Display(Name = "次序")]
    public int? Order { get; set; }

    [Display(Name = "颜色")]
    public int? Colour { get; set; }

    [Display(Name = "说明")]
    public string? Description { get; set; }

    [Display(Name = "英文说明")]
    public string? EnglishDescription { get; set; }

    [Display(Name = "合作方")]
    public string? Partners { get; set; }

    [Display(Name = "所需单证")]
    public string? Documents { get; set; }

    [Display(Name = "所需单证（英文）")]
    public string? EnglishDocuments { get; set; }

    [Display(Name = "联系")]
    public string? Contact { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源网址")]
    public string? SourceAddress { get; set; }

    /// <summary>From which day on it is so; today where nothing is typed.</summary>
    [Display(Name = "起始日")]
    public DateOnly? Since { get; set; }

    public List<CorridorLegForm> Legs { get; set; } = [];

    /// <summary>Asks for one more row, not for saving.</summary>
    public bool Add { get; set; }

    public static CorridorForm New() => new CorridorForm { Status = CorridorStatus.Planned, Colour = 1 }.WithFreeRows();

    public static CorridorForm Of(Corridor corridor) => new CorridorForm
    {
        Version = corridor.Version,
        Slug = corridor.Slug,
        Name = corridor.Name,
        EnglishName = corridor.EnglishName,
        Status = corridor.Status,
        StatusSource = corridor.StatusSource,
        Order = corridor.SortOrder,
        Colour = corridor.Colour,
        Description = corridor.Description,
        EnglishDescription = corridor.EnglishDescription,
        Partners = corridor.Partners,
        Documents = corridor.Documents,
        EnglishDocuments = corridor.EnglishDocuments,
        Contact = corridor.Contact,
        Source = corridor.Source,
        SourceAddress = corridor.SourceAddress,
        Legs = [.. corridor.Legs.OrderBy(l => l.Position).Select(l => new CorridorLegForm { Place = l.Position + 1, LegId = l.LegId })],
    }.WithFreeRows();

    /// <summary>Legs that stand in the rows.</summary>
    public IReadOnlyList<int> Chosen() => [.. Legs.Where(l => l.LegId is not null).Select(l => l.LegId!.Value)];

    public CorridorData ToData() => new(
        FormText.Clean(Slug) ?? "", FormText.Clean(Name)!, FormText.Clean(EnglishName)!, Status ?? CorridorStatus.Planned, FormText.Clean(StatusSource) ?? "",
        FormText.Clean(Description)!, FormText.Clean(EnglishDescription)!, Colour!.Value, FormText.Clean(Partners), FormText.Clean(Source)!, FormText.Clean(SourceAddress),
        FormText.Clean(Documents), FormText.Clean(EnglishDocuments), FormText.Clean(Contact),
        [.. Legs.Where(l => l.LegId is not null).OrderBy(l => l.Place ?? int.MaxValue).Select(l => l.LegId!.Value)], Order, Since);

    private CorridorForm WithFreeRows()
    {
        Legs.AddRange(Enumerable.Range(0, FreeRows).Select(_ => new CorridorLegForm()));
        return this;
    }
}

public sealed class CorridorFormValidator : AbstractValidator<CorridorForm>
{
    public CorridorFormValidator()
    {
        When(f => f.Version == 0, () =>
        {
            RuleFor(f => f.Slug).NotEmpty().WithMessage("请填写网址短名。").MaximumLength(Corridor.SlugMaxLength).WithMessage("网址短名最多 {MaxLength} 个字符。")
                .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("网址短名只用小写字母、数字和连字符。");
            RuleFor(f => f.Status).NotNull().WithMessage("请选择状态。").IsInEnum().WithMessage("没有这种状态，请重新选择。");
            RuleFor(f => f.StatusSource).NotEmpty().WithMessage("请写明状态的依据。").MaximumLength(Corridor.SourceMaxLength).WithMessage("状态依据最多 {MaxLength} 个字。");
        });
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(Corridor.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishName).NotEmpty().WithMessage("请填写英文名称。").MaximumLength(Corridor.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Colour).NotNull().WithMessage("请选择颜色。");
        RuleFor(f => f.Description).NotEmpty().WithMessage("请填写说明。").MaximumLength(Corridor.DescriptionMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishDescription).NotEmpty().WithMessage("请填写英文说明。").MaximumLength(Corridor.EnglishDescriptionMaxLength).WithMessage("英文说明最多 {MaxLength} 个字符。");
        RuleFor(f => f.Partners).MaximumLength(Corridor.PartnersMaxLength).WithMessage("合作方最多 {MaxLength} 个字。");
        RuleFor(f => f.Documents).MaximumLength(Corridor.DocumentsMaxLength).WithMessage("所需单证最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishDocuments).MaximumLength(Corridor.DocumentsMaxLength).WithMessage("所需单证（英文）最多 {MaxLength} 个字符。");
        RuleFor(f => f.Contact).MaximumLength(Corridor.ContactMaxLength).WithMessage("联系最多 {MaxLength} 个字。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的通道不能保存。").MaximumLength(Corridor.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceAddress).IsWebsite();
        RuleFor(f => f.Since).IsNear("起始日");
    }
}

/// <summary>Another status from a day on.</summary>
public sealed class StandingForm
{
    public int Version { get; set; }

    [Display(Name = "新状态")]
    public CorridorStatus? Status { get; set; }

    /// <summary>The first day of it, also one to come; today where nothing is typed.</summary>
    [Display(Name = "起始日")]
    public DateOnly? From { get; set; }

    [Display(Name = "依据")]
    public string? StatusSource { get; set; }

    /// <summary>Open bookings that it reaches, as the page that sends it said.</summary>
    [Display(Name = "受影响的订舱")]
    public int Seen { get; set; }

    public StandingData ToData() => new(Status!.Value, StatusSource!.Trim(), From, Seen);
}

public sealed class StandingFormValidator : AbstractValidator<StandingForm>
{
    public StandingFormValidator()
    {
        RuleFor(f => f.Status).NotNull().WithMessage("请选择新状态。").IsInEnum().WithMessage("没有这种状态，请重新选择。");
        RuleFor(f => f.From).IsNear("起始日");
        RuleFor(f => f.StatusSource).NotEmpty().WithMessage("请写明依据，没有依据的状态不能保存。").MaximumLength(Corridor.SourceMaxLength).WithMessage("依据最多 {MaxLength} 个字。");
    }
}

/// <summary>A corridor with its standings and history.</summary>
/// <param name="Saved">Null while it is being made.</param>
/// <param name="Legs">Legs to choose from.</param>
public sealed record CorridorEditPage(Corridor? Saved, CorridorForm Form, StandingForm Standing, IReadOnlyList<Leg> Legs, Page<JournalLine>? History)
{
    /// <summary>What was said of it from time to time, the latest first.</summary>
    public Page<Turn>? Turns { get; init; }

    /// <summary>Open bookings on days on which it is suspended; null while it is being made.</summary>
    public SuspensionEffect? Held { get; init; }

    /// <summary>The day of now, which tells the statuses that hold from those that are announced.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A corridor as it was on a day.</summary>
/// <param name="Corridor">With its statuses.</param>
public sealed record PastCorridorPage(Corridor Corridor, CorridorState State, DateOnly On);

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="AsOf">The day as of which corridors are shown; empty for now.</param>
public sealed record CorridorQuery(string? Q, CorridorStatus? Status, string? Sort, string? Dir, int? Page, DateOnly? AsOf = null)
{
    public bool IsNarrowed => Status is not null || AsOf is not null || !string.IsNullOrWhiteSpace(Q);

    public CorridorFilter ToFilter() => new(Q, Status, SortChoice.Of(Sort, CorridorSort.Place), SortChoice.IsDescending(Dir), AsOf);
}

/// <summary>The list.</summary>
/// <param name="On">The day whose statuses are shown.</param>
public sealed record CorridorListPage(CorridorQuery Query, Page<Corridor> Rows, DateOnly On);

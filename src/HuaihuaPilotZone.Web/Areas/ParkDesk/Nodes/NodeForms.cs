using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Keeping;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Nodes;

/// <summary>A node of the network.</summary>
public sealed class NodeForm
{
    public int Version { get; set; }

    /// <summary>Chosen once, when the node is new.</summary>
    [Display(Name = "短名")]
    public string? Slug { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "英文名称")]
    public string? EnglishName { get; set; }

    [Display(Name = "类型")]
    public NodeKind? Kind { get; set; }

    [Display(Name = "国家（地区）")]
    public string? CountryCode { get; set; }

    [Display(Name = "时区")]
    public string? TimeZone { get; set; }

    [Display(Name = "纬度")]
    public decimal? Latitude { get; set; }

    [Display(Name = "经度")]
    public decimal? Longitude { get; set; }

    [Display(Name = "坐标来源")]
    public string? CoordinatesSource { get; set; }

    [Display(Name = "可办理海关手续")]
    public bool HasCustoms { get; set; }

    [Display(Name = "有冷藏设施")]
    public bool HasColdStore { get; set; }

    [Display(Name = "接收危险品")]
    public bool TakesDangerousGoods { get; set; }

    [Display(Name = "换装时间")]
    public int? HandlingMinutes { get; set; }

    [Display(Name = "换装时间性质")]
    public FigureStatus? HandlingStatus { get; set; }

    [Display(Name = "换装时间来源")]
    public string? HandlingSource { get; set; }

    [Display(Name = "宽图横向")]
    public int? MapX { get; set; }

    [Display(Name = "宽图纵向")]
    public int? MapY { get; set; }

    [Display(Name = "宽图名称位置")]
    public LabelSide LabelSide { get; set; }

    [Display(Name = "竖图横向")]
    public int? TallX { get; set; }

    [Display(Name = "竖图纵向")]
    public int? TallY { get; set; }

    [Display(Name = "竖图名称位置")]
    public LabelSide TallLabelSide { get; set; }

    [Display(Name = "停用：不再供选择，已用的地方照旧")]
    public bool IsClosed { get; set; }

    [Display(Name = "停用日")]
    public DateOnly? ClosedFrom { get; set; }

    /// <summary>From which day on it is so; today where nothing is typed.</summary>
    [Display(Name = "起始日")]
    public DateOnly? Since { get; set; }

    public static NodeForm Of(Node node) => new()
    {
        Version = node.Version,
        Slug = node.Slug,
        Name = node.Name,
        EnglishName = node.EnglishName,
        Kind = node.Kind,
        CountryCode = node.CountryCode,
        TimeZone = node.TimeZone,
        Latitude = node.Latitude,
        Longitude = node.Longitude,
        CoordinatesSource = node.CoordinatesSource,
        HasCustoms = node.HasCustoms,
        HasColdStore = node.HasColdStore,
        TakesDangerousGoods = node.TakesDangerousGoods,
        HandlingMinutes = node.HandlingMinutes,
        HandlingStatus = node.HandlingStatus,
        HandlingSource = node.HandlingSource,
        MapX = node.MapX,
        MapY = node.MapY,
        LabelSide = node.LabelSide,
        TallX = node.TallX,
        TallY = node.TallY,
        TallLabelSide = node.TallLabelSide,
        IsClosed = node.IsClosed,
        ClosedFrom = node.ClosedFrom,
    };

    public NodeData ToData() => new(
        FormText.Clean(Slug) ?? "", FormText.Clean(Name)!, FormText.Clean(EnglishName)!, Kind!.Value, CountryCode!.Trim(), TimeZone!.Trim(), Latitude, Longitude, FormText.Clean(CoordinatesSource),
        HasCustoms, HasColdStore, TakesDangerousGoods, HandlingMinutes, HandlingStatus, FormText.Clean(HandlingSource),
        MapX!.Value, MapY!.Value, TallX!.Value, TallY!.Value, LabelSide, TallLabelSide, IsClosed, IsClosed ? ClosedFrom : null, Since);
}

public sealed class NodeFormValidator : AbstractValidator<NodeForm>
{
    private const int MostPlaces = 5;

    public NodeFormValidator()
    {
        RuleFor(f => f.Slug).NotEmpty().WithMessage("请填写短名。").MaximumLength(Node.SlugMaxLength).WithMessage("短名最多 {MaxLength} 个字符。")
            .Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage("短名只用小写字母、数字和连字符。").When(f => f.Version == 0);
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(Node.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishName).NotEmpty().WithMessage("请填写英文名称。").MaximumLength(Node.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择类型。").IsInEnum().WithMessage("没有这种类型，请重新选择。");
        RuleFor(f => f.CountryCode).NotEmpty().WithMessage("请填写国家（地区）代码。").Matches("^[A-Z]{3}$").WithMessage("国家（地区）代码是三个大写字母。");
        RuleFor(f => f.TimeZone).NotEmpty().WithMessage("请填写时区。").MaximumLength(Node.TimeZoneMaxLength).WithMessage("时区最多 {MaxLength} 个字符。");
        RuleFor(f => f.Latitude).Must(IsShort).WithMessage("纬度最多写五位小数。");
        RuleFor(f => f.Longitude).Must(IsShort).WithMessage("经度最多写五位小数。");
        RuleFor(f => f.CoordinatesSource).MaximumLength(Node.SourceMaxLength).WithMessage("坐标来源最多 {MaxLength} 个字。");
        RuleFor(f => f.HandlingStatus).IsInEnum().WithMessage("没有这种性质，请重新选择。");
        RuleFor(f => f.HandlingSource).MaximumLength(Node.SourceMaxLength).WithMessage("换装时间来源最多 {MaxLength} 个字。");
        RuleFor(f => f.MapX).NotNull().WithMessage("请填写宽图横向位置。");
        RuleFor(f => f.MapY).NotNull().WithMessage("请填写宽图纵向位置。");
        RuleFor(f => f.LabelSide).IsInEnum().WithMessage("没有这个位置，请重新选择。");
        RuleFor(f => f.TallX).NotNull().WithMessage("请填写竖图横向位置。");
        RuleFor(f => f.TallY).NotNull().WithMessage("请填写竖图纵向位置。");
        RuleFor(f => f.TallLabelSide).IsInEnum().WithMessage("没有这个位置，请重新选择。");
        RuleFor(f => f.ClosedFrom).IsNear("停用日").When(f => f.IsClosed);
        RuleFor(f => f.Since).IsNear("起始日");
    }

    private static bool IsShort(decimal? number) => number is not { } n || decimal.Round(n, MostPlaces) == n;
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="AsOf">The day as of which nodes are shown; empty for now.</param>
public sealed record NodeQuery(string? Q, NodeKind? Kind, string? Sort, string? Dir, int? Page, DateOnly? AsOf = null)
{
    public bool IsNarrowed => Kind is not null || AsOf is not null || !string.IsNullOrWhiteSpace(Q);

    public NodeFilter ToFilter() => new(Q, Kind, SortChoice.Of(Sort, NodeSort.Kind), SortChoice.IsDescending(Dir), AsOf);
}

/// <summary>The list.</summary>
/// <param name="On">The day whose nodes are shown.</param>
public sealed record NodeListPage(NodeQuery Query, Page<Node> Rows, DateOnly On, CustomsTables Tables);

/// <summary>A node with its history.</summary>
/// <param name="Saved">Null while it is being registered.</param>
/// <param name="Turns">What it was from time to time, the latest first.</param>
public sealed record NodePage(Node? Saved, NodeForm Form, string? CountryName, Page<JournalLine>? History, Page<Turn>? Turns);

/// <summary>A node as it was on a day.</summary>
public sealed record PastNodePage(Node Node, string CountryName, DateOnly On);

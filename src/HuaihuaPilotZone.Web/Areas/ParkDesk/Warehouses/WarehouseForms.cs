using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Warehouses;

/// <summary>The address bar of the list.</summary>
public sealed record WarehouseQuery(string? Q, WarehouseKind? Kind, string? Dir, int? Page)
{
    public bool IsNarrowed => Kind is not null || !string.IsNullOrWhiteSpace(Q);

    public WarehouseFilter ToFilter(bool withClosed) => new(Q, Kind is { } kind && Enum.IsDefined(kind) ? kind : null, withClosed, SortChoice.IsDescending(Dir));
}

/// <summary>The list.</summary>
public sealed record WarehouseListPage(WarehouseQuery Query, Page<Warehouse> Rows, CustomsTables Tables);

/// <summary>A warehouse with its form, bookings and history.</summary>
public sealed record WarehousePage(Warehouse? Warehouse, string? Country, WarehouseForm Form, Page<InboundRow>? Inbound, Page<JournalLine>? History);

/// <summary>A warehouse's record.</summary>
public sealed class WarehouseForm
{
    public int Version { get; set; }

    [Display(Name = "名称")]
    public string? Name { get; set; }

    [Display(Name = "类型")]
    public WarehouseKind? Kind { get; set; }

    [Display(Name = "国家代码")]
    public string? CountryCode { get; set; }

    [Display(Name = "城市")]
    public string? City { get; set; }

    [Display(Name = "运营方")]
    public string? Operator { get; set; }

    [Display(Name = "每日接收能力")]
    public int? DailyCubicMetres { get; set; }

    [Display(Name = "最低温度")]
    public decimal? LowestTemperature { get; set; }

    [Display(Name = "最高温度")]
    public decimal? HighestTemperature { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    [Display(Name = "来源")]
    public string? Source { get; set; }

    [Display(Name = "来源性质")]
    public FigureStatus? SourceStatus { get; set; }

    [Display(Name = "停用，不再接受预约")]
    public bool IsClosed { get; set; }

    public static WarehouseForm Of(Warehouse warehouse) => new()
    {
        Version = warehouse.Version,
        Name = warehouse.Name,
        Kind = warehouse.Kind,
        CountryCode = warehouse.CountryCode,
        City = warehouse.City,
        Operator = warehouse.Operator,
        DailyCubicMetres = warehouse.DailyLitres / 1000,
        LowestTemperature = warehouse.LowestTemperature,
        HighestTemperature = warehouse.HighestTemperature,
        Note = warehouse.Note,
        Source = warehouse.Source,
        SourceStatus = warehouse.SourceStatus,
        IsClosed = warehouse.IsClosed,
    };

    public WarehouseData ToData() => new(
        FormText.Clean(Name)!, Kind!.Value, FormText.Clean(CountryCode)!.ToUpperInvariant(), FormText.Clean(City)!, FormText.Clean(Operator), DailyCubicMetres, LowestTemperature, HighestTemperature,
        FormText.Clean(Note), FormText.Clean(Source)!, SourceStatus!.Value, IsClosed);
}

public sealed class WarehouseFormValidator : AbstractValidator<WarehouseForm>
{
    public WarehouseFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(Warehouse.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.Kind).NotNull().WithMessage("请选择类型。").IsInEnum().WithMessage("没有这种类型，请重新选择。");
        RuleFor(f => f.CountryCode).NotEmpty().WithMessage("请填写三位字母的国家代码。");
        RuleFor(f => f.City).NotEmpty().WithMessage("请填写城市。").MaximumLength(Warehouse.CityMaxLength).WithMessage("城市最多 {MaxLength} 个字。");
        RuleFor(f => f.Operator).MaximumLength(Warehouse.OperatorMaxLength).WithMessage("运营方最多 {MaxLength} 个字。");
        RuleFor(f => f.Note).MaximumLength(Warehouse.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的仓库不能保存。").MaximumLength(Warehouse.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
    }
}

using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Units;

/// <summary>A unit to register or to correct.</summary>
public sealed class UnitForm
{
    public int Version { get; set; }

    /// <summary>Chosen once, when the unit is registered.</summary>
    [Display(Name = "楼栋")]
    public int? BuildingId { get; set; }

    [Display(Name = "单元号")]
    public string? Code { get; set; }

    [Display(Name = "楼层")]
    public string? Floor { get; set; }

    [Display(Name = "用途")]
    public UnitUse? Use { get; set; }

    [Display(Name = "可租面积")]
    public decimal? Area { get; set; }

    [Display(Name = "可以出租")]
    public DateOnly? LettableFrom { get; set; }

    [Display(Name = "停止出租")]
    public DateOnly? LettableUntil { get; set; }

    [Display(Name = "备注")]
    public string? Note { get; set; }

    public static UnitForm Of(Unit unit) => new()
    {
        Version = unit.Version,
        BuildingId = unit.BuildingId,
        Code = unit.Code,
        Floor = unit.Floor,
        Use = unit.Use,
        Area = unit.Area,
        LettableFrom = unit.LettableFrom,
        LettableUntil = unit.LettableUntil,
        Note = unit.Note,
    };

    public UnitData ToData() => new(FormText.Clean(Code)!, FormText.Clean(Floor), Use!.Value, Area!.Value, LettableFrom!.Value, LettableUntil, FormText.Clean(Note));
}

public sealed class UnitFormValidator : AbstractValidator<UnitForm>
{
    public UnitFormValidator()
    {
        RuleFor(f => f.BuildingId).NotNull().WithMessage("请选择楼栋。").When(f => f.Version == 0, ApplyConditionTo.CurrentValidator);
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写单元号，如 A-203。").MaximumLength(Unit.CodeMaxLength).WithMessage("单元号最多 {MaxLength} 个字符。");
        RuleFor(f => f.Floor).MaximumLength(Unit.FloorMaxLength).WithMessage("楼层最多 {MaxLength} 个字符。");
        RuleFor(f => f.Use).NotNull().WithMessage("请选择用途。").IsInEnum().WithMessage("没有这种用途，请重新选择。");
        RuleFor(f => f.Area).NotNull().WithMessage("请填写可租面积。");
        RuleFor(f => f.LettableFrom).NotNull().WithMessage("请填写可以出租的日期。");
        RuleFor(f => f.Note).MaximumLength(Unit.NoteMaxLength).WithMessage("备注最多 {MaxLength} 个字。");
    }
}

/// <summary>A lease to record.</summary>
public sealed class LeaseForm
{
    /// <summary>The unit's version that the form shows.</summary>
    public int Version { get; set; }

    [Display(Name = "租户")]
    public string? Tenant { get; set; }

    [Display(Name = "起租日")]
    public DateOnly? From { get; set; }

    [Display(Name = "终止日")]
    public DateOnly? Until { get; set; }

    [Display(Name = "说明")]
    public string? Remark { get; set; }
}

public sealed class LeaseFormValidator : AbstractValidator<LeaseForm>
{
    public LeaseFormValidator()
    {
        RuleFor(f => f.Tenant).NotEmpty().WithMessage("请填写租户的统一社会信用代码或企业全称。").MaximumLength(200).WithMessage("租户最多 {MaxLength} 个字。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写起租日。");
        RuleFor(f => f.Remark).MaximumLength(Lease.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>Another last day for a lease.</summary>
public sealed class LeaseEndForm
{
    public const int ReasonMaxLength = 300;

    public int Version { get; set; }

    [Display(Name = "终止日")]
    public DateOnly? Until { get; set; }

    [Display(Name = "原因")]
    public string? Reason { get; set; }
}

public sealed class LeaseEndFormValidator : AbstractValidator<LeaseEndForm>
{
    public LeaseEndFormValidator() =>
        RuleFor(f => f.Reason).NotEmpty().WithMessage("请写明原因，如续租协议或退租申请。").MaximumLength(LeaseEndForm.ReasonMaxLength).WithMessage("原因最多 {MaxLength} 个字。");
}

/// <summary>The address bar of the list. Whatever stands in it, a list is shown.</summary>
/// <param name="On">Civil day of the occupancy.</param>
public sealed record UnitQuery(string? Q, int? Park, UnitUse? Use, UnitState? State, DateOnly? On, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Park is not null || Use is not null || State is not null || !string.IsNullOrWhiteSpace(Q);

    public UnitFilter ToFilter() => new(Q, Park, Use, State, SortChoice.Of(Sort, UnitSort.Place), SortChoice.IsDescending(Dir));
}

/// <summary>The list, and the occupancy of all parks on a day.</summary>
public sealed record UnitListPage(UnitQuery Query, DateOnly On, IReadOnlyList<ParkRow> Parks, Page<UnitRow> Rows);

/// <summary>A unit with its leases.</summary>
/// <param name="Saved">Null while it is being registered.</param>
public sealed record UnitPage(Unit? Saved, UnitForm Form, LeaseForm Lease, IReadOnlyList<Building> Buildings, Page<JournalLine>? History, DateOnly Today);

/// <summary>The page that asks for another last day.</summary>
public sealed record LeaseEndPage(Unit Unit, Lease Lease, LeaseEndForm Form);

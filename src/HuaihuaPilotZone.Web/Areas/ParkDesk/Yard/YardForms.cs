using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Yard;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Yard;

/// <summary>The address bar of the stock. Whatever stands in it, a list is shown.</summary>
/// <param name="Days">Least days in the yard.</param>
/// <param name="On">The stock at the end of this day instead of now.</param>
public sealed record StockQuery(string? Q, string? Block, ContainerLoad? Load, int? Days, DateOnly? On, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => Load is not null || Days is not null || On is not null || !string.IsNullOrEmpty(Block) || !string.IsNullOrWhiteSpace(Q);

    public StockFilter ToFilter() => new(Q, Block, Load, Days, On, SortChoice.Of(Sort, StockSort.Since), SortChoice.IsDescending(Dir));
}

/// <summary>The stock.</summary>
/// <param name="AsOf">UTC; until when the time in the yard is counted.</param>
public sealed record StockPage(StockQuery Query, Page<StockRow> Rows, IReadOnlyList<string> Blocks, DateTime AsOf);

/// <summary>The daily counts of a range of days, and how long those stayed who left in it.</summary>
/// <param name="HasDemonstration">Invented containers are counted too.</param>
public sealed record YardDaysPage(DateOnly From, DateOnly To, IReadOnlyList<DayCount> Days, DwellTimes Dwell, bool HasDemonstration);

/// <summary>Another position for a container.</summary>
public sealed class PlaceForm
{
    public int Version { get; set; }

    [Display(Name = "箱位")]
    public string? Position { get; set; }
}

public sealed class PlaceFormValidator : AbstractValidator<PlaceForm>
{
    public PlaceFormValidator() => RuleFor(f => f.Position).MaximumLength(YardPosition.CodeMaxLength).WithMessage("箱位最多 {MaxLength} 个字符。");
}

/// <summary>One stay.</summary>
public sealed record StayPage(StayDetail Detail, PlaceForm Form, Page<JournalLine> History, DateTime Now);

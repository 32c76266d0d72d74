using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

/// <summary>What the address of the roster says: conditions, order and part of the list.</summary>
public sealed class RosterAddress
{
    /// <summary>The word searched for.</summary>
    [FromQuery(Name = "q")]
    public string? Word { get; set; }

    public EnterpriseType? Type { get; set; }

    public EnterpriseStage? Stage { get; set; }

    public int? District { get; set; }

    public int? Tag { get; set; }

    public TargetMarket? Market { get; set; }

    public RosterCompleteness? Completeness { get; set; }

    public RosterPapers? Papers { get; set; }

    /// <summary>Number of a park whose tenants are wanted.</summary>
    public int? Park { get; set; }

    public bool Suspended { get; set; }

    /// <summary>The columns that are shown; the usual ones for none.</summary>
    public List<RosterColumn> Cols { get; set; } = [];

    /// <summary>The saved view that was opened.</summary>
    public int? View { get; set; }

    public RosterSort Sort { get; set; }

    public int? Page { get; set; }

    public int? Size { get; set; }

    /// <summary>Go on behind this enterprise.</summary>
    public int? After { get; set; }

    /// <summary>Go back before this enterprise.</summary>
    public int? Before { get; set; }

    public RosterQuery ToQuery() => new(Word, Type, Stage, District, Tag, Sort)
    {
        Market = Market,
        Completeness = Completeness,
        Papers = Papers,
        ParkId = Park,
        IsSuspended = Suspended,
    };

    /// <summary>Conditions, order and columns as a query string; not the part of the list.</summary>
    public string ToAddress()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Pairs().Where(p => !string.IsNullOrWhiteSpace(p.Value))) query.Add(name, value!);
        return query.ToString().TrimStart('?');
    }

    private IEnumerable<(string Name, string? Value)> Pairs() =>
    [
        ("q", Word?.Trim()), ("type", Type?.ToString()), ("stage", Stage?.ToString()), ("district", Text(District)), ("tag", Text(Tag)), ("market", Market?.ToString()),
        ("completeness", Completeness?.ToString()), ("papers", Papers?.ToString()), ("park", Text(Park)), ("suspended", Suspended ? "true" : null),
        ("sort", Sort == RosterSort.Newest ? null : Sort.ToString()), .. Cols.Select(c => ("cols", (string?)c.ToString())),
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public RosterPlace ToPlace() => new(Page ?? 1, After, Before);
}

public sealed class RosterAddressValidator : AbstractValidator<RosterAddress>
{
    public RosterAddressValidator() =>
        RuleFor(a => a.Word).MaximumLength(SearchWord.MaxLength).WithMessage($"搜索词最多 {SearchWord.MaxLength} 个字。");
}

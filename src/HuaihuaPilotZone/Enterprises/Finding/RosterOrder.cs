#pragma warning disable CA1309, CA1310 // becomes SQL: the columns compare by their own binary collation
namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>Where an enterprise stands in every order of the roster.</summary>
internal sealed record RosterSpot(int Id, EnterpriseStage Stage, DateOnly StageSince, string NameKey, DateTime UpdatedAt)
{
    public EnterpriseType Type { get; init; }

    public int? AreaId { get; init; }
}

/// <summary>An order of the roster: in the database, from a spot on, and among spots in memory. All three agree, since keys are ASCII and the id decides at last.</summary>
internal sealed class RosterOrder(RosterSort sort, bool backwards = false) : IComparer<RosterSpot>
{
    /// <summary>Whether the greatest comes first.</summary>
    private readonly bool _isDescending = sort is RosterSort.Newest or RosterSort.Updated != backwards;

    public RosterOrder Reversed => new(sort, !backwards);

    public IQueryable<Enterprise> Apply(IQueryable<Enterprise> enterprises) => (sort, _isDescending) switch
    {
        (RosterSort.Name, false) => enterprises.OrderBy(e => e.NameKey).ThenBy(e => e.Id),
        (RosterSort.Name, true) => enterprises.OrderByDescending(e => e.NameKey).ThenByDescending(e => e.Id),
        (RosterSort.Updated, false) => enterprises.OrderBy(e => e.UpdatedAt).ThenBy(e => e.Id),
        (RosterSort.Updated, true) => enterprises.OrderByDescending(e => e.UpdatedAt).ThenByDescending(e => e.Id),
        (_, false) => enterprises.OrderBy(e => e.StageSince).ThenBy(e => e.Id),
        (_, true) => enterprises.OrderByDescending(e => e.StageSince).ThenByDescending(e => e.Id),
    };

    /// <summary>What comes behind a spot. The first condition alone lets the database begin at the right place of its index.</summary>
    public IQueryable<Enterprise> After(IQueryable<Enterprise> enterprises, RosterSpot spot)
    {
        var (id, day, key, at) = (spot.Id, spot.StageSince, spot.NameKey, spot.UpdatedAt);
        return (sort, _isDescending) switch
        {
            (RosterSort.Name, false) => enterprises.Where(e => string.Compare(e.NameKey, key) >= 0 && (e.NameKey != key || e.Id > id)),
            (RosterSort.Name, true) => enterprises.Where(e => string.Compare(e.NameKey, key) <= 0 && (e.NameKey != key || e.Id < id)),
            (RosterSort.Updated, false) => enterprises.Where(e => e.UpdatedAt >= at && (e.UpdatedAt != at || e.Id > id)),
            (RosterSort.Updated, true) => enterprises.Where(e => e.UpdatedAt <= at && (e.UpdatedAt != at || e.Id < id)),
            (_, false) => enterprises.Where(e => e.StageSince >= day && (e.StageSince != day || e.Id > id)),
            (_, true) => enterprises.Where(e => e.StageSince <= day && (e.StageSince != day || e.Id < id)),
        };
    }

    public int Compare(RosterSpot? x, RosterSpot? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = sort switch
        {
            RosterSort.Name => string.CompareOrdinal(x.NameKey, y.NameKey),
            RosterSort.Updated => x.UpdatedAt.CompareTo(y.UpdatedAt),
            _ => x.StageSince.CompareTo(y.StageSince),
        };
        if (order == 0) order = x.Id.CompareTo(y.Id);
        return _isDescending ? -order : order;
    }
}

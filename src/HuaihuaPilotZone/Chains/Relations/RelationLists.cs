namespace HuaihuaPilotZone.Chains.Relations;

/// <summary>What an enterprise states.</summary>
/// <param name="Other">Name or credit code as typed; one that the public directory does not show is kept as a name only.</param>
public sealed record RelationData(bool IsSupplier, string Other, string Goods, RelationSight Sight);

/// <summary>A relation as one of its sides sees it.</summary>
/// <param name="Supplies">Whether this side is the supplier.</param>
/// <param name="IsOwn">Whether this side stated it.</param>
/// <param name="OtherIsKnown">Whether the other side is an enterprise of the roster, which can confirm.</param>
/// <param name="Chosen">What this side chose; null while it has not answered.</param>
/// <param name="Holds">What holds: the stricter of both choices, and never the park or the public before the other side has confirmed.</param>
public sealed record OwnRelation(
    int Id, bool Supplies, bool IsOwn, string OtherName, bool OtherIsKnown, string Goods, RelationState State, RelationSight? Chosen, RelationSight Holds, string? Reason, DateTime StatedAt, int Version)
{
    /// <summary>Whether it waits for this side's answer.</summary>
    public bool IsToAnswer => !IsOwn && State == RelationState.Stated;
}

/// <summary>A relation that the park may see.</summary>
/// <param name="BuyerId">Null for a side that is only a name, like <paramref name="SupplierId"/>.</param>
public sealed record SeenRelation(int Id, int? SupplierId, string SupplierName, string? SupplierEnglishName, int? BuyerId, string BuyerName, string? BuyerEnglishName, string Goods);

/// <summary>Who may see a relation, written down once.</summary>
public static class RelationSights
{
    /// <summary>The stricter of both choices; before the other side has confirmed nobody but the two, and a side that is only a name is never public.</summary>
    /// <param name="otherSight">Null before the other side has answered.</param>
    public static RelationSight Holding(RelationState state, bool otherIsKnown, RelationSight sight, RelationSight? otherSight) => (state, otherIsKnown) switch
    {
        (RelationState.Confirmed, _) => Stricter(sight, otherSight ?? RelationSight.Both),
        (_, true) => Stricter(sight, RelationSight.Both),
        _ => Stricter(sight, RelationSight.Park),
    };

    private static RelationSight Stricter(RelationSight one, RelationSight other) => one < other ? one : other;
}

public static class RelationWords
{
    public static string Word(this RelationSight sight) => sight switch
    {
        RelationSight.Own => "仅本企业",
        RelationSight.Both => "双方",
        RelationSight.Park => "双方和园区",
        RelationSight.Public => "公开",
        _ => throw new ArgumentOutOfRangeException(nameof(sight), sight, null),
    };

    public static string Word(this RelationState state) => state switch
    {
        RelationState.Stated => "待对方确认",
        RelationState.Confirmed => "已确认",
        RelationState.Declined => "对方不认可",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

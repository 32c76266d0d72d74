using System.Collections.Concurrent;
using System.Linq.Expressions;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>What a stretch of an index has in common.</summary>
internal enum StretchOf
{
    All,
    Stage,
    Type,
    Area,

    /// <summary>Stage, type and area.</summary>
    Cell,
}

/// <summary>Enterprises that stand side by side in the index of each order.</summary>
/// <param name="Area">Null also for those without one.</param>
internal sealed record RosterStretch(StretchOf Of, bool IsShown, EnterpriseStage Stage = default, EnterpriseType Type = default, int? Area = null);

/// <summary>Reads the beginning of a stretch in its order: most lists are no more than that, so each kind is made into a command once.</summary>
internal static class RosterStretches
{
    private static readonly ConcurrentDictionary<(StretchOf Of, bool IsShown, RosterSort Sort), HotQuery<Reading>> _known = new();

    private delegate IAsyncEnumerable<RosterSpot> Reading(PortalDbContext db, EnterpriseStage stage, EnterpriseType type, int? area, int skip, int take);

    public static Task<List<RosterSpot>> ReadAsync(PortalDbContext db, RosterStretch stretch, RosterSort sort, int skip, int take, CancellationToken cancellation)
    {
        var reading = _known.GetOrAdd((stretch.Of, stretch.IsShown, sort), key => new HotQuery<Reading>(() => Compile(key.Of, key.IsShown, key.Sort)));
        return reading.For(db)(db, stretch.Stage, stretch.Type, stretch.Area, skip, take).ToListAsync(cancellation).AsTask();
    }

    /// <summary>The same for whoever goes on with it.</summary>
    public static IQueryable<Enterprise> Of(PortalDbContext db, RosterStretch stretch)
    {
        var enterprises = stretch.IsShown ? db.Enterprises.Where(e => e.Visibility == EnterpriseVisibility.Shown) : db.Enterprises;
        var (stage, type, area) = (stretch.Stage, stretch.Type, stretch.Area);
        return stretch.Of switch
        {
            StretchOf.Stage => enterprises.Where(e => e.Stage == stage),
            StretchOf.Type => enterprises.Where(e => e.Type == type),
            StretchOf.Area => enterprises.Where(e => e.ParkAreaId == area),
            StretchOf.Cell => enterprises.Where(e => e.Stage == stage && e.Type == type && e.ParkAreaId == area),
            _ => enterprises,
        };
    }

    private static Reading Compile(StretchOf of, bool isShown, RosterSort sort)
    {
        Expression<Func<PortalDbContext, EnterpriseStage, EnterpriseType, int?, int, int, IQueryable<Enterprise>>> stretch = of switch
        {
            StretchOf.Stage => (db, stage, type, area, skip, take) => db.Enterprises.Where(e => e.Stage == stage),
            StretchOf.Type => (db, stage, type, area, skip, take) => db.Enterprises.Where(e => e.Type == type),
            StretchOf.Area => (db, stage, type, area, skip, take) => db.Enterprises.Where(e => e.ParkAreaId == area),
            StretchOf.Cell => (db, stage, type, area, skip, take) => db.Enterprises.Where(e => e.Stage == stage && e.Type == type && e.ParkAreaId == area),
            _ => (db, stage, type, area, skip, take) => db.Enterprises,
        };
        IQueryable<Enterprise> ordered = new EnumerableQuery<Enterprise>(stretch.Body);
        if (isShown) ordered = ordered.Where(e => e.Visibility == EnterpriseVisibility.Shown);
        ordered = new RosterOrder(sort).Apply(ordered);
        Expression<Func<IQueryable<Enterprise>, int, int, IQueryable<RosterSpot>>> part = (s, skip, take) => s.Skip(skip).Take(take)
            .Select(e => new RosterSpot(e.Id, e.Stage, e.Type, e.ParkAreaId, e.StageSince, e.NameKey, e.UpdatedAt));
        var (from, to) = (stretch.Parameters[^2], stretch.Parameters[^1]);
        var body = new Putting(part.Parameters, [ordered.Expression, from, to]).Visit(part.Body);
        return new Reading(EF.CompileAsyncQuery(Expression.Lambda<Func<PortalDbContext, EnterpriseStage, EnterpriseType, int?, int, int, IQueryable<RosterSpot>>>(body, stretch.Parameters)));
    }

    /// <summary>Puts something in the place of each parameter.</summary>
    private sealed class Putting(IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters[i] == node) return values[i];
            }

            return node;
        }
    }
}

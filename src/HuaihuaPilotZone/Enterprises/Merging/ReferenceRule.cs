using System.Linq.Expressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>What becomes of a table's rows when the record that they name is merged into another one.</summary>
public enum MergeWay
{
    /// <summary>They go to the record that stays; where a unique index of the table already has such a row of that record, that row stands and the other one stays.</summary>
    Moves,

    /// <summary>The merge itself unites them, since a person chooses or a copy is needed.</summary>
    United,

    /// <summary>They stay with the merged record.</summary>
    Stays,
}

/// <summary>What becomes of a table's rows when a record is split.</summary>
public enum SplitWay
{
    /// <summary>Staff choose: none, all, or some of them.</summary>
    Chosen,

    /// <summary>They go where the rows go that they belong to.</summary>
    Follows,

    /// <summary>The form of the new record says it.</summary>
    OfForm,

    /// <summary>They stay.</summary>
    Stays,
}

/// <summary>A row that staff may choose.</summary>
/// <param name="On">Civil day or moment it is known by; null where it has none.</param>
public sealed record ChoosableRow(int Id, string Text, DateTime? On);

/// <summary>
/// What becomes of the rows of one foreign key to an enterprise when records are merged or split. Every such key of the model has one, a test looks.
/// Rows are moved set by set; which ones, is written down before.
/// </summary>
public abstract class ReferenceRule(Type entity, string property, string label, string unit)
{
    public Type Entity { get; } = entity;

    /// <summary>The property that names the enterprise.</summary>
    public string Property { get; } = property;

    /// <summary>What the rows are, Chinese.</summary>
    public string Label { get; } = label;

    /// <summary>What they are counted in.</summary>
    public string Unit { get; } = unit;

    /// <summary>How it is written down.</summary>
    public string Name => $"{Entity.Name}.{Property}";

    public required MergeWay OnMerge { get; init; }

    public required SplitWay OnSplit { get; init; }

    /// <summary>Why rows stay, or which of two stands; Chinese, for the page. Null where everything moves.</summary>
    public string? Why { get; init; }

    /// <summary>The column that is made of what the rows name, and made anew where they move; null for none.</summary>
    public string? Renewed { get; init; }

    /// <summary>Whether rows are dated, so that all from a day on may be chosen.</summary>
    public abstract bool IsDated { get; }

    /// <summary>How many rows name the enterprise and could move.</summary>
    public abstract Task<int> CountAsync(PortalDbContext db, int enterpriseId, CancellationToken cancellation);

    /// <summary>How many would stay, since the other record has such a row already or they stand between the two.</summary>
    public abstract Task<int> CountCollidingAsync(PortalDbContext db, int from, int to, CancellationToken cancellation);

    /// <summary>The newest rows, to choose from.</summary>
    public abstract Task<IReadOnlyList<ChoosableRow>> RowsAsync(PortalDbContext db, int enterpriseId, int most, CancellationToken cancellation);

    /// <summary>Writes down which rows follow, and moves them. Inside the caller's transaction.</summary>
    /// <param name="some">Which of them; null for all.</param>
    /// <returns>How many.</returns>
    public abstract Task<int> MoveAsync(PortalDbContext db, int mergeId, int from, int to, RowChoice? some, CancellationToken cancellation);

    /// <summary>Moves the rows that belong to what has moved already; nothing where rows belong to nothing.</summary>
    public abstract Task<int> MoveFollowingAsync(PortalDbContext db, int mergeId, int from, int to, CancellationToken cancellation);

    /// <summary>Moves the rows back that were written down and still are where they went.</summary>
    public abstract Task<int> MoveBackAsync(PortalDbContext db, int mergeId, int from, int to, CancellationToken cancellation);
}

/// <summary>Which rows of one kind go to the new record.</summary>
/// <param name="Ids">These; null for all.</param>
/// <param name="Since">Of all only those from this civil day on.</param>
public sealed record RowChoice(IReadOnlyList<int>? Ids, DateOnly? Since = null);

/// <inheritdoc/>
internal sealed class ReferenceRule<T>(string property, string label, string unit) : ReferenceRule(typeof(T), property, label, unit)
    where T : class
{
    private const string Key = "Id";

    /// <summary>Rows of a request in one list.</summary>
    private const int Chunk = 500;

    /// <summary>How a row is told from others.</summary>
    public Expression<Func<T, string>>? Text { get; init; }

    /// <summary>What a row is dated by; null where that means nothing.</summary>
    public Expression<Func<T, DateTime?>>? On { get; init; }

    /// <summary>Which rows of a split may be chosen; null for all.</summary>
    public Expression<Func<T, bool>>? Choosable { get; init; }

    /// <summary>Which rows belong to what is with an enterprise; for those that follow.</summary>
    public Func<PortalDbContext, int, Expression<Func<T, bool>>>? BelongsTo { get; init; }

    /// <summary>Rows that would name the record that stays twice, as both sides of one thing: they stay.</summary>
    public Func<int, int, Expression<Func<T, bool>>>? NamesBoth { get; init; }

    /// <summary>Rows that would say what a row says that is there, where only their content tells and no index of columns: they stay.</summary>
    public Func<PortalDbContext, int, int, CancellationToken, Task<IReadOnlyList<int>>>? Twice { get; init; }

    /// <summary>Makes <see cref="ReferenceRule.Renewed"/> anew of rows that have moved.</summary>
    public Func<PortalDbContext, IReadOnlyList<int>, CancellationToken, Task>? Renew { get; init; }

    public override bool IsDated => On is not null;

    public override Task<int> CountAsync(PortalDbContext db, int enterpriseId, CancellationToken cancellation) => Of(db, enterpriseId).CountAsync(cancellation);

    public override async Task<int> CountCollidingAsync(PortalDbContext db, int from, int to, CancellationToken cancellation)
    {
        var rows = Of(db, from);
        var twice = Twice is null ? 0 : (await Twice(db, from, to, cancellation)).Count;
        return await rows.CountAsync(cancellation) - await Free(db, rows, from, to).CountAsync(cancellation) + twice;
    }

    public override async Task<IReadOnlyList<ChoosableRow>> RowsAsync(PortalDbContext db, int enterpriseId, int most, CancellationToken cancellation)
    {
        if (Text is null) return [];
        return await ChoosableOf(db, enterpriseId).OrderByDescending(x => EF.Property<int>(x, Key)).Take(most).Select(Line()).ToListAsync(cancellation);
    }

    public override async Task<int> MoveAsync(PortalDbContext db, int mergeId, int from, int to, RowChoice? some, CancellationToken cancellation)
    {
        var rows = some is null ? Of(db, from) : ChoosableOf(db, from);
        if (some?.Since is { } since && On is { } on) rows = rows.Where(From(on, ChinaTime.StartOf(since)));
        return await MoveAsync(db, mergeId, from, to, rows, some?.Ids, cancellation);
    }

    public override Task<int> MoveFollowingAsync(PortalDbContext db, int mergeId, int from, int to, CancellationToken cancellation) =>
        BelongsTo is { } belongs ? MoveAsync(db, mergeId, from, to, Of(db, from).Where(belongs(db, to)), null, cancellation) : Task.FromResult(0);

    private async Task<int> MoveAsync(PortalDbContext db, int mergeId, int from, int to, IQueryable<T> rows, IReadOnlyList<int>? some, CancellationToken cancellation)
    {
        rows = Free(db, rows, from, to);
        List<int> ids = some is { } chosen
            ? await ChosenAsync(rows, chosen, cancellation)
            : await rows.Select(x => EF.Property<int>(x, Key)).OrderBy(id => id).ToListAsync(cancellation);
        if (Twice is { } twice) ids = [.. ids.Except(await twice(db, from, to, cancellation))];
        await db.InsertManyAsync([.. ids.Select(id => new MergedRow { MergeId = mergeId, Reference = Name, RowId = id })], cancellation);
        if (ids.Count > 0) await MoveBackAsync(db, mergeId, from, to, cancellation);
        return ids.Count;
    }

    public override async Task<int> MoveBackAsync(PortalDbContext db, int mergeId, int from, int to, CancellationToken cancellation)
    {
        var (name, column) = (Name, Property);
        var rows = Of(db, from).Where(x => db.MergedRows.Any(r => r.MergeId == mergeId && r.Reference == name && r.RowId == EF.Property<int>(x, Key)));
        List<int> renewed = Renew is null ? [] : await rows.Select(x => EF.Property<int>(x, Key)).OrderBy(id => id).ToListAsync(cancellation);
        var moved = IsNullable(db)
            ? await rows.ExecuteUpdateAsync(set => set.SetProperty(x => EF.Property<int?>(x, column), to), cancellation)
            : await rows.ExecuteUpdateAsync(set => set.SetProperty(x => EF.Property<int>(x, column), to), cancellation);
        if (Renew is { } renew) await renew(db, renewed, cancellation);
        return moved;
    }

    /// <summary>Rows that neither name both records nor collide with a row of the one that stays.</summary>
    private IQueryable<T> Free(PortalDbContext db, IQueryable<T> rows, int from, int to)
    {
        if (NamesBoth is { } both) rows = rows.Where(Not(both(from, to)));
        return Collisions(db, to) is { } colliding ? rows.Where(Not(colliding)) : rows;
    }

    private static async Task<List<int>> ChosenAsync(IQueryable<T> rows, IReadOnlyList<int> chosen, CancellationToken cancellation)
    {
        List<int> ids = [];
        foreach (var part in chosen.Distinct().Chunk(Chunk))
            ids.AddRange(await rows.Where(x => part.Contains(EF.Property<int>(x, Key))).Select(x => EF.Property<int>(x, Key)).OrderBy(id => id).ToListAsync(cancellation));
        return ids;
    }

    private IQueryable<T> ChoosableOf(PortalDbContext db, int enterpriseId) => Choosable is { } choosable ? Of(db, enterpriseId).Where(choosable) : Of(db, enterpriseId);

    private IQueryable<T> Of(PortalDbContext db, int enterpriseId)
    {
        var column = Property;
        // a merged record names the one that it was merged into, and is left out of every other query
        var rows = db.Set<T>().IgnoreQueryFilters();
        return IsNullable(db) ? rows.Where(x => EF.Property<int?>(x, column) == enterpriseId) : rows.Where(x => EF.Property<int>(x, column) == enterpriseId);
    }

    private bool IsNullable(PortalDbContext db) => db.Model.FindEntityType(typeof(T))!.FindProperty(Property)!.IsNullable;

    /// <summary>Whether the record that stays has a row with the same key, of any unique index that the enterprise is a part of; null where there is no such index.</summary>
    private Expression<Func<T, bool>>? Collisions(PortalDbContext db, int to)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var unique = entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties).Append(entity.FindPrimaryKey()!.Properties)
            .Where(p => p.Count > 1 && p.Any(x => x.Name == Property)).ToList();
        if (unique.Count == 0) return null;
        var row = Expression.Parameter(typeof(T), "row");
        IQueryable<T> theirs = db.Set<T>();
        var bodies = unique.Select(properties =>
        {
            var other = Expression.Parameter(typeof(T), "other");
            var equal = properties.Select(p => Expression.Equal(Value(other, p.Name, p.ClrType), p.Name == Property ? Expression.Convert(Captured(to), p.ClrType) : Value(row, p.Name, p.ClrType)))
                .Aggregate(Expression.AndAlso);
            return (Expression)Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(T)], theirs.Expression, Expression.Lambda<Func<T, bool>>(equal, other));
        });
        return Expression.Lambda<Func<T, bool>>(bodies.Aggregate(Expression.OrElse), row);
    }

    private Expression<Func<T, ChoosableRow>> Line()
    {
        var row = Text!.Parameters[0];
        var on = On is null ? (Expression)Expression.Constant(null, typeof(DateTime?)) : Swap.In(On.Body, On.Parameters[0], row);
        var made = Expression.New(typeof(ChoosableRow).GetConstructors()[0], Value(row, Key, typeof(int)), Text.Body, on);
        return Expression.Lambda<Func<T, ChoosableRow>>(made, row);
    }

    private static Expression<Func<T, bool>> From(Expression<Func<T, DateTime?>> on, DateTime start) =>
        Expression.Lambda<Func<T, bool>>(Expression.GreaterThanOrEqual(on.Body, Expression.Convert(Captured(start), typeof(DateTime?))), on.Parameters);

    private static Expression<Func<T, bool>> Not(Expression<Func<T, bool>> condition) => Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static MethodCallExpression Value(Expression row, string property, Type type) => Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(property));

    // as a captured variable, so that it becomes a parameter of the statement
    private static MemberExpression Captured<TValue>(TValue value) => Expression.Field(Expression.Constant(new Box<TValue> { Value = value }), nameof(Box<TValue>.Value));

    private sealed class Box<TValue>
    {
        public required TValue Value;
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        public static Expression In(Expression body, ParameterExpression from, Expression to) => new Swap(from, to).Visit(body);

        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

using System.Linq.Expressions;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Search.Text;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search.Engines;

/// <summary>Our own posting tables, for SQL Server and any other database; ranked by the weights of the terms.</summary>
internal sealed class PostingEngine(PortalDbContext db) : ISearchEngine
{
    // after every character that begins a word of the plane
    private const char Last = '\uffff';

    public IQueryable<SearchHit> Find(SearchQuery query)
    {
        var entries = query.Parts.Aggregate(db.SearchEntries.AsNoTracking(), (found, part) => found.Where(Any(part)));
        string[] terms = [.. query.Parts.SelectMany(p => p.Phrases).SelectMany(p => p.Terms).Distinct(StringComparer.Ordinal)];
        return entries.Select(e => new SearchHit { Id = e.Id, Score = -db.SearchPostings.Where(p => p.EntryId == e.Id && terms.Contains(p.Term)).Sum(p => p.Weight) });
    }

    private Expression<Func<SearchEntry, bool>> Any(SearchPart part) => part.Phrases.Select(All).Aggregate((one, other) => Combine(one, other, Expression.OrElse));

    private Expression<Func<SearchEntry, bool>> All(SearchPhrase phrase) =>
        phrase.Terms.Select(t => phrase.IsPrefix ? StartsWith(t) : Has(t)).Aggregate((one, other) => Combine(one, other, Expression.AndAlso));

    private Expression<Func<SearchEntry, bool>> Has(string term) =>
        e => db.SearchPostings.Where(p => p.Term == term).Select(p => p.EntryId).Contains(e.Id);

    // a range, since LIKE does not use the index on SQLite
    private Expression<Func<SearchEntry, bool>> StartsWith(string term)
    {
        var end = term + Last;
#pragma warning disable CA1309 // becomes SQL: the column compares by its own binary collation
        return e => db.SearchPostings.Where(p => string.Compare(p.Term, term) >= 0 && string.Compare(p.Term, end) < 0).Select(p => p.EntryId).Contains(e.Id);
#pragma warning restore CA1309
    }

    private static Expression<Func<SearchEntry, bool>> Combine(
        Expression<Func<SearchEntry, bool>> one, Expression<Func<SearchEntry, bool>> other, Func<Expression, Expression, BinaryExpression> how)
    {
        var entry = one.Parameters[0];
        return Expression.Lambda<Func<SearchEntry, bool>>(how(one.Body, new Renaming(other.Parameters[0], entry).Visit(other.Body)), entry);
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

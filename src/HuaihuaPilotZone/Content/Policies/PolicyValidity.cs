using System.Linq.Expressions;
using HuaihuaPilotZone.Content.Editorial;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>有效性 of a document on a civil day.</summary>
public enum Validity
{
    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>即将到期: in force, but its last day is at most 90 days away.</summary>
    Expiring,

    /// <summary>尚未施行.</summary>
    NotYetInForce,

    /// <summary>已修改: in force, as another document has amended it.</summary>
    Amended,

    /// <summary>已废止.</summary>
    Repealed,

    /// <summary>已失效: its last day has passed.</summary>
    Expired,

    /// <summary>有效性待核: no date is known that would tell.</summary>
    Unknown,
}

/// <summary>How validity follows from dates and relations. The computed value and the condition for the database stand side by side, and a test holds them together.</summary>
public static class PolicyValidity
{
    /// <summary>Days before its last day from which a document counts as expiring.</summary>
    public const int ExpiringDays = 90;

    /// <param name="amendedOn">The first day on which a published document that amends this one is in force; null for none.</param>
    public static Validity On(DateOnly day, DateOnly? effectiveOn, DateOnly? expiresOn, DateOnly? repealedOn, DateOnly? amendedOn)
    {
        if (repealedOn <= day) return Validity.Repealed;
        if (expiresOn < day) return Validity.Expired;
        if (effectiveOn is not { } start) return Validity.Unknown;
        if (start > day) return Validity.NotYetInForce;
        if (amendedOn <= day) return Validity.Amended;
        return expiresOn <= day.AddDays(ExpiringDays) ? Validity.Expiring : Validity.InForce;
    }

    public static string Word(this Validity validity) => validity switch
    {
        Validity.InForce => "现行有效",
        Validity.Expiring => "即将到期",
        Validity.NotYetInForce => "尚未施行",
        Validity.Amended => "已修改",
        Validity.Repealed => "已废止",
        Validity.Expired => "已失效",
        Validity.Unknown => "有效性待核",
        _ => throw new ArgumentOutOfRangeException(nameof(validity), validity, null),
    };

    /// <summary>Documents that were in force on the day: by their dates or, where today's text began later, by those of an earlier version.</summary>
    internal static IQueryable<PolicyDocument> WhereInForce(this IQueryable<PolicyDocument> documents, DateOnly day, IQueryable<TextVersion> versions) =>
        documents.Where(d => (d.RepealedOn == null || d.RepealedOn > day) && (
            (d.EffectiveOn != null && d.EffectiveOn <= day && (d.ExpiresOn == null || d.ExpiresOn >= day))
            || (d.EffectiveOn != null && d.EffectiveOn > day && versions.Any(v => v.TextId == d.Id && v.EffectiveOn != null && v.EffectiveOn <= day
                && (v.ExpiresOn == null || v.ExpiresOn >= day) && (v.RepealedOn == null || v.RepealedOn > day)))));

    /// <summary>Documents whose validity on the day is one of the wanted.</summary>
    public static IQueryable<PolicyDocument> WhereValidity(this IQueryable<PolicyDocument> documents, IReadOnlyCollection<Validity> wanted, DateOnly day)
    {
        var inForce = wanted.Contains(Validity.InForce);
        var expiring = wanted.Contains(Validity.Expiring);
        var amended = wanted.Contains(Validity.Amended);
        var notYet = wanted.Contains(Validity.NotYetInForce);
        var repealed = wanted.Contains(Validity.Repealed);
        var expired = wanted.Contains(Validity.Expired);
        var unknown = wanted.Contains(Validity.Unknown);
        var soon = day.AddDays(ExpiringDays);
        Expression<Func<PolicyDocument, bool>> condition = d =>
            (repealed && d.RepealedOn != null && d.RepealedOn <= day)
            || ((d.RepealedOn == null || d.RepealedOn > day) && (
                (expired && d.ExpiresOn != null && d.ExpiresOn < day)
                || ((d.ExpiresOn == null || d.ExpiresOn >= day) && (
                    (unknown && d.EffectiveOn == null)
                    || (notYet && d.EffectiveOn != null && d.EffectiveOn > day)
                    || (d.EffectiveOn != null && d.EffectiveOn <= day && (d.ActedOnBy.Any(r => r.Kind == PolicyRelationKind.Amends
                            && r.From!.State == PublicationState.Published && r.From.Openness != Openness.Closed && r.From.EffectiveOn <= day)
                        ? amended
                        : (expiring && d.ExpiresOn != null && d.ExpiresOn <= soon) || (inForce && (d.ExpiresOn == null || d.ExpiresOn > soon))))))));
        return documents.Where(condition);
    }
}

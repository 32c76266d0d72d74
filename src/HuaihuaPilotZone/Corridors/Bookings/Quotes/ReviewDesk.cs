using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>A review in a provider's list; who wrote it is known to the two sides and the park.</summary>
public sealed record ReviewRow(int Id, string FromPlace, string ToPlace, int Stars, string? Comment, string? Answer, DateTime CreatedAt);

/// <summary>How a provider was reviewed, hidden reviews left out.</summary>
/// <param name="Average">Null for fewer than <see cref="ProviderReview.FewestForAverage"/>.</param>
public sealed record ProviderRating(int Count, decimal? Average)
{
    internal static ProviderRating Of(int count, int sum) => new(count, count < ProviderReview.FewestForAverage ? null : Math.Round((decimal)sum / count, 1, MidpointRounding.AwayFromZero));
}

/// <summary>A provider with what was said of it.</summary>
public sealed record ReviewedProvider(ProviderRow Provider, Page<ReviewRow> Reviews);

/// <summary>Reviews of providers: one for each order that was done, answered once, hidden by the park where it has to be.</summary>
public sealed class ReviewDesk(PortalDbContext db, Outbox outbox, PortalJournal journal, Actor actor, ChinaTime time)
{
    private const string NoOrder = "没有这份订单。";
    private const string NoReview = "这份订单还没有评价。";
    private const string Changed = "您打开之后有了变化，请核对最新内容后再操作。";

    /// <summary>The review of an order; null while there is none.</summary>
    public Task<ProviderReview?> FindAsync(int orderId, CancellationToken cancellation) => db.ProviderReviews.AsNoTracking().SingleOrDefaultAsync(r => r.OrderId == orderId, cancellation);

    /// <summary>A provider of the directory with its reviews, the latest first; null for who is not in it.</summary>
    public async Task<ReviewedProvider?> ProviderAsync(int providerId, PageRequest page, CancellationToken cancellation)
    {
        if (await QuoteLists.Rows(db, QuoteLists.Offering(db).AsNoTracking().Where(e => e.Id == providerId)).SingleOrDefaultAsync(cancellation) is not { } provider) return null;
        var reviews = await db.ProviderReviews.AsNoTracking().Where(r => r.Order!.ProviderId == providerId && r.HiddenWhy == null).OrderByDescending(r => r.Id)
            .Select(r => new ReviewRow(r.Id, r.Order!.Request!.FromPlace, r.Order.Request.ToPlace, r.Stars, r.Comment, r.Answer, r.CreatedAt)).ToPageAsync(page, cancellation);
        return new ReviewedProvider(provider, reviews);
    }

    /// <summary>The customer of an order that was done says how it was, once.</summary>
    public async Task<Outcome> RateAsync(string number, int customerId, int stars, string? comment, CancellationToken cancellation)
    {
        if (stars is < 1 or > ProviderReview.MostStars) return Outcome.Refused("Stars", $"请选择 1 至 {ProviderReview.MostStars} 分。");
        if (Persons("Comment", comment) is { } persons) return persons;
        var order = await db.TransportOrders.Include(o => o.Request).SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, cancellation);
        if (order is null) return Outcome.Refused(NoOrder);
        if (order.State != OrderState.Done) return Outcome.Refused($"订单现在是“{order.State.Word()}”，确认完成后才能评价。");
        db.ProviderReviews.Add(new ProviderReview
        {
            OrderId = order.Id,
            Stars = stars,
            Comment = comment,
            CreatedAt = time.UtcNow,
            CreatedBy = actor.Name,
        });
        journal.Write(JournalSubjects.TransportOrder, number, QuoteActs.Reviewed, $"{stars} 分");
        await outbox.NotifyAsync(
            Audience.Enterprise(order.ProviderId),
            new NoticeDraft(MessageKind.BookingMoved, $"订单 {number}：收到评价", $"{order.Request!.Goods}，{stars} 分。可以答复一次。", $"/enterprise/transport-orders/{number}", order.ProviderId), cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("这份订单已经评价过，评价不能修改。");
        }
    }

    /// <summary>The provider answers, once.</summary>
    /// <param name="version">The version of the review that the page showed.</param>
    public async Task<Outcome> AnswerAsync(string number, int providerId, int version, string answer, CancellationToken cancellation)
    {
        if (Persons("Reply", answer) is { } persons) return persons;
        var review = await db.ProviderReviews.Include(r => r.Order).SingleOrDefaultAsync(r => r.Order!.Number == number && r.Order.ProviderId == providerId, cancellation);
        if (review is null) return Outcome.Refused(NoReview);
        if (review.Answer is not null) return Outcome.Refused("已经答复过，答复不能修改。");
        (review.Answer, review.AnsweredAt) = (answer, time.UtcNow);
        journal.Write(JournalSubjects.TransportOrder, number, QuoteActs.ReviewAnswered);
        return await SaveAsync(review, version, cancellation);
    }

    /// <summary>The park takes a review out of sight, or lets it be seen again; both sides read why.</summary>
    /// <param name="isHidden">What it is to be.</param>
    public async Task<Outcome> HideAsync(string number, int version, bool isHidden, string? why, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(why)) return Outcome.Refused("Why", "请写明原因，双方会看到。");
        var review = await db.ProviderReviews.Include(r => r.Order).SingleOrDefaultAsync(r => r.Order!.Number == number, cancellation);
        if (review is null) return Outcome.Refused(NoReview);
        if (review.HiddenWhy is not null == isHidden) return Outcome.Refused(isHidden ? "评价已经隐藏。" : "评价没有隐藏。");
        review.HiddenWhy = isHidden ? why : null;
        journal.Write(JournalSubjects.TransportOrder, number, isHidden ? QuoteActs.ReviewHidden : QuoteActs.ReviewShown, why);
        foreach (var side in new[] { review.Order!.CustomerId, review.Order.ProviderId })
        {
            await outbox.NotifyAsync(
                Audience.Enterprise(side), new NoticeDraft(MessageKind.BookingMoved, $"订单 {number}：评价{(isHidden ? "已隐藏" : "恢复显示")}", why, $"/enterprise/transport-orders/{number}", side), cancellation);
        }
        return await SaveAsync(review, version, cancellation);
    }

    private async Task<Outcome> SaveAsync(ProviderReview review, int version, CancellationToken cancellation)
    {
        db.Expect(review, version);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Changed);
        }
    }

    /// <summary>All enterprises read it, so nobody is to be named or called by it.</summary>
    private static Outcome? Persons(string field, string? text) => PersonalData.Find(text ?? "") is [var first, ..] ? Outcome.Refused(field, $"这里有{first.Kind}“{first.Value}”，其他企业都能看到，请删去。") : null;
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>What somebody asks.</summary>
/// <param name="Providers">Ids of those who are asked.</param>
/// <param name="CubicMetres">At most three decimals.</param>
public sealed record RequestData(
    string FromPlace, string ToPlace, string Goods, int Containers20, int Containers40, int? Kilograms, decimal? CubicMetres, decimal? LowestTemperature, decimal? HighestTemperature, bool IsDangerous,
    DateOnly ReadyOn, DateOnly AnswerBy, string? Note, IReadOnlyList<int> Providers);

/// <summary>What a provider offers.</summary>
/// <param name="Yuan">For one unit of the basis; at most two decimals.</param>
public sealed record QuoteData(QuoteBasis Basis, decimal Yuan, int Days, DateOnly ValidUntil, string Includes);

/// <summary>Requests for quotes: asked of several at once, answered by each alone, and one of them chosen.</summary>
public sealed class QuoteDesk(PortalDbContext db, NumberGiver numbers, WorkingCalendarSource calendars, Outbox outbox, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Providers that one request asks at most.</summary>
    public const int MostProviders = 10;

    private const string Gone = "没有这份询价。";
    private const string Changed = "您打开之后有了变化，请核对最新内容后再操作。";

    /// <summary>The last day for answers that a request of today proposes.</summary>
    public async Task<WorkingDeadline> ProposedAnswerByAsync(CancellationToken cancellation) => (await calendars.ReadAsync(cancellation)).Due(DeadlineRules.QuoteAnswer, time.Today);

    /// <returns>The number of the new request.</returns>
    public async Task<Outcome<string>> AskAsync(int enterpriseId, RequestData data, CancellationToken cancellation)
    {
        var refusals = Refuse(data);
        var ids = data.Providers.Distinct().Take(MostProviders + 1).ToList();
        if (ids.Count == 0) refusals.Add(new Refusal(nameof(data.Providers), "请至少选择一家服务商。"));
        else if (ids.Count > MostProviders) refusals.Add(new Refusal(nameof(data.Providers), $"一次最多向 {MostProviders} 家询价。"));
        else if (ids.Contains(enterpriseId)) refusals.Add(new Refusal(nameof(data.Providers), "不能向本企业询价。"));
        else if (await QuoteLists.Offering(db).CountAsync(e => ids.Contains(e.Id), cancellation) != ids.Count) refusals.Add(new Refusal(nameof(data.Providers), "其中有的企业不在服务商名录里，请重新选择。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var series = string.Create(CultureInfo.InvariantCulture, $"XJ-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var request = Make(string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"), enterpriseId, data, ids);
                db.QuoteRequests.Add(request);
                journal.Write(JournalSubjects.QuoteRequest, request.Number, QuoteActs.Asked, $"{data.Goods}，向 {ids.Count} 家");
                foreach (var provider in ids)
                {
                    await outbox.NotifyAsync(
                        Audience.Enterprise(provider), new NoticeDraft(MessageKind.BookingMoved, $"询价 {request.Number}：{data.FromPlace} → {data.ToPlace}", $"{data.Goods}。请在 {data.AnswerBy:yyyy-MM-dd} 以前报价。", $"/enterprise/inquiries/{request.Number}", provider), token);
                }
                await db.SaveChangesAsync(token);
                return request.Number;
            },
            cancellation);
    }

    /// <summary>A provider quotes, or quotes anew while nothing was chosen.</summary>
    /// <param name="version">The version of its invitation that the form showed.</param>
    public async Task<Outcome> QuoteAsync(string number, int providerId, int version, QuoteData data, CancellationToken cancellation)
    {
        List<Refusal> refusals = [];
        if (data.Yuan is <= 0m or > 100_000_000m) refusals.Add(new Refusal(nameof(data.Yuan), "价格应大于 0，不超过 1 亿元。"));
        else if (data.Yuan * 100m % 1m != 0m) refusals.Add(new Refusal(nameof(data.Yuan), "价格最多两位小数。"));
        if (data.Days is < 1 or > 365) refusals.Add(new Refusal(nameof(data.Days), "时效应为 1 至 365 天。"));
        if (data.ValidUntil < time.Today) refusals.Add(new Refusal(nameof(data.ValidUntil), "有效期不能早于今天。"));
        if (string.IsNullOrWhiteSpace(data.Includes)) refusals.Add(new Refusal(nameof(data.Includes), "请写明价格包含什么，便于比较。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        return await AnswerAsync(number, providerId, version, QuoteActs.Answered, invitation =>
        {
            (invitation.State, invitation.Basis, invitation.Cents) = (InvitationState.Quoted, data.Basis, (long)(data.Yuan * 100m));
            (invitation.Days, invitation.ValidUntil, invitation.Text) = (data.Days, data.ValidUntil, data.Includes);
        }, cancellation);
    }

    /// <summary>A provider does not quote.</summary>
    public async Task<Outcome> DeclineAsync(string number, int providerId, int version, string? reason, CancellationToken cancellation) => reason is null
        ? Outcome.Refused("Reason", "请写明不报价的原因，询价企业会看到。")
        : await AnswerAsync(number, providerId, version, QuoteActs.Refused, invitation =>
        {
            (invitation.State, invitation.Basis, invitation.Cents) = (InvitationState.Declined, null, null);
            (invitation.Days, invitation.ValidUntil, invitation.Text) = (null, null, reason);
        }, cancellation);

    /// <summary>Ends a request without an order.</summary>
    public Task<Outcome> CloseAsync(string number, int enterpriseId, int version, CancellationToken cancellation) => GuardAsync(
        async token =>
        {
            if (await LoadAsync(number, enterpriseId, token) is not { } request) return Outcome.Refused(Gone);
            if (request.State != RequestState.Open) return Outcome.Refused($"这份询价现在是“{request.State.Word()}”。");
            db.Expect(request, version);
            request.State = RequestState.Closed;
            journal.Write(JournalSubjects.QuoteRequest, number, QuoteActs.Closed);
            foreach (var invitation in request.Invitations) await TellProviderAsync(invitation.ProviderId, $"询价 {number} 已结束", "询价企业没有下单。", $"/enterprise/inquiries/{number}", token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Makes an order of one quote. Of two choices at once the first one counts.</summary>
    /// <param name="version">The version of the request that the page showed.</param>
    /// <param name="quoteVersion">The version of the quote that the page showed: a price that changed meanwhile is looked at first.</param>
    /// <returns>The number of the order.</returns>
    public async Task<Outcome<string>> ChooseAsync(string number, int enterpriseId, int version, int invitationId, int quoteVersion, CancellationToken cancellation)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"WL-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        try
        {
            return await db.InTransactionAsync<string>(
                async token =>
                {
                    if (await LoadAsync(number, enterpriseId, token) is not { } request) return Outcome.Refused(Gone);
                    if (request.State != RequestState.Open) return Outcome.Refused($"这份询价现在是“{request.State.Word()}”。");
                    if (request.Invitations.Find(i => i.Id == invitationId) is not { State: InvitationState.Quoted } chosen) return Outcome.Refused("没有这份报价，请核对。");
                    if (chosen.ValidUntil < time.Today) return Outcome.Refused($"这份报价的有效期到 {chosen.ValidUntil:yyyy-MM-dd}，已过。请对方重新报价。");
                    if (chosen.Version != quoteVersion) return Outcome.Refused("这份报价刚刚改过，请核对新价格后再选。");
                    db.Expect(request, version);
                    // a quote that is changed at this moment comes into conflict with the choice
                    db.Entry(chosen).Property(i => i.Version).IsModified = true;
                    request.State = RequestState.Ordered;
                    var sequence = await numbers.NextAsync(series, token);
                    var order = Make(string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"), request, chosen);
                    db.TransportOrders.Add(order);
                    await TellAsync(request, order, token);
                    await db.SaveChangesAsync(token);
                    return order.Number;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Changed);
        }
    }

    private async Task TellAsync(QuoteRequest request, TransportOrder order, CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.QuoteRequest, request.Number, QuoteActs.Chosen, order.Number);
        journal.Write(JournalSubjects.TransportOrder, order.Number, QuoteActs.Placed, request.Number);
        await TellProviderAsync(order.ProviderId, $"订单 {order.Number}：待承接", $"您对询价 {request.Number} 的报价已被选定，请承接。", $"/enterprise/transport-orders/{order.Number}", cancellation);
        foreach (var other in request.Invitations.Where(i => i.Id != order.InvitationId))
            await TellProviderAsync(other.ProviderId, $"询价 {request.Number} 已下单", "询价企业选了另一家的报价。", $"/enterprise/inquiries/{request.Number}", cancellation);
    }

    private async Task<Outcome> AnswerAsync(string number, int providerId, int version, string act, Action<QuoteInvitation> write, CancellationToken cancellation) => await GuardAsync(
        async token =>
        {
            var invitation = await db.QuoteInvitations.Include(i => i.Request).Include(i => i.Provider).SingleOrDefaultAsync(i => i.Request!.Number == number && i.ProviderId == providerId, token);
            if (invitation is null) return Outcome.Refused(Gone);
            var request = invitation.Request!;
            if (request.State != RequestState.Open) return Outcome.Refused($"这份询价现在是“{request.State.Word()}”，不能再答复。");
            if (request.AnswerBy < time.Today) return Outcome.Refused($"答复期限到 {request.AnswerBy:yyyy-MM-dd}，已过。");
            db.Expect(invitation, version);
            write(invitation);
            invitation.AnsweredAt = time.UtcNow;
            journal.Write(JournalSubjects.QuoteRequest, number, act, invitation.Provider!.Name);
            await outbox.NotifyAsync(
                Audience.Enterprise(request.EnterpriseId, request.CreatedById),
                new NoticeDraft(MessageKind.BookingMoved, $"询价 {number}：{invitation.Provider.Name}{invitation.State.Word()}", request.Goods, $"/enterprise/rfqs/{number}", request.EnterpriseId), token);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private async Task<Outcome> GuardAsync(Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(act, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Changed);
        }
    }

    private Task<QuoteRequest?> LoadAsync(string number, int enterpriseId, CancellationToken cancellation) =>
        db.QuoteRequests.Include(r => r.Invitations).SingleOrDefaultAsync(r => r.Number == number && r.EnterpriseId == enterpriseId, cancellation);

    private Task TellProviderAsync(int providerId, string title, string text, string link, CancellationToken cancellation) =>
        outbox.NotifyAsync(Audience.Enterprise(providerId), new NoticeDraft(MessageKind.BookingMoved, title, text, link, providerId), cancellation);

    private QuoteRequest Make(string number, int enterpriseId, RequestData data, IEnumerable<int> providers) => new()
    {
        Number = number,
        EnterpriseId = enterpriseId,
        FromPlace = data.FromPlace,
        ToPlace = data.ToPlace,
        Goods = data.Goods,
        Containers20 = data.Containers20,
        Containers40 = data.Containers40,
        Kilograms = data.Kilograms,
        Litres = data.CubicMetres is { } cubicMetres ? (int)(cubicMetres * 1000m) : null,
        LowestTemperature = data.LowestTemperature,
        HighestTemperature = data.HighestTemperature,
        IsDangerous = data.IsDangerous,
        ReadyOn = data.ReadyOn,
        AnswerBy = data.AnswerBy,
        Note = data.Note,
        State = RequestState.Open,
        Invitations =
        [
            .. providers.Select(p => new QuoteInvitation
            {
                ProviderId = p,
            }),
        ],
        CreatedAt = time.UtcNow,
        CreatedBy = actor.Name,
        CreatedById = actor.UserId,
    };

    private TransportOrder Make(string number, QuoteRequest request, QuoteInvitation chosen) => new()
    {
        Number = number,
        RequestId = request.Id,
        InvitationId = chosen.Id,
        CustomerId = request.EnterpriseId,
        ProviderId = chosen.ProviderId,
        State = OrderState.Placed,
        PlacedAt = time.UtcNow,
        PlacedBy = actor.Name,
        PlacedById = actor.UserId,
        MovedAt = time.UtcNow,
    };

    private List<Refusal> Refuse(RequestData data)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        if (data.Containers20 is < 0 or > 500) Add(nameof(data.Containers20), "箱量应为 0 至 500。");
        if (data.Containers40 is < 0 or > 500) Add(nameof(data.Containers40), "箱量应为 0 至 500。");
        if (data.Kilograms is < 1 or > 20_000_000) Add(nameof(data.Kilograms), "重量应为 1 至 20,000,000 千克。");
        if (data.CubicMetres is < 0.001m or > 100_000m) Add(nameof(data.CubicMetres), "体积应为 0.001 至 100,000 立方米。");
        else if (data.CubicMetres * 1000m % 1m != 0m) Add(nameof(data.CubicMetres), "体积最多三位小数。");
        if (data is { Containers20: 0, Containers40: 0, Kilograms: null, CubicMetres: null }) Add(nameof(data.Containers20), "箱量、重量、体积至少写一项，否则无法报价。");
        if (data.LowestTemperature is null != data.HighestTemperature is null) Add(nameof(data.HighestTemperature), "最低、最高温度应一并填写。");
        else if (data.LowestTemperature > data.HighestTemperature) Add(nameof(data.HighestTemperature), "最高温度不能低于最低温度。");
        if (data.AnswerBy < time.Today) Add(nameof(data.AnswerBy), "答复期限不能早于今天。");
        else if (data.AnswerBy > time.Today.AddDays(60)) Add(nameof(data.AnswerBy), "答复期限应在 60 天以内。");
        if (data.ReadyOn < time.Today) Add(nameof(data.ReadyOn), "备妥日不能早于今天。");
        return refusals;
    }
}

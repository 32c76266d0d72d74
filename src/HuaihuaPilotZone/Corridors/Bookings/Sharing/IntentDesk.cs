using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Bookings.Sharing;

/// <summary>What an enterprise registers.</summary>
/// <param name="HsPrefix">The first 4 to 10 digits of the HS code.</param>
/// <param name="CubicMetres">At most three decimals.</param>
/// <param name="Origin">Slug of a node.</param>
/// <param name="Destination">Slug of a node.</param>
public sealed record IntentData(
    string Goods, string HsPrefix, bool IsOdorous, int Kilograms, decimal CubicMetres, string Origin, string Destination, DateOnly ReadyOn, DateOnly LatestOn, decimal? LowestTemperature,
    decimal? HighestTemperature, bool IsDangerous);

/// <summary>What a list of small shipments is narrowed to.</summary>
public sealed record IntentFilter(string? Text = null, IntentState? State = null, bool Descending = true);

/// <summary>A small shipment in a list.</summary>
/// <param name="Container">Number of the latest proposal that it stands in.</param>
public sealed record IntentRow(
    int Id, string Number, string Goods, string HsPrefix, GoodsClass Class, int Kilograms, int Litres, string OriginName, string DestinationName, DateOnly ReadyOn, DateOnly LatestOn, IntentState State,
    bool IsDangerous, string? Container);

/// <summary>The small shipments of an enterprise.</summary>
public sealed class IntentDesk(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>Days ahead that a window may reach.</summary>
    public const int MostDays = 90;

    private const int MostNodes = 300;

    public Task<Page<IntentRow>> ListAsync(int enterpriseId, IntentFilter filter, PageRequest page, CancellationToken cancellation) => Rows(enterpriseId, filter).ToPageAsync(page, cancellation);

    /// <summary>All rows of a list, for a file.</summary>
    public IAsyncEnumerable<IntentRow> StreamAsync(int enterpriseId, IntentFilter filter) => Rows(enterpriseId, filter).AsAsyncEnumerable();

    public Task<CargoIntent?> FindAsync(string number, int enterpriseId, CancellationToken cancellation) => db.CargoIntents.AsNoTracking().Include(i => i.Origin).Include(i => i.Destination)
        .SingleOrDefaultAsync(i => i.Number == number && i.EnterpriseId == enterpriseId, cancellation);

    /// <summary>What was done about a shipment, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(string number, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.CargoIntent, number, page, cancellation);

    /// <summary>Proposals that a shipment stands in, the latest first.</summary>
    public async Task<IReadOnlyList<SharedContainer>> ProposalsAsync(int intentId, CancellationToken cancellation) =>
        await db.SharedContainers.AsNoTracking().Where(c => c.Parts.Any(p => p.IntentId == intentId)).OrderByDescending(c => c.Id).Take(20).ToListAsync(cancellation);

    /// <summary>Stops of services to choose from.</summary>
    public async Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.Nodes.AsNoTracking().Where(n => (!n.IsClosed || n.ClosedFrom > today) && db.ScheduledServices.Any(s => s.Stops.Any(p => p.NodeId == n.Id))).OrderBy(n => n.Id).Take(MostNodes).ToListAsync(cancellation);
    }

    /// <returns>The number of the new shipment.</returns>
    public async Task<Outcome<string>> AddAsync(int enterpriseId, IntentData data, CancellationToken cancellation)
    {
        var refusals = Refuse(data);
        var (origin, destination) = (await NodeAsync(data.Origin, cancellation), await NodeAsync(data.Destination, cancellation));
        if (origin is null) refusals.Add(new Refusal(nameof(data.Origin), "请选择起运地。"));
        if (destination is null) refusals.Add(new Refusal(nameof(data.Destination), "请选择目的地。"));
        else if (destination == origin) refusals.Add(new Refusal(nameof(data.Destination), "目的地不能与起运地相同。"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var series = string.Create(CultureInfo.InvariantCulture, $"PX-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var intent = new CargoIntent
                {
                    Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"),
                    EnterpriseId = enterpriseId,
                    Goods = data.Goods,
                    HsPrefix = data.HsPrefix,
                    Class = GoodsClasses.Of(data.HsPrefix, data.IsOdorous),
                    Kilograms = data.Kilograms,
                    Litres = (int)(data.CubicMetres * 1000m),
                    OriginId = origin!.Value,
                    DestinationId = destination!.Value,
                    ReadyOn = data.ReadyOn,
                    LatestOn = data.LatestOn,
                    LowestTemperature = data.LowestTemperature,
                    HighestTemperature = data.HighestTemperature,
                    IsDangerous = data.IsDangerous,
                    State = IntentState.Open,
                    CreatedAt = time.UtcNow,
                    CreatedBy = actor.Name,
                    CreatedById = actor.UserId,
                };
                db.CargoIntents.Add(intent);
                journal.Write(JournalSubjects.CargoIntent, intent.Number, SharingActs.Registered, $"{data.Goods}，{intent.Class.Word()}");
                await db.SaveChangesAsync(token);
                return intent.Number;
            },
            cancellation);
    }

    /// <summary>Takes a shipment back that stands in no proposal.</summary>
    public async Task<Outcome> WithdrawAsync(string number, int enterpriseId, CancellationToken cancellation) => await db.InTransactionAsync(
        async token =>
        {
            var intents = db.CargoIntents.Where(i => i.Number == number && i.EnterpriseId == enterpriseId);
            var rows = await intents.Where(i => i.State == IntentState.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, IntentState.Withdrawn).SetProperty(i => i.Version, i => i.Version + 1), token);
            if (rows == 0)
            {
                var state = await intents.Select(i => (IntentState?)i.State).SingleOrDefaultAsync(token);
                return Outcome.Refused(state is { } now ? $"这票货现在是“{now.Word()}”，不能撤回。" : "没有这票货。");
            }
            journal.Write(JournalSubjects.CargoIntent, number, SharingActs.Withdrawn);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private List<Refusal> Refuse(IntentData data)
    {
        var refusals = new List<Refusal>();
        void Add(string field, string message) => refusals.Add(new Refusal(field, message));
        if (data.HsPrefix.Length is < 4 or > CargoIntent.HsPrefixMaxLength || !data.HsPrefix.All(char.IsAsciiDigit) || data.HsPrefix.StartsWith("00", StringComparison.Ordinal))
            Add(nameof(data.HsPrefix), "请填写 HS 编码的前 4 至 10 位数字。");
        if (data.Kilograms is < 1 or > ContainerPacking.ContainerKilograms) Add(nameof(data.Kilograms), $"毛重应为 1 至 {ContainerPacking.ContainerKilograms:#,0} 千克；更重的请直接订舱。");
        if (data.CubicMetres is < 0.001m or > ContainerPacking.ContainerLitres / 1000m) Add(nameof(data.CubicMetres), $"体积应为 0.001 至 {ContainerPacking.ContainerLitres / 1000m:0.#} 立方米；更大的请直接订舱。");
        else if (data.CubicMetres * 1000m % 1m != 0m) Add(nameof(data.CubicMetres), "体积最多三位小数。");
        if (data.LowestTemperature is null != data.HighestTemperature is null) Add(nameof(data.HighestTemperature), "最低、最高温度应一并填写。");
        else if (data.LowestTemperature > data.HighestTemperature) Add(nameof(data.HighestTemperature), "最高温度不能低于最低温度。");
        if (data.LatestOn < data.ReadyOn) Add(nameof(data.LatestOn), "最晚发运日不能早于备妥日。");
        else if (data.LatestOn < time.Today) Add(nameof(data.LatestOn), "最晚发运日已过。");
        else if (data.LatestOn > time.Today.AddDays(MostDays)) Add(nameof(data.LatestOn), $"最晚发运日应在 {MostDays} 天以内。");
        return refusals;
    }

    private Task<int?> NodeAsync(string slug, CancellationToken cancellation)
    {
        var today = time.Today;
        return db.Nodes.Where(n => n.Slug == slug && (!n.IsClosed || n.ClosedFrom > today)).Select(n => (int?)n.Id).SingleOrDefaultAsync(cancellation);
    }

    private IQueryable<IntentRow> Rows(int enterpriseId, IntentFilter filter)
    {
        var intents = db.CargoIntents.AsNoTracking().Where(i => i.EnterpriseId == enterpriseId);
        if (filter.State is { } state) intents = intents.Where(i => i.State == state);
        if (SearchWord.Of(filter.Text) is { } word) intents = intents.Where(i => i.Number.Contains(word) || i.Goods.Contains(word) || i.HsPrefix.Contains(word) || i.Destination!.Name.Contains(word));
        var ordered = filter.Descending ? intents.OrderByDescending(i => i.Id) : intents.OrderBy(i => i.Id);
        return ordered.Select(i => new IntentRow(
            i.Id, i.Number, i.Goods, i.HsPrefix, i.Class, i.Kilograms, i.Litres, i.Origin!.Name, i.Destination!.Name, i.ReadyOn, i.LatestOn, i.State, i.IsDangerous,
            db.SharedContainers.Where(c => c.Parts.Any(p => p.IntentId == i.Id)).OrderByDescending(c => c.Id).Select(c => c.Number).FirstOrDefault()));
    }
}

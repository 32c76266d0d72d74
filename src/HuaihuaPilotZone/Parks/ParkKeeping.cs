using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Parks;

/// <summary>What staff write about a park.</summary>
/// <param name="Slug">Only heard when the park is new.</param>
/// <param name="StatusAsOf">The time for which the status is known (<see cref="PartialDate"/>).</param>
public sealed record ParkData(
    string Slug, string Name, string? EnglishName, int? ParkAreaId, ParkStatus Status, string StatusAsOf, string Summary, string? EnglishSummary,
    string Source, string? SourceAddress, FigureStatus SourceStatus);

/// <summary>Keeps what is said of the parks: their records, their figures and their buildings. Nothing without its source.</summary>
public sealed class ParkKeeping(PortalDbContext db, FigureService figures, PortalJournal journal)
{
    private const int MostFigures = 60;

    public Task<Park?> FindAsync(int id, CancellationToken cancellation) =>
        db.Parks.AsNoTracking().Include(p => p.Buildings.OrderBy(b => b.Name)).SingleOrDefaultAsync(p => p.Id == id, cancellation);

    public async Task<IReadOnlyList<Figure>> FiguresAsync(Park park, CancellationToken cancellation) => await figures.ListAsync([park.Topic], cancellation);

    /// <summary>What was done to a park, newest first.</summary>
    public Task<Page<JournalLine>> HistoryAsync(int id, PageRequest page, CancellationToken cancellation) => journal.HistoryAsync(JournalSubjects.Park, UnitDesk.Key(id), page, cancellation);

    /// <returns>The id of the new park.</returns>
    public async Task<Outcome<int>> AddAsync(ParkData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var last = await db.Parks.MaxAsync(p => (int?)p.SortOrder, cancellation) ?? 0;
        var park = new Park
        {
            Slug = data.Slug,
            Name = data.Name,
            Status = data.Status,
            StatusAsOf = data.StatusAsOf,
            Summary = data.Summary,
            Source = data.Source,
            SourceStatus = data.SourceStatus,
            SortOrder = last + 1,
        };
        Write(park, data);
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    db.Parks.Add(park);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Park, UnitDesk.Key(park.Id), ParkActs.ParkAdded, changes: (await FieldsAsync(park, token)).Select(f => new FieldChange(f.Label, null, f.Value)));
                    await db.SaveChangesAsync(token);
                    return park.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data, null, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Saves an edited park. The second of two people is told what the first one wrote.</summary>
    public async Task<Outcome> UpdateAsync(int id, int version, ParkData data, CancellationToken cancellation)
    {
        if (await db.Parks.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } park) return Gone();
        data = data with { Slug = park.Slug };
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = await FieldsAsync(park, cancellation);
        db.Expect(park, version);
        Write(park, data);
        var typed = await FieldsAsync(park, cancellation);
        journal.Write(JournalSubjects.Park, UnitDesk.Key(id), ParkActs.ParkChanged, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(await FieldsAsync(await db.Parks.AsNoTracking().SingleAsync(p => p.Id == id, cancellation), cancellation), typed);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await TakenAsync(data, id, cancellation) is { } taken) return taken;
            throw;
        }
    }

    /// <summary>Registers a building of a park.</summary>
    public async Task<Outcome> AddBuildingAsync(int id, string name, CancellationToken cancellation)
    {
        if (!await db.Parks.AnyAsync(p => p.Id == id, cancellation)) return Gone();
        db.Buildings.Add(new Building { ParkId = id, Name = name });
        journal.Write(JournalSubjects.Park, UnitDesk.Key(id), ParkActs.BuildingAdded, name);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Buildings.AnyAsync(b => b.ParkId == id && b.Name == name, cancellation)) return Outcome.Refused("BuildingName", $"这个园区已有{name}。");
            throw;
        }
    }

    /// <summary>Adds a figure with its source to a park.</summary>
    /// <param name="figure">Its key and topic are given here.</param>
    public async Task<Outcome> AddFigureAsync(int id, Figure figure, CancellationToken cancellation)
    {
        if (await db.Parks.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } park) return Gone();
        if (await db.Figures.CountAsync(f => f.Topic == park.Topic, cancellation) >= MostFigures) return Outcome.Refused($"一个园区最多录入 {MostFigures} 项数据。");
        figure.Topic = park.Topic;
        journal.Write(JournalSubjects.Park, UnitDesk.Key(id), ParkActs.FigureAdded, changes: [new FieldChange(figure.Label, null, Said(figure)), new FieldChange("来源", null, figure.Source)]);
        var outcome = await figures.SaveAsync(figure, cancellation);
        if (!outcome.IsDone) db.ChangeTracker.Clear();
        return outcome;
    }

    /// <summary>Takes a figure out again.</summary>
    public async Task<Outcome> RemoveFigureAsync(int id, int figureId, CancellationToken cancellation)
    {
        if (await db.Parks.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } park) return Gone();
        if (await db.Figures.SingleOrDefaultAsync(f => f.Id == figureId && f.Topic == park.Topic, cancellation) is not { } figure) return Outcome.Refused("没有这项数据。");
        db.Remove(figure);
        journal.Write(JournalSubjects.Park, UnitDesk.Key(id), ParkActs.FigureRemoved, changes: [new FieldChange(figure.Label, Said(figure), null), new FieldChange("来源", figure.Source, null)]);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private async Task<List<Refusal>> RefuseAsync(ParkData data, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(data.Source)) refusals.Add(new Refusal(nameof(data.Source), "没有来源的资料不能保存。"));
        if (!PartialDate.IsValid(data.StatusAsOf)) refusals.Add(new Refusal(nameof(data.StatusAsOf), "日期应写成 2026、2026-03 或 2026-03-18。"));
        if (!Websites.IsGood(data.SourceAddress)) refusals.Add(new Refusal(nameof(data.SourceAddress), Websites.Problem));
        if (data.ParkAreaId is { } area && !await db.Set<ParkArea>().AnyAsync(a => a.Id == area, cancellation)) refusals.Add(new Refusal(nameof(data.ParkAreaId), "没有这个片区，请重新选择。"));
        return refusals;
    }

    private async Task<Outcome?> TakenAsync(ParkData data, int? exceptId, CancellationToken cancellation)
    {
        if (await db.Parks.AnyAsync(p => p.Slug == data.Slug && p.Id != exceptId, cancellation)) return Outcome.Refused(nameof(data.Slug), "已有园区使用这个网址短名。");
        return await db.Parks.AnyAsync(p => p.Name == data.Name && p.Id != exceptId, cancellation) ? Outcome.Refused(nameof(data.Name), "已有同名园区。") : null;
    }

    private static void Write(Park park, ParkData data)
    {
        park.Name = data.Name;
        park.EnglishName = data.EnglishName;
        park.ParkAreaId = data.ParkAreaId;
        park.Status = data.Status;
        park.StatusAsOf = data.StatusAsOf;
        park.Summary = data.Summary;
        park.EnglishSummary = data.EnglishSummary;
        park.Source = data.Source;
        park.SourceAddress = data.SourceAddress;
        park.SourceStatus = data.SourceStatus;
    }

    private async Task<List<EditedField>> FieldsAsync(Park park, CancellationToken cancellation)
    {
        var area = park.ParkAreaId is { } id ? await db.Set<ParkArea>().Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(cancellation) : null;
        return
        [
            new(nameof(ParkData.Name), "名称", park.Name),
            new(nameof(ParkData.EnglishName), "英文名称", park.EnglishName),
            new(nameof(ParkData.ParkAreaId), "片区", area),
            new(nameof(ParkData.Status), "状态", park.Status.Word()),
            new(nameof(ParkData.StatusAsOf), "状态时点", park.StatusAsOf),
            new(nameof(ParkData.Summary), "简介", park.Summary),
            new(nameof(ParkData.EnglishSummary), "英文简介", park.EnglishSummary),
            new(nameof(ParkData.Source), "来源", park.Source),
            new(nameof(ParkData.SourceAddress), "来源网址", park.SourceAddress),
            new(nameof(ParkData.SourceStatus), "来源性质", park.SourceStatus.Word()),
        ];
    }

    private static string Said(Figure figure) => figure.Value is { } value
        ? $"{value.ToString("0.#####", CultureInfo.InvariantCulture)} {figure.Unit}（{figure.Kind.Word()}，{figure.AsOf}）"
        : $"{figure.Text}（{figure.Kind.Word()}，{figure.AsOf}）";

    private static Outcome Gone() => Outcome.Refused("没有这个园区。");
}

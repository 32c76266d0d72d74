using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks;

/// <summary>Writes notices of risks. Nothing without its source; what is written reaches the public by <see cref="RiskEditorial"/>.</summary>
public sealed class RiskDesk(PortalDbContext db, PortalJournal journal, CustomsTablesSource tables, NumberGiver numbers, Actor actor, ChinaTime time)
{
    /// <summary>Saves a new notice as a draft.</summary>
    /// <returns>Its id.</returns>
    public async Task<Outcome<int>> AddAsync(RiskData data, CancellationToken cancellation)
    {
        var scope = ScopeReading.Of(data, await tables.ReadAsync(cancellation));
        if (await RefuseAsync(data, scope, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var series = string.Create(CultureInfo.InvariantCulture, $"FX-{time.Today.Year:D4}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<int>(
            async token =>
            {
                var number = await numbers.NextAsync(series, token);
                var notice = new RiskNotice
                {
                    Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{number:D4}"),
                    Severity = data.Severity,
                    Title = data.Title,
                    Summary = data.Summary,
                    Body = data.Body,
                    From = data.From,
                    Source = data.Source,
                    SourceOn = data.SourceOn,
                    CreatedAt = time.UtcNow,
                    UpdatedAt = time.UtcNow,
                };
                RiskWriting.Write(notice, scope.Into(data), Remove);
                notice.Rewrite(actor.UserId);
                db.RiskNotices.Add(notice);
                await db.SaveChangesAsync(token);
                journal.Write(JournalSubjects.Risk, Key(notice.Id), RiskActs.Added, changes: (await FieldsAsync(notice, token)).Select(f => new FieldChange(f.Label, null, f.Value)));
                await db.SaveChangesAsync(token);
                return notice.Id;
            },
            cancellation);
    }

    /// <summary>Saves an edited notice. What the public sees of a published one does not change before that is published.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, RiskData data, CancellationToken cancellation)
    {
        if (await TrackedAsync(id, cancellation) is not { } notice) return Gone();
        var scope = ScopeReading.Of(data, await tables.ReadAsync(cancellation));
        if (await RefuseAsync(data, scope, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var read = scope.Into(data);
        db.Expect(notice, version);
        var edited = notice.KeepsAside ? Copy(db, notice) : notice;
        var before = await FieldsAsync(edited, cancellation);
        RiskWriting.Write(edited, read, edited == notice ? Remove : static _ => { });
        if (edited != notice) notice.Pending = DraftJson.Write(read);
        notice.UpdatedAt = time.UtcNow;
        // a change of the scope alone is a change of the notice too, also within the same tick of the clock
        db.Entry(notice).Property(n => n.UpdatedAt).IsModified = true;
        notice.Rewrite(actor.UserId);
        var typed = await FieldsAsync(edited, cancellation);
        journal.Write(JournalSubjects.Risk, Key(id), RiskActs.Changed, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await TrackedAsync(id, cancellation) is { } saved ? Edits.Conflict(await FieldsAsync(Copy(db, saved), cancellation), typed) : Gone();
        }
    }

    /// <summary>A copy of a tracked notice, tracked by nothing, with what was written after its publication.</summary>
    internal static RiskNotice Copy(PortalDbContext db, RiskNotice notice)
    {
        var copy = (RiskNotice)db.Entry(notice).CurrentValues.ToObject();
        copy.Countries.AddRange(notice.Countries.Select(c => new RiskCountry { Code = c.Code }));
        copy.Goods.AddRange(notice.Goods.Select(g => RiskGoods.Of(g.Prefix)));
        copy.Corridors.AddRange(notice.Corridors.Select(c => new RiskCorridor { CorridorId = c.CorridorId, Corridor = c.Corridor }));
        return RiskWriting.WithChanges(copy);
    }

    /// <summary>The fields of a notice, with the names of its corridors.</summary>
    internal async Task<IReadOnlyList<EditedField>> FieldsAsync(RiskNotice notice, CancellationToken cancellation)
    {
        List<int> ids = [.. notice.Corridors.Select(c => c.CorridorId)];
        var corridors = ids.Count == 0 ? [] : await db.Corridors.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Name).Select(c => c.Name).Take(ids.Count).ToListAsync(cancellation);
        return RiskWriting.Fields(notice, corridors);
    }

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private void Remove(object part) => db.Remove(part);

    private Task<RiskNotice?> TrackedAsync(int id, CancellationToken cancellation) => db.RiskNotices.Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors)
        .AsSplitQuery().SingleOrDefaultAsync(n => n.Id == id, cancellation);

    private async Task<List<Refusal>> RefuseAsync(RiskData data, ScopeReading scope, CancellationToken cancellation)
    {
        List<Refusal> refusals = [.. scope.Problems];
        if (data.Until < data.From) refusals.Add(new Refusal(nameof(data.Until), "结束日期不能早于开始日期。"));
        if (data.SourceOn > time.Today) refusals.Add(new Refusal(nameof(data.SourceOn), "来源日期不能晚于今天。"));
        if (string.IsNullOrWhiteSpace(data.Source)) refusals.Add(new Refusal(nameof(data.Source), "请写明来源，没有来源的风险提示不能保存。"));
        if (!Websites.IsGood(data.SourceAddress)) refusals.Add(new Refusal(nameof(data.SourceAddress), Websites.Problem));
        foreach (var (field, text) in new[] { (nameof(data.Body), data.Body), (nameof(data.EnglishBody), data.EnglishBody ?? "") })
        {
            refusals.AddRange(MarkdownText.Problems(field, text));
            if (MarkdownText.CanRender(text) && MarkdownText.Links(text).Any(l => l.IsPicture)) refusals.Add(new Refusal(field, "风险提示的正文不放图片，请用文字、列表或表格。"));
        }

        foreach (var (field, text) in new[] { (nameof(data.Summary), data.Summary), (nameof(data.Body), data.Body) })
            refusals.AddRange(PersonalData.Find(text).Take(1).Select(t => new Refusal(field, $"公开页面不写个人信息（{t.Kind} {t.Value}）。")));
        if (data.CorridorIds.Count > 0)
        {
            var known = await db.Corridors.CountAsync(c => data.CorridorIds.Contains(c.Id), cancellation);
            if (known != data.CorridorIds.Distinct().Count()) refusals.Add(new Refusal(nameof(data.CorridorIds), "没有这条通道，请重新选择。"));
        }

        return refusals;
    }

    private static Outcome Gone() => Outcome.Refused("没有这条风险提示。");
}

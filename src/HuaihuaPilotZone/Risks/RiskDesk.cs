using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.Risks.Telling;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks;

/// <summary>Writes and publishes notices of risks. Nothing without its source; whoever is in the scope is told by a job that begins with the publication.</summary>
public sealed class RiskDesk(PortalDbContext db, PortalJournal journal, CustomsTablesSource tables, TextChecks checks, JobService jobs, NumberGiver numbers, ChinaTime time)
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
                    State = RiskState.Draft,
                };
                Write(notice, data, scope);
                db.RiskNotices.Add(notice);
                await db.SaveChangesAsync(token);
                journal.Write(JournalSubjects.Risk, Key(notice.Id), RiskActs.Added, changes: (await FieldsAsync(notice, token)).Select(f => new FieldChange(f.Label, null, f.Value)));
                await db.SaveChangesAsync(token);
                return notice.Id;
            },
            cancellation);
    }

    /// <summary>Saves an edited notice. A published one is seen changed at once, and whoever its scope now takes in is told too; nobody is told twice.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, RiskData data, CancellationToken cancellation)
    {
        if (await TrackedAsync(id, cancellation) is not { } notice) return Gone();
        if (notice.State == RiskState.Withdrawn) return Outcome.Refused("已经撤回的风险提示不能再修改。");
        var scope = ScopeReading.Of(data, await tables.ReadAsync(cancellation));
        if (await RefuseAsync(data, scope, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var before = await FieldsAsync(notice, cancellation);
        db.Expect(notice, version);
        Write(notice, data, scope);
        var typed = await FieldsAsync(notice, cancellation);
        if (notice.State == RiskState.Published)
        {
            if (await checks.AgainstAsync(typed, cancellation) is { IsDone: false } against)
            {
                db.ChangeTracker.Clear();
                return against;
            }

            Tell(notice);
        }

        // a change of the scope alone is a change of the notice too
        db.Entry(notice).Property(n => n.Title).IsModified = true;
        journal.Write(JournalSubjects.Risk, Key(id), RiskActs.Changed, changes: Edits.Changes(before, typed));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await TrackedAsync(id, cancellation) is { } saved ? Edits.Conflict(await FieldsAsync(saved, cancellation), typed) : Gone();
        }
    }

    /// <summary>Shows a draft to the public; a job tells the enterprises in its scope.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> PublishAsync(int id, int version, CancellationToken cancellation)
    {
        if (await TrackedAsync(id, cancellation) is not { } notice) return Gone();
        if (notice.State != RiskState.Draft) return Outcome.Refused(notice.State == RiskState.Published ? "已经发布。" : "已经撤回的风险提示不能再发布，请新建一条。");
        if (notice.Until < time.Today) return Outcome.Refused("结束日期已过，请先改结束日期再发布。");
        if (await checks.AgainstAsync(await FieldsAsync(notice, cancellation), cancellation) is { IsDone: false } against) return against;
        db.Expect(notice, version);
        (notice.State, notice.PublishedAt) = (RiskState.Published, time.UtcNow);
        Tell(notice);
        return await TurnAsync(notice, RiskActs.Published, null, cancellation);
    }

    /// <summary>Takes a notice back: nobody but staff sees it any more.</summary>
    /// <param name="version">The version that the page showed.</param>
    public async Task<Outcome> WithdrawAsync(int id, int version, string reason, CancellationToken cancellation)
    {
        if (await TrackedAsync(id, cancellation) is not { } notice) return Gone();
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("Reason", "请写明撤回原因。");
        if (notice.State == RiskState.Withdrawn) return Outcome.Refused("已经撤回。");
        db.Expect(notice, version);
        notice.State = RiskState.Withdrawn;
        return await TurnAsync(notice, RiskActs.Withdrawn, reason, cancellation);
    }

    private async Task<Outcome> TurnAsync(RiskNotice notice, string act, string? reason, CancellationToken cancellation)
    {
        journal.Write(JournalSubjects.Risk, Key(notice.Id), act, reason);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人已修改这条风险提示。请核对最新内容后再操作。");
        }
    }

    private void Tell(RiskNotice notice) => jobs.Add(RiskTellingJob.Kind, $"通知风险提示 {notice.Number} 范围内的企业", new RiskTellingJob.Order(notice.Id), enterpriseId: null);

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

    private void Write(RiskNotice notice, RiskData data, ScopeReading scope)
    {
        notice.Severity = data.Severity;
        notice.Title = data.Title;
        notice.EnglishTitle = data.EnglishTitle;
        notice.Summary = data.Summary;
        notice.EnglishSummary = data.EnglishSummary;
        notice.Body = data.Body;
        notice.EnglishBody = data.EnglishBody;
        notice.From = data.From;
        notice.Until = data.Until;
        notice.Source = data.Source;
        notice.SourceAddress = data.SourceAddress;
        notice.SourceOn = data.SourceOn;
        Keep(notice.Countries, c => c.Code, scope.Countries, code => new RiskCountry { Code = code });
        Keep(notice.Goods, g => g.Prefix, scope.Goods, RiskGoods.Of);
        Keep(notice.Corridors, c => c.CorridorId, [.. data.CorridorIds.Distinct()], corridor => new RiskCorridor { CorridorId = corridor });
    }

    private void Keep<TPart, TKey>(List<TPart> parts, Func<TPart, TKey> key, List<TKey> wanted, Func<TKey, TPart> make)
        where TPart : class
    {
        foreach (var gone in parts.Where(p => !wanted.Contains(key(p))).ToList())
        {
            db.Remove(gone);
            parts.Remove(gone);
        }

        foreach (var missing in wanted.Except(parts.Select(key)).ToList()) parts.Add(make(missing));
    }

    private async Task<List<EditedField>> FieldsAsync(RiskNotice notice, CancellationToken cancellation)
    {
        List<int> ids = [.. notice.Corridors.Select(c => c.CorridorId)];
        var corridors = ids.Count == 0 ? [] : await db.Corridors.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Name).Select(c => c.Name).Take(ids.Count).ToListAsync(cancellation);
        return
        [
            new(nameof(RiskData.Severity), "程度", notice.Severity.Word()),
            new(nameof(RiskData.Title), "标题", notice.Title),
            new(nameof(RiskData.EnglishTitle), "英文标题", notice.EnglishTitle),
            new(nameof(RiskData.Summary), "摘要", notice.Summary),
            new(nameof(RiskData.EnglishSummary), "英文摘要", notice.EnglishSummary),
            new(nameof(RiskData.Body), "正文", notice.Body),
            new(nameof(RiskData.EnglishBody), "英文正文", notice.EnglishBody),
            new(nameof(RiskData.From), "开始日期", Day(notice.From)),
            new(nameof(RiskData.Until), "结束日期", notice.Until is { } until ? Day(until) : null),
            new(nameof(RiskData.Source), "来源", notice.Source),
            new(nameof(RiskData.SourceAddress), "来源网址", notice.SourceAddress),
            new(nameof(RiskData.SourceOn), "来源日期", Day(notice.SourceOn)),
            new(nameof(RiskData.Countries), "国别（地区）", RiskTexts.Countries(notice)),
            new(nameof(RiskData.Goods), "商品编码", RiskTexts.Goods(notice)),
            new(nameof(RiskData.CorridorIds), "通道", string.Join('、', corridors)),
        ];
    }

    internal static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Outcome Gone() => Outcome.Refused("没有这条风险提示。");
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PublicPages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Past;

/// <summary>What staff enter about the past: a fact held from a day to before another.</summary>
/// <param name="From">Civil day, inclusive.</param>
/// <param name="To">Civil day, exclusive; null when it holds until today and must then be what the record says now.</param>
/// <param name="Reason">The paper it rests on.</param>
public sealed record PastCorrection(DateOnly From, DateOnly? To, string Reason)
{
    public string? Name { get; init; }

    public EnterpriseType? Type { get; init; }

    public EnterpriseStage? Stage { get; init; }

    /// <summary>Whether the area is corrected: to <see cref="AreaId"/>, which may be none.</summary>
    public bool SetsArea { get; init; }

    public int? AreaId { get; init; }

    /// <summary>Whether the tags are corrected: to exactly <see cref="TagIds"/>.</summary>
    public bool SetsTags { get; init; }

    public IReadOnlyList<int> TagIds { get; init; } = [];

    /// <summary>Whether it says anything.</summary>
    public bool IsEmpty => Name is null && Type is null && Stage is null && !SetsArea && !SetsTags;

    internal SpanFacts Apply(SpanFacts facts, DateOnly from) => facts with
    {
        Name = Name ?? facts.Name,
        Type = Type ?? facts.Type,
        Stage = Stage ?? facts.Stage,
        StageSince = Stage is null ? facts.StageSince : from,
        ParkAreaId = SetsArea ? AreaId : facts.ParkAreaId,
        TagIds = SetsTags ? SpanFacts.Join(TagIds) : facts.TagIds,
    };
}

/// <summary>
/// Corrects the past of a record: what was known before stays and is shown as such. The present is changed by the forms of the record alone; a
/// correction that reaches until today can only say that what stands there now began on another day.
/// </summary>
public sealed class PastCorrections(PortalDbContext db, EnterpriseRoster roster, PortalJournal journal, Actor actor, ChinaTime time)
{
    /// <summary>No park of the zone is older: the dry port began in 2021, its enterprises may have been here before.</summary>
    private static readonly DateOnly _earliest = new(1990, 1, 1);

    /// <param name="version">The version of the record that the form showed.</param>
    public async Task<Outcome> CorrectAsync(int enterpriseId, int version, PastCorrection correction, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        if (Problems(correction, choices).ToList() is { Count: > 0 } problems) return Outcome.Refused(problems);
        try
        {
            return await db.InTransactionAsync(token => WriteAsync(enterpriseId, version, correction, choices, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("您打开之后，他人修改了这家企业的档案。请核对最新内容后再更正。");
        }
    }

    private IEnumerable<Refusal> Problems(PastCorrection correction, RosterChoices choices)
    {
        if (correction.IsEmpty) yield return new Refusal("", "请至少填写一项要更正的内容。");
        if (correction.Reason.Trim().Length is 0 or > RecordSpan.ReasonMaxLength) yield return new Refusal("Reason", $"请写明依据，最多 {RecordSpan.ReasonMaxLength} 个字。");
        if (correction.From >= time.Today) yield return new Refusal("From", "更正的是过去：开始日期要早于今天。");
        if (correction.From < _earliest) yield return new Refusal("From", string.Create(CultureInfo.InvariantCulture, $"开始日期不能早于 {_earliest:yyyy-MM-dd}。"));
        if (correction.To <= correction.From) yield return new Refusal("To", "结束日期要晚于开始日期。");
        if (correction.To > time.Today) yield return new Refusal("To", "结束日期不能晚于今天；一直持续到现在的，请留空。");
        if (correction.Name is { } name && name.Trim().Length is 0 or > Enterprise.NameMaxLength) yield return new Refusal("Name", $"名称最多 {Enterprise.NameMaxLength} 个字。");
        if (correction is { SetsArea: true, AreaId: { } area } && choices.Areas.All(a => a.Id != area)) yield return new Refusal("AreaId", "没有这个片区，请重新选择。");
        if (correction.SetsTags && correction.TagIds.Any(t => choices.Tags.All(c => c.Id != t))) yield return new Refusal("TagIds", "没有这个行业标签，请重新选择。");
    }

    private async Task<Outcome> WriteAsync(int enterpriseId, int version, PastCorrection correction, RosterChoices choices, CancellationToken cancellation)
    {
        if (await db.Enterprises.Include(e => e.Tags).SingleOrDefaultAsync(e => e.Id == enterpriseId, cancellation) is not { } enterprise) return Outcome.Refused("名录里没有这家企业。");
        db.Expect(enterprise, version);
        var present = SpanKeeper.FactsOf(enterprise, SpanFacts.Join(enterprise.Tags.Select(t => t.IndustryTagId)));
        if (correction.To is null && correction.Apply(present, present.StageSince) != present)
            return Outcome.Refused("To", "一直持续到现在的，要和档案里现在的内容一致。请先修改档案，再更正开始日期；过去一段时间的，请填结束日期。");
        var known = await db.RecordSpans.Where(s => s.EnterpriseId == enterpriseId).Standing().OrderBy(s => s.ValidFrom).ToListAsync(cancellation);
        if (known.Count == 0) return Outcome.Refused("这家企业的历史还在整理，请过几分钟再试。");
        if (correction.To < known[0].ValidFrom) return Outcome.Refused("To", string.Create(CultureInfo.InvariantCulture, $"名录从 {known[0].ValidFrom:yyyy-MM-dd} 起才有这家企业；更早的时间要一直接到这一天。"));
        var weaver = new SpanWeaver(db, time.Today, time.UtcNow, SpanOrigin.Correction, correction.Reason.Trim(), actor.Name);
        var reaches = correction.To ?? RecordSpan.Open;
        var isExtended = known[0].ValidFrom > correction.From;
        // before its first day nothing is known of it: there it is as on that day, but for what is corrected
        weaver.Extend(known, correction.From, correction.Apply(known[0].Facts with { StageSince = correction.From }, correction.From));
        if (!weaver.Weave([.. known.Where(s => s.ValidTo > correction.From)], correction.From, reaches, f => correction.Apply(f, correction.From)) && !isExtended)
            return Outcome.Refused("这段时间登记的就是这些内容，不用更正。");
        if (correction.Name is { } name) await AddPairsAsync(enterpriseId, name, cancellation);
        journal.Write(JournalSubjects.Enterprise, enterpriseId.ToString(CultureInfo.InvariantCulture), EnterpriseActs.PastCorrected, correction.Reason.Trim(), Changes(correction, choices));
        db.PublicHasChanged(PublicTopic.Enterprises);
        await db.SaveChangesAsync(cancellation);
        // the record's version is counted, so that two who change it at once find each other; its spans are in step by now
        if (correction is { Stage: not null, To: null }) enterprise.StageSince = correction.From;
        enterprise.UpdatedAt = time.UtcNow;
        db.Entry(enterprise).Property(e => e.UpdatedAt).IsModified = true;
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>A name that the record itself never had is found by its pairs all the same.</summary>
    private async Task AddPairsAsync(int enterpriseId, string name, CancellationToken cancellation)
    {
        var present = await db.EnterpriseGrams.Where(g => g.EnterpriseId == enterpriseId).Select(g => g.Gram).ToListAsync(cancellation);
        db.EnterpriseGrams.AddRange(RosterKeys.Grams(RosterKeys.Text(name)).Except(present, StringComparer.Ordinal).Select(g => new EnterpriseGram { Gram = g, EnterpriseId = enterpriseId }));
    }

    private static List<FieldChange> Changes(PastCorrection correction, RosterChoices choices)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{correction.From:yyyy-MM-dd} 起{(correction.To is { } to ? string.Create(CultureInfo.InvariantCulture, $"，到 {to:yyyy-MM-dd} 前") : null)}");
        (string Label, string? Value)[] values =
        [
            ("名称", correction.Name), ("企业类型", correction.Type?.Word()), ("阶段", correction.Stage?.Word()),
            ("片区", correction.SetsArea ? choices.AreaName(correction.AreaId) ?? "未定" : null),
            ("行业标签", correction.SetsTags ? correction.TagIds.Count == 0 ? "无" : string.Join('、', correction.TagIds.Select(choices.TagName)) : null),
        ];
        return [.. values.Where(v => v.Value is not null).Select(v => new FieldChange($"{v.Label}（{time}）", null, v.Value))];
    }
}

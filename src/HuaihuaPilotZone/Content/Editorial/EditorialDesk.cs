using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>
/// The way of one kind of text to the public: submitted, reviewed, published now or at a set time, withdrawn. Whoever may do a step is
/// decided here and not by the page, see <see cref="EditorialOptions.SeparateDuties"/>.
/// </summary>
public abstract class EditorialDesk<T>(EditorialTools tools)
    where T : EditedText
{
    /// <summary>Longest time ahead for which a publication can be set.</summary>
    public const int MostDaysAhead = 365;

    private const string ActRefused = "您打开之后，他人已修改。请核对最新内容后再操作。";

    private protected EditorialTools Tools => tools;

    private protected PortalDbContext Db => tools.Db;

    /// <summary>What the journal calls this kind.</summary>
    private protected abstract string Subject { get; }

    /// <summary>What people call one of them, with its measure word: 这条资讯.</summary>
    private protected abstract string This { get; }

    /// <summary>The texts with all that publishing needs.</summary>
    private protected abstract IQueryable<T> Texts { get; }

    private protected abstract string KeyOf(T text);

    /// <summary>Local address at the park desk.</summary>
    private protected abstract string AddressOf(T text);

    /// <summary>What is written now, as it is kept.</summary>
    private protected abstract string DraftOf(T text);

    /// <summary>Puts the draft that waits into the record.</summary>
    private protected abstract Task<Outcome> TakeOverAsync(T text, string draft, CancellationToken cancellation);

    /// <summary>What else should be looked at in a text of this kind.</summary>
    private protected virtual Task<IReadOnlyList<TextFinding>> FurtherFindingsAsync(T text, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TextFinding>>([]);

    /// <summary>What is written now, in a copy that nothing tracks.</summary>
    private protected abstract Task<T> CopyAsync(T text, CancellationToken cancellation);

    /// <summary>The fields that the checks look through.</summary>
    private protected abstract IReadOnlyList<EditedField> FieldsOf(T text);

    /// <summary>What stands against showing the record to the public.</summary>
    private protected abstract Task<Outcome> CheckAsync(T text, CancellationToken cancellation);

    /// <summary>What the system writes at a publication besides the time.</summary>
    private protected virtual void Stamp(T text)
    {
    }

    /// <summary>What the person at the desk may do next with a text.</summary>
    public EditorialChoices ChoicesFor(T text)
    {
        var canReview = text.Step == EditorialStep.InReview && !IsOwn(text);
        return new EditorialChoices(
            CanSubmit: text.IsUnderWay && text.Step == EditorialStep.Writing,
            CanReview: canReview,
            CanPublish: text.IsUnderWay && AgainstPublishing(text) is null,
            CanWithdraw: text.State == PublicationState.Published,
            Hint: !text.IsUnderWay ? null : text.Step == EditorialStep.InReview && !canReview ? "您写过这份文字，须由他人审核。" : AgainstPublishing(text));
    }

    /// <summary>What the checks find in a text that waits for publication.</summary>
    /// <param name="text">What is written now.</param>
    public async Task<IReadOnlyList<TextFinding>> FindingsAsync(T text, CancellationToken cancellation) =>
        text.IsUnderWay ? [.. await tools.Checks.FindAsync(FieldsOf(text), cancellation), .. await FurtherFindingsAsync(text, cancellation)] : [];

    /// <summary>Asks for the review; those who review are told.</summary>
    public Task<Outcome> SubmitAsync(int id, int version, CancellationToken cancellation) =>
        ActAsync(id, version, "submitted", async (text, token) =>
        {
            if (!text.IsUnderWay) return Outcome.Refused($"{This}没有待发布的修改，不用送审。");
            if (text.Step != EditorialStep.Writing) return Outcome.Refused($"{This}已经送审。");
            if (await tools.Checks.AgainstAsync(FieldsOf(await CopyAsync(text, token)), token) is { IsDone: false } unfit) return unfit;
            text.Step = EditorialStep.InReview;
            (text.SubmittedById, text.SubmittedAt, text.ReturnReason) = (tools.Actor.UserId, tools.Time.UtcNow, null);
            await tools.Notices.AskForReviewAsync(text.Title, AddressOf(text), token);
            return Outcome.Done;
        }, cancellation);

    /// <summary>The review lets it pass; those who publish are told.</summary>
    public Task<Outcome> ApproveAsync(int id, int version, CancellationToken cancellation) =>
        ActAsync(id, version, "approved", async (text, token) =>
        {
            if (AgainstReview(text) is { } reason) return Outcome.Refused(reason);
            text.Step = EditorialStep.Approved;
            (text.ReviewedById, text.ReviewedBy) = (tools.Actor.UserId, tools.Actor.Name);
            await tools.Notices.AskForPublicationAsync(text.Title, AddressOf(text), text.SubmittedById, token);
            return Outcome.Done;
        }, cancellation);

    /// <summary>The review sends it back with a reason; whoever submitted it is told.</summary>
    public Task<Outcome> ReturnAsync(int id, int version, string reason, CancellationToken cancellation) =>
        ActAsync(id, version, "returned", async (text, token) =>
        {
            if (AgainstReview(text) is { } refusal) return Outcome.Refused(refusal);
            text.Step = EditorialStep.Writing;
            text.ReturnReason = reason;
            await tools.Notices.TellReturnedAsync(text.Title, reason, AddressOf(text), text.SubmittedById, token);
            return Outcome.Done;
        }, cancellation, reason);

    /// <summary>Shows what was written to the public. The first time sets the publication time for good; each time keeps a version.</summary>
    public Task<Outcome> PublishAsync(int id, int version, CancellationToken cancellation) =>
        ActAsync(id, version, "published", (text, token) =>
            AgainstPublishing(text) is { } reason ? Task.FromResult(Outcome.Refused(reason)) : PublishAsync(text, token), cancellation);

    /// <summary>Sets when it is published by itself, or takes that back.</summary>
    /// <param name="at">Time in Huaihua; null for no set time.</param>
    public Task<Outcome> ScheduleAsync(int id, int version, DateTime? at, CancellationToken cancellation) =>
        ActAsync(id, version, at is null ? "unscheduled" : "scheduled", (text, _) => Task.FromResult(Schedule(text, at)), cancellation, at?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Takes it off the public pages; its address then answers 404.</summary>
    public Task<Outcome> WithdrawAsync(int id, int version, string reason, CancellationToken cancellation) =>
        ActAsync(id, version, "withdrawn", async (text, token) =>
        {
            if (text.State != PublicationState.Published) return Outcome.Refused($"{This}没有发布，不用撤回。");
            text.State = PublicationState.Withdrawn;
            text.WithdrawalReason = reason;
            // what was wrong must not come back by asking for the text of an earlier day
            foreach (var kept in await Db.TextVersions.Where(v => v.Subject == Subject && v.TextId == id).ToListAsync(token)) kept.IsWithdrawn = true;
            return Outcome.Done;
        }, cancellation, reason);

    /// <summary>The ids of the texts whose time has come.</summary>
    internal Task<List<int>> DueAsync(int most, CancellationToken cancellation)
    {
        var now = tools.Time.UtcNow;
        return Db.Set<T>().Where(t => t.PublishAt != null && t.PublishAt <= now && (t.NextAttemptAt == null || t.NextAttemptAt <= now)).OrderBy(t => t.PublishAt).ThenBy(t => t.Id).Take(most).Select(t => t.Id).ToListAsync(cancellation);
    }

    /// <summary>Publishes a text whose time has come. Where something stands against it, the time is taken back and whoever set it is told.</summary>
    internal async Task<Outcome> PublishDueAsync(int id, CancellationToken cancellation)
    {
        var now = tools.Time.UtcNow;
        var outcome = await ActAsync(id, version: null, "published", (text, token) =>
            text.PublishAt is { } at && at <= now ? PublishAsync(text, token) : Task.FromResult(Outcome.Refused("还没有到时间。")), cancellation, "定时发布");
        if (outcome.IsDone) return outcome;
        var reason = outcome.Refusals[0].Message;
        await ActAsync(id, version: null, "unscheduled", async (text, token) =>
        {
            if (text.PublishAt is not { } at || at > now) return outcome;
            await tools.Notices.TellNotPublishedAsync(text.Title, reason, AddressOf(text), text.ScheduledById, token);
            text.SetTime(at: null, by: null);
            return Outcome.Done;
        }, cancellation, reason);
        return outcome;
    }

    /// <summary>
    /// Notes that a publication at its time broke, so that the texts behind it are not held up: it is tried again after longer and longer
    /// waits, and the first time those who wrote it and whoever set the time are told. Nothing of the text itself is touched.
    /// </summary>
    internal async Task NoteBrokenAsync(int id, CancellationToken cancellation)
    {
        // what the broken attempt left behind must not be saved with the note
        Db.ChangeTracker.Clear();
        await Db.InTransactionAsync(async token =>
        {
            var now = tools.Time.UtcNow;
            if (await Db.Set<T>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.PublishAt <= now, token) is not { } text) return Outcome.Done;
            var (attempts, next) = (text.BrokenAttempts, now + WaitAfter(text.BrokenAttempts));
            var noted = await Db.Set<T>().Where(t => t.Id == id && t.PublishAt == text.PublishAt && t.BrokenAttempts == attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.BrokenAttempts, attempts + 1).SetProperty(t => t.NextAttemptAt, next), token);
            // another instance noted it, or somebody took the time back
            if (noted == 0 || attempts > 0) return Outcome.Done;
            tools.Journal.Write(Subject, KeyOf(text), $"{Subject}.publication-broke", "定时发布时系统出错，稍后自动再试。");
            await tools.Notices.TellBrokenAsync(text, AddressOf(text), token);
            await Db.SaveChangesAsync(token);
            return Outcome.Done;
        }, cancellation);
    }

    /// <summary>One minute, two, four and so on to an hour.</summary>
    private static TimeSpan WaitAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(attempts, 6)));

    private async Task<Outcome> PublishAsync(T text, CancellationToken cancellation)
    {
        if (!text.IsUnderWay) return Outcome.Refused($"{This}已经发布。");
        var correction = text.Correction;
        if (text.Pending is { } draft && await TakeOverAsync(text, draft, cancellation) is { IsDone: false } refused) return refused;
        if (await CheckAsync(text, cancellation) is { IsDone: false } unfit) return unfit;
        if (await tools.Checks.AgainstAsync(FieldsOf(text), cancellation) is { IsDone: false } banned) return banned;
        var now = tools.Time.UtcNow;
        if (text.Correction != correction) text.CorrectedAt = text.Correction is null ? null : now;
        Stamp(text);
        text.PublishedAt ??= now;
        text.RevisedAt = now;
        text.State = PublicationState.Published;
        text.WithdrawalReason = null;
        text.VersionNumber++;
        Db.TextVersions.Add(TextVersion.Of(Subject, text, DraftOf(text), now, tools.Actor.Name));
        text.EndWay();
        return Outcome.Done;
    }

    private Outcome Schedule(T text, DateTime? at)
    {
        if (at is not { } local)
        {
            if (text.PublishAt is null) return Outcome.Refused($"{This}没有设定发布时间。");
            text.SetTime(at: null, by: null);
            return Outcome.Done;
        }
        if (AgainstPublishing(text) is { } reason) return Outcome.Refused(reason);
        if (!text.IsUnderWay) return Outcome.Refused($"{This}已经发布。");
        if (local <= tools.Time.Now) return Outcome.Refused("发布时间须晚于现在。");
        if (local > tools.Time.Now.AddDays(MostDaysAhead)) return Outcome.Refused($"发布时间最多设到 {MostDaysAhead} 天以后。");
        text.SetTime(ChinaTime.ToUtc(local), tools.Actor.UserId);
        return Outcome.Done;
    }

    private bool IsOwn(T text) => tools.Duties != SeparateDuties.None && tools.Actor.UserId is { } self && (text.WasWrittenBy(self) || text.SubmittedById == self);

    private string? AgainstReview(T text) =>
        text.Step != EditorialStep.InReview ? $"{This}没有在等待审核。"
        : IsOwn(text) ? "撰写的人不能审核自己的文字，请由他人审核。"
        : null;

    /// <summary>Why the person may not publish; seeds and the clock act as the system and may.</summary>
    private string? AgainstPublishing(T text)
    {
        if (tools.Duties == SeparateDuties.None || tools.Actor.UserId is not { } self) return null;
        if (text.Step != EditorialStep.Approved) return "还没有审核通过，不能发布。";
        return tools.Duties == SeparateDuties.Everyone && (text.WasWrittenBy(self) || text.ReviewedById == self) ? "撰写、审核和发布须由不同的人完成，请由他人发布。" : null;
    }

    /// <param name="version">The version that the person had before them; null for the clock, which takes the text as it is.</param>
    private async Task<Outcome> ActAsync(int id, int? version, string act, Func<T, CancellationToken, Task<Outcome>> change, CancellationToken cancellation, string? note = null)
    {
        try
        {
            return await Db.InTransactionAsync(async token =>
            {
                var text = await Texts.SingleOrDefaultAsync(t => t.Id == id, token);
                if (text is null) return Outcome.Refused($"{This}不存在。");
                if (version is { } known) Db.Expect(text, known);
                var (state, step) = (text.State, text.Step);
                if (await change(text, token) is { IsDone: false } refused) return refused;
                text.UpdatedAt = tools.Time.UtcNow;
                tools.Journal.Write(Subject, KeyOf(text), $"{Subject}.{act}", note, [new FieldChange("状态", state.Word(), text.State.Word()), new FieldChange("步骤", step.Word(), text.Step.Word())]);
                await Db.SaveChangesAsync(token);
                return Outcome.Done;
            }, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            return Outcome.Refused(Edits.VersionField, ActRefused);
        }
    }
}

/// <summary>What a person may do next with a text.</summary>
/// <param name="Hint">Why they may not go on; null where nothing is in the way.</param>
public sealed record EditorialChoices(bool CanSubmit, bool CanReview, bool CanPublish, bool CanWithdraw, string? Hint);

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations;

/// <summary>What an enterprise does with its pre-declarations. Every act names the enterprise, which comes from the sign-in.</summary>
public sealed class DeclarationService(
    PortalDbContext db, DeclarationCheck check, DeclarationFixes fixes, Prefill prefill, DraftMaker drafts, ReturnHolds holds, DeclarationNotices notices, DeclarationEvents events,
    ReceiptMatching receipts, ReceiptGiver filing, PortalJournal journal, Actor actor, ChinaTime time, IOptions<DeclarationOptions> options)
{
    /// <summary>The act of asking for somebody else's declaration.</summary>
    internal const string ForeignAccess = "declaration.foreign-access";

    internal const string Gone = "没有找到这份预申报。";

    /// <summary>How many versions back two people's changes can be told from each other, at least.</summary>
    private const int RevisionsKept = 100;

    private const string Changed = "这份预申报刚被他人修改，请刷新后核对再操作。";

    /// <summary>Opens a draft, filled with what is known of the enterprise.</summary>
    public async Task<Outcome<DeclarationNumber>> OpenAsync(int enterpriseId, NewDeclaration wanted, CancellationToken cancellation)
    {
        if (await ClosedAsync(wanted.Kind, wanted.TradeMode, cancellation) is { } closed) return Outcome.Refused(nameof(wanted.TradeMode), closed);
        var prefilled = await prefill.NewAsync(enterpriseId, wanted.Kind, wanted.TradeMode!, cancellation);
        return await AddAsync(enterpriseId, wanted.Kind, prefilled, wanted.ModeReason, wanted.ModeNote, cancellation);
    }

    /// <summary>Opens a draft with a document that the enterprise's own system has made, as it is.</summary>
    /// <param name="edition">The tables of today, which the document was read with.</param>
    /// <returns>The draft with the check that it was kept with, so that nothing has to be asked again.</returns>
    public async Task<Outcome<CheckedDraft>> OpenAsync(int enterpriseId, DocumentKind kind, CustomsDocument document, TablesEdition edition, CancellationToken cancellation)
    {
        if (Closed(kind, document.TradeMode, edition) is { } closed) return Outcome.Refused($"/{document.Schema.Roles.TradeMode.Name}", closed);
        var kept = await drafts.KeepAsync(enterpriseId, [new MadeDraft(kind, AsSent(document), new DraftOrigin(null, null, null))], edition, cancellation);
        return kept.IsDone ? kept.Value[0] : Outcome.Refused(kept.Refusals);
    }

    /// <summary>Opens drafts with documents that the enterprise's own system has made, all or none.</summary>
    /// <param name="documents">Lists and declarations; what is made of another document is opened one by one.</param>
    /// <param name="edition">The tables of today, which the documents were read with.</param>
    /// <returns>The drafts in the order of the documents, or what stands against each of them.</returns>
    public async Task<Outcome<List<CheckedDraft>>> OpenManyAsync(int enterpriseId, IReadOnlyList<CustomsDocument> documents, TablesEdition edition, CancellationToken cancellation)
    {
        var made = documents.Select(d => new MadeDraft(DocumentKinds.Of(d.Schema), AsSent(d), new DraftOrigin(null, null, null))).ToList();
        var closed = made.Select((d, i) => (At: $"{DocumentBatch.PathOf(i)}/{d.Document.Document.Schema.Roles.TradeMode.Name}", Why: Closed(d.Kind, d.Document.Document.TradeMode, edition)));
        List<Refusal> refusals = [.. closed.Where(c => c.Why is not null).Select(c => new Refusal(c.At, c.Why!))];
        return refusals.Count > 0 ? Outcome.Refused(refusals) : await drafts.KeepAsync(enterpriseId, made, edition, cancellation);
    }

    /// <summary>What was sent, with no origin for any value.</summary>
    internal static PrefilledDocument AsSent(CustomsDocument document) => new(document, new Dictionary<string, PrefilledValue>());

    /// <summary>Opens a draft with the goods and parties of another document of the enterprise, in any state; what belongs to one shipment is left blank.</summary>
    public async Task<Outcome<StartedDraft>> CopyAsync(int enterpriseId, DeclarationNumber number, CancellationToken cancellation)
    {
        if (await FindAsync(enterpriseId, number, cancellation) is not { } source) return Outcome.Refused(Gone);
        if (source.Kind.Facts().IsApplication) return Outcome.Refused($"{source.Kind.Word()}请从原来的单证新建，不能复制。");
        var started = await prefill.AgainAsync(source.Read(), $"复制自 {number}", cancellation);
        var added = await AddAsync(enterpriseId, source.Kind, started, source.ModeReason, source.ModeNote, cancellation);
        return added.IsDone ? new StartedDraft(added.Value, OneShipment.Blanks(source.Read(), started.Document)) : Outcome.Refused(added.Refusals);
    }

    /// <summary>Opens a draft from a template of the enterprise.</summary>
    public async Task<Outcome<StartedDraft>> StartAsync(int enterpriseId, int templateId, CancellationToken cancellation)
    {
        if (await db.DraftTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == templateId && t.EnterpriseId == enterpriseId, cancellation) is not { } template
            || !DocumentJson.TryDeserialize(template.Kind.Schema(), template.Document, out var document)) return Outcome.Refused("没有找到这个模板。");
        var origins = DraftOrigins.Read(template.Origins);
        var started = new PrefilledDocument(document, origins);
        if (template.Kind == DocumentKind.List) started = prefill.WithToday(started);
        var added = await AddAsync(enterpriseId, template.Kind, started, template.ModeReason, $"从模板“{template.Name}”开始", cancellation);
        var blanks = origins.Where(o => o.Value.Value.Length == 0 && DocumentPath.Get(started.Document, o.Key) is null)
            .Select(o => DocumentPath.TryParse(document.Schema, o.Key, out var place) ? place.Field!.LabelFor(document.TradeMode) : o.Key).Distinct(StringComparer.Ordinal);
        return added.IsDone ? new StartedDraft(added.Value, [.. blanks]) : Outcome.Refused(added.Refusals);
    }

    /// <summary>One document of the enterprise, not tracked. Asking for somebody else's gives null and leaves a line in the journal.</summary>
    public async Task<Declaration?> FindAsync(int enterpriseId, DeclarationNumber number, CancellationToken cancellation)
    {
        var found = await db.Declarations.AsNoTracking().SingleOrDefaultAsync(d => d.Number == number && d.EnterpriseId == enterpriseId, cancellation);
        if (found is null && await db.Declarations.AnyAsync(d => d.Number == number, cancellation))
        {
            journal.Write(JournalSubjects.Declaration, number.ToString(), ForeignAccess, $"企业 {enterpriseId}");
            await db.SaveChangesAsync(cancellation);
        }
        return found;
    }

    /// <summary>
    /// Saves what was typed, however wrong it is, and answers with all findings. Adopts or takes back one proposal on the way:
    /// its value is computed here, never taken from the form.
    /// </summary>
    public async Task<SaveAnswer> SaveAsync(int enterpriseId, DeclarationNumber number, DraftChange change, CancellationToken cancellation)
    {
        if (await LoadAsync(enterpriseId, number, cancellation) is not { } declaration) return SaveAnswer.Refused(Gone);
        if (!declaration.State.IsEditable()) return SaveAnswer.Refused($"{declaration.State.Word()}的预申报不能修改。");
        if (declaration.Version != change.Version) return SaveAnswer.Conflict(declaration.Read(), declaration.Version);
        // before anything looks at it: also what was adopted is kept
        var document = await fixes.ApplyAsync(declaration, change with { Document = PersonNumbers.Hide(change.Document) }, cancellation);
        declaration.Origins = DraftOrigins.Follow(declaration.Origins, declaration.Read(), document, change.Origins);
        var checkedNow = await check.RunAsync(declaration, document, cancellation);
        declaration.Write(document, checkedNow.Result, checkedNow.Tables.TablesVersion, time.UtcNow);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var theirs = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == declaration.Id, cancellation);
            return SaveAnswer.Conflict(theirs.Read(), theirs.Version);
        }
        await ForgetRevisionsAsync(declaration, cancellation);
        return SaveAnswer.Saved(declaration, checkedNow);
    }

    /// <summary>Checks a document as it stands, without saving.</summary>
    public Task<CheckedDocument> CheckAsync(Declaration declaration, CancellationToken cancellation) => check.RunAsync(declaration, declaration.Read(), cancellation);

    /// <summary>Checks what was typed instead of what is stored.</summary>
    public Task<CheckedDocument> CheckAsync(Declaration declaration, CustomsDocument document, CancellationToken cancellation) => check.RunAsync(declaration, document, cancellation);

    /// <summary>
    /// Submits: checks once more with today's tables, claims order and waybill number, keeps a snapshot.
    /// With review switched off the document passes at once, 未经园区核对.
    /// </summary>
    public async Task<Outcome> SubmitAsync(int enterpriseId, DeclarationNumber number, int version, CancellationToken cancellation)
    {
        try
        {
            DocumentKind? kind = null;
            var outcome = await ActAsync(
                enterpriseId, number, version,
                (declaration, token) =>
                {
                    kind = declaration.Kind;
                    return SubmitAsync(declaration, token);
                },
                cancellation);
            if (outcome.IsDone) PortalMeter.Filed(kind.ToString()!);
            return outcome;
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            return Outcome.Refused("订单编号、运单编号或可退数量刚被另一份单证占用，没有提交。请刷新后核对。");
        }
    }

    /// <summary>Withdraws a document that has not been handed over; its numbers become free.</summary>
    public Task<Outcome> WithdrawAsync(int enterpriseId, DeclarationNumber number, int version, string? reason, CancellationToken cancellation) =>
        ActAsync(enterpriseId, number, version, async (declaration, token) =>
        {
            var waited = declaration.State == DeclarationState.Submitted;
            var outcome = declaration.Withdraw(time.UtcNow);
            if (!outcome.IsDone) return outcome;
            await db.NumberClaims.Where(c => c.DeclarationId == declaration.Id).ExecuteDeleteAsync(token);
            await holds.ReleaseAsync(declaration, token);
            Note(declaration, "declaration.withdrawn", reason);
            await notices.WithdrawnAsync(declaration, waited, reason, token);
            return outcome;
        }, cancellation);

    /// <summary>The enterprise reports that it imported the file into the Single Window. A download alone never changes a state.</summary>
    public async Task<Outcome> HandOverAsync(int enterpriseId, DeclarationNumber number, int version, DateOnly on, string? preNo, CancellationToken cancellation)
    {
        try
        {
            return await ActAsync(enterpriseId, number, version, (declaration, token) => HandOverAsync(declaration, on, preNo, token), cancellation);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException && preNo is not null)
        {
            return Outcome.Refused("PreNo", $"预录入编号 {preNo} 已用于另一份单证，请核对。");
        }
    }

    /// <summary>Takes a handed-over document back for amendment, because customs or the enterprise found something.</summary>
    public Task<Outcome> AmendAsync(int enterpriseId, DeclarationNumber number, int version, string reason, CancellationToken cancellation) =>
        ActAsync(enterpriseId, number, version, async (declaration, token) =>
        {
            if (declaration.State != DeclarationState.HandedOver) return Outcome.Refused("只有已移交的预申报可以取回修改。");
            var outcome = declaration.Return(time.UtcNow);
            if (!outcome.IsDone) return outcome;
            Note(declaration, "declaration.reopened", reason);
            await notices.ReopenedAsync(declaration, reason, token);
            return outcome;
        }, cancellation);

    /// <summary>
    /// Turns the draft of a list into the draft of a declaration: everything that has a place there is kept, what is usual is filled in,
    /// and what has no place is said and journalled.
    /// </summary>
    public async Task<Outcome<ConvertedDraft>> ConvertAsync(int enterpriseId, DeclarationNumber number, int version, CancellationToken cancellation)
    {
        ConvertedList? converted = null;
        var outcome = await ActAsync(enterpriseId, number, version, async (declaration, token) =>
        {
            if (declaration.Kind != DocumentKind.List) return declaration.BecomeDeclaration("{}");
            converted = ListConversion.ToDeclaration(declaration.Read());
            var prefilled = await prefill.ConvertedAsync(enterpriseId, converted, token);
            var became = declaration.BecomeDeclaration(JsonSerializer.Serialize(prefilled.Origins));
            if (!became.IsDone) return became;
            var checkedNow = await check.RunAsync(declaration, prefilled.Document, token);
            Note(declaration, "declaration.converted", converted.Unfit.Count == 0 ? null : $"{converted.Unfit.Count} 处没有带过来",
                converted.Unfit.Take(500).Select(u => new Journal.FieldChange(u.Label, u.Value, null)));
            return declaration.Write(prefilled.Document, checkedNow.Result, checkedNow.Tables.TablesVersion, time.UtcNow);
        }, cancellation);
        return outcome.IsDone ? new ConvertedDraft(number, converted!.Unfit) : Outcome.Refused(outcome.Refusals);
    }

    /// <summary>Whether a submitted document has waited so long that the enterprise need not wait on.</summary>
    public bool MayPassUnanswered(Declaration declaration) => declaration.IsUnanswered(options.Value.ReviewHours, time.UtcNow);

    /// <summary>Why nothing can be opened under a mode today; null where it can.</summary>
    private async Task<string?> ClosedAsync(DocumentKind kind, string? tradeMode, CancellationToken cancellation) => Closed(kind, tradeMode, await check.EditionAsync(cancellation));

    private string? Closed(DocumentKind kind, string? tradeMode, TablesEdition edition)
    {
        if (kind.Facts().IsApplication) return "请选择清单或报关单。";
        var open = ModeChooser.OpenModes(edition.AreasOn(time.Today));
        return ModeChooser.Allows(kind, tradeMode) && open.Contains(tradeMode) ? null : $"{kind.Word()}请选择 {string.Join('、', kind.Facts().Modes.Where(open.Contains))}。";
    }

    internal static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task<Outcome<DeclarationNumber>> AddAsync(int enterpriseId, DocumentKind kind, PrefilledDocument prefilled, string? modeReason, string? modeNote, CancellationToken cancellation)
    {
        var kept = await drafts.KeepAsync(enterpriseId, [new MadeDraft(kind, prefilled, new DraftOrigin(modeReason, modeNote, modeNote))], await check.EditionAsync(cancellation), cancellation);
        return kept.IsDone ? kept.Value[0].Declaration.Number : Outcome.Refused(kept.Refusals);
    }

    private async Task<Outcome> SubmitAsync(Declaration declaration, CancellationToken cancellation)
    {
        var checkedNow = await check.RunAsync(declaration, declaration.Read(), cancellation);
        declaration.Remember(checkedNow.Result, checkedNow.Tables.TablesVersion);
        var now = time.UtcNow;
        var outcome = declaration.Submit(now);
        if (!outcome.IsDone) return outcome;
        await ClaimAsync(declaration, now, cancellation);
        if (await holds.HoldAsync(declaration, cancellation) is { IsDone: false } exceeded) return exceeded;
        var last = await db.Submissions.AsNoTracking().Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellation);
        var unreviewed = !options.Value.ReviewBeforeHandover;
        var submission = new Submission
        {
            DeclarationId = declaration.Id,
            Sequence = (last?.Sequence ?? 0) + 1,
            Kind = declaration.Kind,
            Document = declaration.Document,
            DocumentHash = Hash(declaration.Document),
            Findings = JsonSerializer.Serialize(checkedNow.Result.Findings),
            RuleSetVersion = checkedNow.Result.RuleSetVersion,
            TablesVersion = checkedNow.Tables.TablesVersion,
            Basis = checkedNow.Basis.ToJson(),
            InputHash = checkedNow.Basis.InputHash(declaration.Document, checkedNow.Result.RuleSetVersion, checkedNow.Tables.TablesVersion),
            SubmittedAt = now,
            SubmittedBy = actor.Name,
            SubmittedById = actor.UserId,
            Answer = unreviewed ? SubmissionAnswer.PassedUnreviewed : null,
            AnsweredAt = unreviewed ? now : null,
        };
        db.Submissions.Add(submission);
        filing.GiveFor(declaration.Number, submission);
        Note(declaration, "declaration.submitted", null, last is null ? [] : Changes(last, declaration));
        if (!unreviewed)
        {
            await notices.SubmittedAsync(declaration, isAgain: last is not null, cancellation);
            return outcome;
        }
        Note(declaration, "declaration.passed-unreviewed", "未启用园区核对");
        return declaration.Accept(now, unreviewed: true);
    }

    private async Task<Outcome> HandOverAsync(Declaration declaration, DateOnly on, string? preNo, CancellationToken cancellation)
    {
        if (on > time.Today) return Outcome.Refused("On", "导入日期不能晚于今天。");
        if (declaration.SubmittedAt is { } at && on < ChinaTime.DayOf(at)) return Outcome.Refused("On", "导入日期不能早于提交日期。");
        if (declaration.State == DeclarationState.Submitted && await PassUnansweredAsync(declaration, cancellation) is { IsDone: false } refused) return refused;
        var now = time.UtcNow;
        var outcome = declaration.HandOver(on, preNo, now);
        if (!outcome.IsDone) return outcome;
        // E-Port gives each number once, to whomever: the holder is the same for all
        if (preNo is not null) db.NumberClaims.Add(new NumberClaim { Kind = ClaimKind.PreNo, Holder = nameof(ClaimKind.PreNo), Number = preNo, DeclarationId = declaration.Id, ClaimedAt = now });
        var reported = preNo is null ? $"{on:yyyy-MM-dd}" : $"{on:yyyy-MM-dd}，预录入编号 {preNo}";
        Note(declaration, "declaration.handed-over", reported);
        if (await db.Submissions.Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellation) is { } last)
            filing.GiveForHandOver(declaration.Number, last, reported);
        await notices.HandedOverAsync(declaration, cancellation);
        return outcome;
    }

    /// <summary>Holds order and waybill number for this document. A waybill number that another document held longer than six months is free again.</summary>
    private async Task ClaimAsync(Declaration declaration, DateTime now, CancellationToken cancellation)
    {
        var free = now.AddMonths(-DeclarationCheck.WaybillMonths);
        await db.NumberClaims.Where(c => c.DeclarationId == declaration.Id).ExecuteDeleteAsync(cancellation);
        if (declaration is { CarrierCode: { } carrier, WaybillNo: { } waybill })
        {
            await db.NumberClaims.Where(c => c.Kind == ClaimKind.Waybill && c.Holder == carrier && c.Number == waybill && c.ClaimedAt < free).ExecuteDeleteAsync(cancellation);
            db.NumberClaims.Add(new NumberClaim { Kind = ClaimKind.Waybill, Holder = carrier, Number = waybill, DeclarationId = declaration.Id, ClaimedAt = now });
        }
        if (declaration is { PlatformCode: { } platform, OrderNo: { } order })
            db.NumberClaims.Add(new NumberClaim { Kind = ClaimKind.Order, Holder = platform, Number = order, DeclarationId = declaration.Id, ClaimedAt = now });
    }

    private async Task<Outcome> PassUnansweredAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (!MayPassUnanswered(declaration)) return Outcome.Refused($"园区还在核对。提交满 {options.Value.ReviewHours} 小时没有答复时，可以自行移交。");
        var now = time.UtcNow;
        var submission = await db.Submissions.Where(s => s.DeclarationId == declaration.Id).OrderByDescending(s => s.Sequence).FirstAsync(cancellation);
        (submission.Answer, submission.AnsweredAt) = (SubmissionAnswer.PassedUnreviewed, now);
        Note(declaration, "declaration.passed-unreviewed", $"提交满 {options.Value.ReviewHours} 小时未答复");
        return declaration.Accept(now, unreviewed: true);
    }

    private async Task<Outcome> ActAsync(
        int enterpriseId, DeclarationNumber number, int version, Func<Declaration, CancellationToken, Task<Outcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async token =>
                {
                    if (await LoadAsync(enterpriseId, number, token) is not { } declaration) return Outcome.Refused(Gone);
                    if (declaration.Version != version) return Outcome.Refused(Changed);
                    var outcome = await act(declaration, token);
                    if (!outcome.IsDone) return outcome;
                    await events.ChangedAsync(declaration, token);
                    await receipts.JoinWaitingAsync(declaration, token);
                    await db.SaveChangesAsync(token);
                    return outcome;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
    }

    /// <summary>A draft that saves itself every few seconds would otherwise keep every state it was ever in.</summary>
    private async Task ForgetRevisionsAsync(Declaration declaration, CancellationToken cancellation)
    {
        if (declaration.Version % RevisionsKept != 0) return;
        var oldest = declaration.Version - RevisionsKept;
        await db.DraftRevisions.Where(r => r.DeclarationId == declaration.Id && r.Version < oldest).ExecuteDeleteAsync(cancellation);
    }

    private Task<Declaration?> LoadAsync(int enterpriseId, DeclarationNumber number, CancellationToken cancellation) =>
        db.Declarations.SingleOrDefaultAsync(d => d.Number == number && d.EnterpriseId == enterpriseId, cancellation);

    private void Note(Declaration declaration, string act, string? note, IEnumerable<Journal.FieldChange>? changes = null) =>
        journal.Write(JournalSubjects.Declaration, declaration.Number.ToString(), act, note, changes);

    private static IEnumerable<Journal.FieldChange> Changes(Submission last, Declaration now) =>
        last.Kind == now.Kind && DocumentJson.TryDeserialize(last.Kind.Schema(), last.Document, out var before)
            ? DocumentDiff.Between(before, now.Read()).Take(500).Select(c => new Journal.FieldChange(c.Label, c.Old, c.New))
            : [];
}

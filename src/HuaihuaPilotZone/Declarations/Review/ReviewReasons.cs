using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>What staff write of a reason.</summary>
public sealed record ReasonData(string Topic, string? Path, string Text);

/// <summary>The library of reasons: kept by staff, picked from when a declaration is returned.</summary>
public sealed partial class ReviewReasons(PortalDbContext db, PortalJournal journal)
{
    public const string AddedAct = "review-reason.added";
    public const string ChangedAct = "review-reason.changed";
    public const string RetiredAct = "review-reason.retired";
    public const string TakenUpAct = "review-reason.taken-up";

    private const int MostChoices = 200;
    private const string Gone = "没有找到这条理由。";
    private const string Changed = "这条理由刚被他人修改，请刷新后再保存。";

    public Task<Page<ReviewReason>> ListAsync(bool retired, string? word, PageRequest page, CancellationToken cancellation)
    {
        var reasons = db.ReviewReasons.AsNoTracking().Where(r => r.IsRetired == retired);
        if (Texts.Tidy(word) is { } part) reasons = reasons.Where(r => r.Topic.Contains(part) || r.Text.Contains(part));
        return reasons.OrderBy(r => r.Topic).ThenBy(r => r.Id).ToPageAsync(page, cancellation);
    }

    /// <summary>What may be picked, by topic.</summary>
    public async Task<IReadOnlyList<ReviewReason>> ChoicesAsync(CancellationToken cancellation) =>
        await db.ReviewReasons.AsNoTracking().Where(r => !r.IsRetired).OrderBy(r => r.Topic).ThenBy(r => r.Id).Take(MostChoices).ToListAsync(cancellation);

    public Task<ReviewReason?> FindAsync(int id, CancellationToken cancellation) => db.ReviewReasons.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <returns>Its id.</returns>
    public async Task<Outcome<int>> AddAsync(ReasonData data, CancellationToken cancellation)
    {
        if (Refuse(data).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var reason = new ReviewReason { Topic = data.Topic.Trim(), Path = Texts.Tidy(data.Path), Text = data.Text.Trim() };
        return await db.InTransactionAsync<int>(
            async token =>
            {
                db.ReviewReasons.Add(reason);
                await db.SaveChangesAsync(token);
                Note(reason, AddedAct, []);
                await db.SaveChangesAsync(token);
                return reason.Id;
            },
            cancellation);
    }

    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(int id, int version, ReasonData data, CancellationToken cancellation)
    {
        if (Refuse(data).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await ChangeAsync(id, version, reason =>
        {
            var (topic, path, text) = (data.Topic.Trim(), Texts.Tidy(data.Path), data.Text.Trim());
            Note(reason, ChangedAct, [new("主题", reason.Topic, topic), new("栏目", reason.Path, path), new("内容", reason.Text, text)]);
            (reason.Topic, reason.Path, reason.Text) = (topic, path, text);
        }, cancellation);
    }

    /// <summary>Takes a reason out of the choice, or back into it.</summary>
    public Task<Outcome> SetRetiredAsync(int id, int version, bool retired, CancellationToken cancellation) => ChangeAsync(id, version, reason =>
    {
        reason.IsRetired = retired;
        Note(reason, retired ? RetiredAct : TakenUpAct, []);
    }, cancellation);

    /// <summary>Puts the texts of picked reasons in place: an own text wins, a field that was not chosen is the reason's.</summary>
    public async Task<IReadOnlyList<ReturnReason>> CompleteAsync(Declaration declaration, IReadOnlyList<ReturnReason> points, CancellationToken cancellation)
    {
        List<int> ids = [.. points.Select(p => p.LibraryId).OfType<int>().Distinct()];
        if (ids.Count == 0) return points;
        var reasons = await db.ReviewReasons.AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancellation);
        var document = declaration.Read();
        return [.. points.Select(p => reasons.Find(r => r.Id == p.LibraryId) is { } reason ? Complete(p, reason, document) : p)];
    }

    private static ReturnReason Complete(ReturnReason point, ReviewReason reason, CustomsDocument document)
    {
        var path = point.Path.Length > 0 ? point.Path : reason.Path is { } usual && DocumentPath.TryParse(document.Schema, usual, out _) ? usual : "";
        if (!string.IsNullOrWhiteSpace(point.Reason)) return point with { Path = path };
        var value = path.Length > 0 ? DocumentPath.Get(document, path) : null;
        var text = reason.Text
            .Replace(ReviewReason.FieldPlaceholder, path.Length > 0 ? document.Schema.Label(path, document.TradeMode) : "单证", StringComparison.Ordinal)
            .Replace(ReviewReason.ValuePlaceholder, string.IsNullOrEmpty(value) ? "空" : value, StringComparison.Ordinal);
        return point with { Path = path, Reason = Texts.Cut(text, ReturnPoint.ReasonMaxLength) };
    }

    private async Task<Outcome> ChangeAsync(int id, int version, Action<ReviewReason> change, CancellationToken cancellation)
    {
        if (await db.ReviewReasons.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } reason) return Outcome.Refused(Gone);
        db.Expect(reason, version);
        change(reason);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Changed);
        }
    }

    private static IEnumerable<Refusal> Refuse(ReasonData data)
    {
        if (data.Topic.Trim().Length is 0 or > ReviewReason.TopicMaxLength) yield return new Refusal("Topic", $"请填写主题，最多 {ReviewReason.TopicMaxLength} 个字。");
        if (data.Text.Trim().Length is 0 or > ReturnPoint.ReasonMaxLength) yield return new Refusal("Text", $"请填写内容，最多 {ReturnPoint.ReasonMaxLength} 个字。");
        if (Texts.Tidy(data.Path) is { } path && !DocumentPath.TryParse(path, out _)) yield return new Refusal("Path", "请从列表中选择栏目。");
        var unknown = Placeholder().Matches(data.Text).Select(m => m.Value).Except(ReviewReason.Placeholders).ToList();
        if (unknown.Count > 0) yield return new Refusal("Text", $"没有{string.Join('、', unknown)}这种占位，可以用{string.Join('、', ReviewReason.Placeholders)}。");
    }

    private void Note(ReviewReason reason, string act, List<Journal.FieldChange> changes) =>
        journal.Write(JournalSubjects.ReviewReason, reason.Id.ToString(CultureInfo.InvariantCulture), act, reason.Topic, changes);

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

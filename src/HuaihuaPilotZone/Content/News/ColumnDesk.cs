using System.Globalization;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.News;

/// <summary>What staff write of a column.</summary>
public sealed record ColumnDraft(string Name, string EnglishName, int? RhythmDays, int Position);

/// <summary>What holds for every column: asked by the forms, so that all faults show at once, and again by the desk.</summary>
public static partial class ColumnRules
{
    // the feeds and the desk have addresses of these names
    private static readonly string[] _reserved = ["all", "atom", "export", "feed", "feeds", "index", "new", "none", "resume", "retire"];

    /// <summary>Everything that stands against a draft; the fields are its properties.</summary>
    public static IReadOnlyList<Refusal> Problems(ColumnDraft draft)
    {
        var problems = new List<Refusal>();
        if (draft.Name.Length is 0 or > ColumnSetting.NameMaxLength) problems.Add(new Refusal(nameof(ColumnDraft.Name), $"名称为 1 到 {ColumnSetting.NameMaxLength} 个字。"));
        if (draft.EnglishName.Length > ColumnSetting.EnglishNameMaxLength || !Latin().IsMatch(draft.EnglishName))
            problems.Add(new Refusal(nameof(ColumnDraft.EnglishName), $"英文名称只用英文字母、数字和常用标点，最多 {ColumnSetting.EnglishNameMaxLength} 个字符。"));
        if (draft.RhythmDays is < 1 or > ColumnSetting.MostDays) problems.Add(new Refusal(nameof(ColumnDraft.RhythmDays), $"更新周期为 1 到 {ColumnSetting.MostDays} 天，不要求就不填。"));
        if (draft.Position is < 1 or > ColumnSetting.LastPosition) problems.Add(new Refusal(nameof(ColumnDraft.Position), $"顺序为 1 到 {ColumnSetting.LastPosition}。"));
        return problems;
    }

    /// <summary>What stands against a code for a new column; null where nothing does.</summary>
    public static Refusal? OfCode(string code) =>
        code.Length is < 2 or > ColumnSetting.CodeMaxLength || !Codes().IsMatch(code)
            ? new Refusal("Code", $"代码为 2 到 {ColumnSetting.CodeMaxLength} 个小写字母、数字和连字符，以字母开头。")
            : Array.Exists(_reserved, r => r == code) ? new Refusal("Code", $"{code} 是网址里已有的词，请换一个代码。") : null;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9 &'(),./:-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Latin();
}

/// <summary>Staff add columns, rename, order and retire them. A code is for ever: addresses, feeds and subscriptions hold it.</summary>
public sealed class ColumnDesk(PortalDbContext db, NewsColumns columns, PortalJournal journal, ChinaTime time)
{
    /// <summary>Most columns that are kept beside those that the portal brings along.</summary>
    public const int MostColumns = 40;

    private const string ChangedMeanwhile = "他人刚改过这个栏目。请核对后再保存。";

    /// <summary>Adds a column; the public sees it with its first published text.</summary>
    public async Task<Outcome> AddAsync(string code, ColumnKind kind, ColumnDraft draft, CancellationToken cancellation)
    {
        if (ColumnRules.OfCode(code) is { } wrong) return Outcome.Refused([wrong]);
        if (ColumnRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var all = await columns.FreshAsync(cancellation);
        if (all.Find(code) is { } same) return Outcome.Refused("Code", $"代码 {code} 已有栏目“{same.Name}”使用，请换一个。");
        if (AgainstNames(all, code, draft) is { IsDone: false } taken) return taken;
        if (all.All.Count >= MostColumns) return Outcome.Refused($"栏目最多 {MostColumns} 个。");
        db.ColumnSettings.Add(new ColumnSetting
        {
            Column = code,
            Name = draft.Name,
            EnglishName = draft.EnglishName,
            Kind = kind,
            RhythmDays = draft.RhythmDays,
            Position = draft.Position,
        });
        journal.Write(JournalSubjects.News, code, "news.column-added", draft.Name, [new FieldChange("文章种类", null, kind.Word()), .. Changes(null, draft)]);
        return await SaveAsync($"代码 {code} 刚被他人使用，请换一个。", cancellation);
    }

    /// <summary>Sets names, rhythm and place of a column.</summary>
    /// <param name="version">0 where nothing was set before.</param>
    public Task<Outcome> SetAsync(string code, int version, ColumnDraft draft, CancellationToken cancellation) =>
        ActAsync(code, version, (column, all) =>
        {
            if (ColumnRules.Problems(draft) is { Count: > 0 } problems) return Outcome.Refused(problems);
            if (AgainstNames(all, column.Code, draft) is { IsDone: false } taken) return taken;
            journal.Write(JournalSubjects.News, column.Code, "news.column-set", draft.Name, Changes(column, draft));
            return Outcome.Done;
        }, row => (row.Name, row.EnglishName, row.RhythmDays, row.Position) = (draft.Name, draft.EnglishName, draft.RhythmDays, draft.Position), cancellation);

    /// <summary>From now on nothing new comes into it and no menu names it; its texts, its address and its feed stay.</summary>
    public async Task<Outcome> RetireAsync(string code, int version, CancellationToken cancellation)
    {
        if (await ScheduledInAsync(code, cancellation) is > 0 and var scheduled) return Outcome.Refused($"还有 {scheduled} 条定时发布的内容要发到这个栏目。请先取消定时，或改到其他栏目。");
        return await ActAsync(code, version, (column, all) =>
        {
            if (column.IsRetired) return Outcome.Refused("这个栏目已经停用。");
            if (all.Open.Count() == 1) return Outcome.Refused("至少要有一个在用的栏目。");
            journal.Write(JournalSubjects.News, column.Code, "news.column-retired", column.Name);
            return Outcome.Done;
        }, row => row.RetiredAt = time.UtcNow, cancellation);
    }

    /// <summary>Takes texts again.</summary>
    public Task<Outcome> ResumeAsync(string code, int version, CancellationToken cancellation) =>
        ActAsync(code, version, (column, _) =>
        {
            if (!column.IsRetired) return Outcome.Refused("这个栏目没有停用。");
            journal.Write(JournalSubjects.News, column.Code, "news.column-resumed", column.Name);
            return Outcome.Done;
        }, row => row.RetiredAt = null, cancellation);

    /// <summary>Texts that would come into a column by themselves; a correction of what stands in it already does no harm.</summary>
    private Task<int> ScheduledInAsync(string code, CancellationToken cancellation)
    {
        var kept = $"\"{nameof(NewsDraft.Column)}\":\"{code}\"";
        return db.News.CountAsync(
            n => n.PublishAt != null && !(n.State == PublicationState.Published && n.Column == code)
                && ((n.Pending == null && n.Column == code) || (n.Pending != null && n.Pending.Contains(kept))), cancellation);
    }

    private async Task<Outcome> ActAsync(string code, int version, Func<ColumnInfo, ColumnList, Outcome> check, Action<ColumnSetting> change, CancellationToken cancellation)
    {
        var all = await columns.FreshAsync(cancellation);
        if (all.Find(code) is not { } column || column.Code != code) return Outcome.Refused("没有这个栏目。");
        if (check(column, all) is { IsDone: false } refused) return refused;
        var row = await db.ColumnSettings.SingleOrDefaultAsync(c => c.Column == code, cancellation);
        if (row is null)
        {
            row = new ColumnSetting { Column = code, RhythmDays = column.RhythmDays, Position = column.Position };
            db.ColumnSettings.Add(row);
        }
        else
        {
            db.Expect(row, version);
        }
        change(row);
        return await SaveAsync(ChangedMeanwhile, cancellation);
    }

    private async Task<Outcome> SaveAsync(string conflict, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(conflict);
        }
    }

    private static Outcome AgainstNames(ColumnList all, string code, ColumnDraft draft)
    {
        var others = all.All.Where(c => c.Code != code).ToList();
        if (others.Exists(c => c.Name == draft.Name)) return Outcome.Refused(nameof(ColumnDraft.Name), $"已有名为“{draft.Name}”的栏目。");
        return others.Exists(c => c.EnglishName.Equals(draft.EnglishName, StringComparison.OrdinalIgnoreCase))
            ? Outcome.Refused(nameof(ColumnDraft.EnglishName), $"已有英文名为 {draft.EnglishName} 的栏目。")
            : Outcome.Done;
    }

    private static IEnumerable<FieldChange> Changes(ColumnInfo? before, ColumnDraft after) =>
    [
        new("名称", before?.Name, after.Name),
        new("英文名称", before?.EnglishName, after.EnglishName),
        new("更新周期（天）", Text(before?.RhythmDays), Text(after.RhythmDays)),
        new("顺序", Text(before?.Position), Text(after.Position)),
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

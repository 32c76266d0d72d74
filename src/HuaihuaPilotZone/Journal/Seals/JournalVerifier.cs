using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.FilingReceipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>The first thing that is not as it was.</summary>
/// <param name="SealNumber">Block in which it was found; null for a receipt.</param>
/// <param name="LineId">Line at fault; null where the block itself is.</param>
/// <param name="Subject">Record that the line or receipt speaks of; empty for a block.</param>
/// <param name="What">What differs, Chinese.</param>
public sealed record JournalFault(int? SealNumber, long? LineId, string Subject, string What)
{
    /// <summary>One sentence, such as 第 3 块，记录 1204（declaration HH-20261128-000004）：说明与封存时不同。</summary>
    public string Words
    {
        get
        {
            var place = SealNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"第 {number} 块") : "回执";
            if (LineId is { } line) place += string.Create(CultureInfo.InvariantCulture, $"，记录 {line}");
            return Subject.Length == 0 ? $"{place}：{What}" : $"{place}（{Subject}）：{What}";
        }
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Waiting">Lines inside ranges of the last hours that are still to be sealed late.</param>
/// <param name="Head">Number and hash of the last block; worth noting down outside of this portal.</param>
public sealed record JournalVerdict(int Seals, long Lines, long Waiting, long Receipts, string? Head, JournalFault? Fault);

/// <summary>Goes along the whole chain and all receipts and stops at the first that is not as it was. Reads a few hundred lines at a time, however long the journal is.</summary>
public sealed class JournalVerifier(PortalDbContext db, ReceiptContents receipts, IOptions<JournalOptions> options, ChinaTime time)
{
    private const int LinesAtATime = 200;
    private const int SealsAtATime = 50;

    private static readonly string _none = new('0', JournalSeal.HashLength);

    /// <param name="onStep">Called after every block and every page of receipts, such as to keep a lease.</param>
    /// <param name="chainOnly">Leaves personal values and receipts aside: where the keys of encrypted columns are not at hand.</param>
    public async Task<JournalVerdict> VerifyAsync(Func<CancellationToken, Task> onStep, CancellationToken cancellation, bool chainOnly = false)
    {
        var walk = new Walk { LooksAtValues = !chainOnly };
        while (walk.Fault is null && await NextAsync(walk.Seals, cancellation) is { Count: > 0 } seals)
        {
            foreach (var seal in seals)
            {
                walk.Fault = Linked(seal, walk) ?? await ReadAsync(seal, walk, cancellation);
                if (walk.Fault is not null) break;
                walk.Pass(seal);
                await onStep(cancellation);
            }
        }

        if (walk.Fault is null && !chainOnly) await ReadReceiptsAsync(walk, onStep, cancellation);
        return new JournalVerdict(walk.Seals, walk.Lines, walk.Waiting, walk.Receipts, walk.Head, walk.Fault);
    }

    private Task<List<SealHead>> NextAsync(int after, CancellationToken cancellation) => db.JournalSeals.Where(s => s.Number > after).OrderBy(s => s.Number).Take(SealsAtATime)
        .Select(s => new SealHead(s.Number, s.Kind, s.AfterLineId, s.FirstLineId, s.LastLineId, s.LineCount, s.ContentHash, s.PreviousHash, s.Hash, s.SealedAt)).ToListAsync(cancellation);

    /// <summary>Whether a block follows the one before and says of itself what it said when it was made.</summary>
    private static JournalFault? Linked(SealHead seal, Walk walk)
    {
        if (seal.Number != walk.Seals + 1) return new JournalFault(walk.Seals + 1, null, "", "这一块封存记录不见了。");
        if (seal.Previous != walk.Hash) return new JournalFault(seal.Number, null, "", "与前一块的哈希接不上。");
        if (seal.Kind == JournalSealKind.Range && seal.After != walk.LastLine) return new JournalFault(seal.Number, null, "", "与前一块的记录编号接不上。");
        var hash = JournalCanon.HashOf(seal.Number, seal.Kind, seal.After, seal.First, seal.Last, seal.Count, seal.Content, seal.Previous, seal.SealedAt);
        return hash == seal.Hash ? null : new JournalFault(seal.Number, null, "", "封存记录本身被改动。");
    }

    /// <summary>Reads the lines of a block and compares them with what was sealed.</summary>
    private async Task<JournalFault?> ReadAsync(SealHead seal, Walk walk, CancellationToken cancellation)
    {
        using var digest = new JournalDigest();
        await foreach (var page in PagesAsync(seal, cancellation))
        {
            if (walk.LooksAtValues && await BlownAsync(seal, page, cancellation) is { } blown) return blown;
            foreach (var line in page) digest.Add(line);
        }

        if (digest.Count == seal.Count && digest.Finish() == seal.Content)
        {
            walk.Lines += seal.Count;
            return null;
        }

        return await NameAsync(seal, walk, cancellation);
    }

    /// <summary>Finds the first line of a block that is not what it was. Lines that were not there yet when the block was made wait for a block of their own for some hours.</summary>
    private async Task<JournalFault?> NameAsync(SealHead seal, Walk walk, CancellationToken cancellation)
    {
        var held = JournalMarks.Read(await db.JournalSeals.Where(s => s.Number == seal.Number).Select(s => s.Marks).SingleAsync(cancellation));
        var mayWait = seal.Kind == JournalSealKind.Range && seal.SealedAt >= time.UtcNow.AddHours(-options.Value.LateHours);
        using var digest = new JournalDigest();
        var seen = new HashSet<long>();
        await foreach (var page in PagesAsync(seal, cancellation))
        {
            foreach (var line in page)
            {
                if (!held.TryGetValue(line.Id, out var marks))
                {
                    if (!mayWait) return new JournalFault(seal.Number, line.Id, Subject(line), "封存以后才插入的记录。");
                    walk.Waiting++;
                    continue;
                }

                var parts = JournalMarks.Differences(marks, line);
                if (parts.Count > 0) return new JournalFault(seal.Number, line.Id, Subject(line), $"{string.Join('、', parts.Select(Word))}与封存时不同。");
                digest.Add(line);
                seen.Add(line.Id);
            }
        }

        if (held.Keys.Order().FirstOrDefault(id => !seen.Contains(id)) is > 0 and var gone) return new JournalFault(seal.Number, gone, "", "这条记录不见了。");
        if (digest.Finish() != seal.Content) return new JournalFault(seal.Number, null, "", "记录的内容与封存时不同，且逐条标记也被改动。");
        walk.Lines += seal.Count;
        return null;
    }

    private async IAsyncEnumerable<List<JournalLine>> PagesAsync(SealHead seal, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = seal.Kind == JournalSealKind.Late
            ? db.Journal.Where(l => db.LateLines.Any(n => n.JournalLineId == l.Id && n.SealNumber == seal.Number))
            : db.Journal.Where(l => l.Id > seal.After && l.Id <= seal.Last && !db.LateLines.Any(n => n.JournalLineId == l.Id));
        var reached = 0L;
        while (true)
        {
            var from = reached;
            var page = await lines.AsNoTracking().Where(l => l.Id > from).OrderBy(l => l.Id).Take(LinesAtATime)
                .Include(l => l.Changes).AsSplitQuery().ToListAsync(cancellation);
            yield return page;
            if (page.Count < LinesAtATime) yield break;
            reached = page[^1].Id;
        }
    }

    /// <summary>Whether a personal value that is still kept is not the one whose hash was sealed. What was blanked is gone rightly.</summary>
    private async Task<JournalFault?> BlownAsync(SealHead seal, List<JournalLine> page, CancellationToken cancellation)
    {
        long[] ids = [.. page.SelectMany(l => l.Changes).Where(c => c.Salt is not null).Select(c => c.Id)];
        if (ids.Length == 0) return null;
        var values = await ReadableAsync(ids, cancellation);
        foreach (var line in page)
        {
            foreach (var change in line.Changes.Where(c => c.Salt is not null).OrderBy(c => c.Id))
            {
                var what = values is not null ? Blown(change, values.GetValueOrDefault(change.Id))
                    : await ReadableAsync([change.Id], cancellation) is { } one ? Blown(change, one.GetValueOrDefault(change.Id)) : "无法解密";
                if (what is not null) return new JournalFault(seal.Number, line.Id, Subject(line), $"“{change.Field}”的个人信息的值{what}。");
            }
        }

        return null;
    }

    /// <summary>Personal values by their change; null where one of them is no longer what was encrypted.</summary>
    private async Task<Dictionary<long, JournalPersonalValue>?> ReadableAsync(long[] ids, CancellationToken cancellation)
    {
        try
        {
            return await db.Set<JournalPersonalValue>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.JournalChangeId)).ToDictionaryAsync(p => p.JournalChangeId, cancellation);
        }
        catch (Exception e) when (e.GetBaseException() is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static string? Blown(JournalChange change, JournalPersonalValue? values)
    {
        if (values is null) return "不见了";
        if (values.BlankedAt is not null) return null;
        return Fits(values.OldValue, change.OldHash, change.Salt!) && Fits(values.NewValue, change.NewHash, change.Salt!) ? null : "与封存时不同";
    }

    // a value at the limit of its column was cut, so its hash is that of a longer text
    private static bool Fits(string? value, string? hash, string salt) =>
        value is null ? hash is null : value.Length >= JournalChange.ValueMaxLength || PortalJournal.Matches(hash, salt, value);

    private async Task ReadReceiptsAsync(Walk walk, Func<CancellationToken, Task> onStep, CancellationToken cancellation)
    {
        var reached = 0;
        while (walk.Fault is null && await receipts.NextAsync(reached, cancellation) is { Count: > 0 } page)
        {
            foreach (var receipt in page)
            {
                if (receipt.State == ReceiptState.Changed)
                {
                    walk.Fault = new JournalFault(null, null, receipt.Receipt.Number, "内容或哈希与出具回执时不同。");
                    break;
                }

                walk.Receipts++;
            }

            reached = page[^1].Receipt.Id;
            await onStep(cancellation);
        }
    }

    private static string Subject(JournalLine line) => $"{line.Subject} {line.SubjectKey}";

    private static string Word(JournalPart part) => part switch
    {
        JournalPart.Time => "时间",
        JournalPart.Person => "操作人",
        JournalPart.Subject => "对象",
        JournalPart.Act => "行为",
        JournalPart.Note => "说明",
        JournalPart.Changes => "变更明细",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>How far the verification is.</summary>
    private sealed class Walk
    {
        public bool LooksAtValues { get; init; }

        public int Seals { get; private set; }

        public long LastLine { get; private set; }

        public string Hash { get; private set; } = _none;

        public long Lines { get; set; }

        public long Waiting { get; set; }

        public long Receipts { get; set; }

        public JournalFault? Fault { get; set; }

        public string? Head => Seals == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Seals} {Hash}");

        public void Pass(SealHead seal)
        {
            (Seals, Hash) = (seal.Number, seal.Hash);
            if (seal.Kind == JournalSealKind.Range) LastLine = seal.Last;
        }
    }

    private sealed record SealHead(
        int Number, JournalSealKind Kind, long After, long First, long Last, int Count, string Content, string Previous, string Hash, DateTime SealedAt);
}

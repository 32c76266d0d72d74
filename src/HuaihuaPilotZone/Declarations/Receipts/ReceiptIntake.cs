using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Receipts;

/// <summary>What became of one receipt of a file.</summary>
/// <param name="Number">The document it belongs to; null while there is none.</param>
/// <param name="IsNew">False when it had been handed in before.</param>
/// <param name="Moved">Whether it moved the customs state.</param>
public sealed record TakenReceipt(string Message, string Status, string Text, string Next, DateTimeOffset? Time, DeclarationNumber? Number, bool IsNew, bool Moved);

/// <summary>What became of a file of receipts.</summary>
/// <param name="Problems">What is wrong with the file; receipts before a fault are kept.</param>
public sealed record TakenFile(IReadOnlyList<TakenReceipt> Receipts, IReadOnlyList<MessageProblem> Problems)
{
    /// <summary>What to tell the person who handed it in.</summary>
    public string Say()
    {
        var known = Receipts.Count(r => !r.IsNew);
        var waiting = Receipts.Count(r => r is { IsNew: true, Number: null });
        var parts = new List<string> { $"收下 {Receipts.Count - known} 份回执。" };
        if (known > 0) parts.Add($"{known} 份以前交过，没有重复记录。");
        if (waiting > 0) parts.Add($"{waiting} 份暂时没有对应的预申报，已保留，对应单证提交后自动归入。");
        if (Problems.Count > 0) parts.Add($"文件还有 {Problems.Count} 处问题，第一处在第 {Problems[0].Line} 行：{Problems[0].Reason}");
        return string.Concat(parts);
    }
}

/// <summary>Takes in receipts that an enterprise hands in as files. The portal has no line to customs: it knows what it is handed.</summary>
public sealed class ReceiptIntake(PortalDbContext db, ReceiptMatching matching, Actor actor, ChinaTime time)
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Keeps every receipt of a file once. Each is an act of its own, so that one that two people hand in at a time is kept by one of them.</summary>
    public async Task<Outcome<TakenFile>> TakeAsync(int enterpriseId, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        if (file.Length > MostBytes) return Outcome.Refused("File", "回执文件最大 5 MB。");
        using var content = new MemoryStream(file.ToArray(), writable: false);
        var read = ReceiptFile.Read(content, MessageReadingOptions.Default with { MostBytes = MostBytes, Today = time.Today });
        if (read.Receipts.Count == 0) return Refuse(read);
        var taken = new List<TakenReceipt>();
        foreach (var receipt in read.Receipts) taken.Add(await TakeAsync(enterpriseId, receipt, cancellation));
        return new TakenFile(taken, read.Problems);
    }

    private static Outcome Refuse(ReceiptFile read) =>
        read.Message is { IsSent: true } sent ? Outcome.Refused("File", $"这是{sent.Title}报文，不是回执。")
        : read.Problems.Count > 0 ? Outcome.Refused([.. read.Problems.Take(20).Select(p => new Refusal("File", p.Line > 0 ? $"第 {p.Line} 行第 {p.Column} 列：{p.Reason}" : p.Reason))])
        : Outcome.Refused("File", "文件里没有回执。");

    private async Task<TakenReceipt> TakeAsync(int enterpriseId, Receipt receipt, CancellationToken cancellation)
    {
        try
        {
            return await KeepAsync(enterpriseId, receipt, cancellation);
        }
        catch (DbUpdateException)
        {
            // somebody else has just kept the same one; anything else comes back from there
            return await KeepAsync(enterpriseId, receipt, cancellation);
        }
    }

    private async Task<TakenReceipt> KeepAsync(int enterpriseId, Receipt receipt, CancellationToken cancellation)
    {
        var outcome = await db.InTransactionAsync<TakenReceipt>(
            async token =>
            {
                var known = await db.CustomsReceipts.AsNoTracking().Include(r => r.Declaration)
                    .SingleOrDefaultAsync(r => r.EnterpriseId == enterpriseId && r.Identity == receipt.Identity, token);
                if (known is not null) return Describe(receipt, known.Declaration?.Number, isNew: false, moved: false);
                var kept = RowOf(enterpriseId, receipt);
                db.CustomsReceipts.Add(kept);
                var declaration = await matching.FindAsync(kept, token);
                var moved = declaration is not null && await matching.JoinAsync(kept, declaration, token);
                if (declaration is not null) await matching.TellAsync(declaration, [kept], token);
                await db.SaveChangesAsync(token);
                return Describe(receipt, declaration?.Number, isNew: true, moved);
            },
            cancellation);
        return outcome.Value;
    }

    private CustomsReceipt RowOf(int enterpriseId, Receipt receipt)
    {
        var numbers = ReceiptNumbers.Of(receipt);
        var values = receipt.Head.Block.Elements.Where(e => receipt.Head[e.Name] is not null).ToDictionary(e => e.Name, e => receipt.Head[e.Name]!, StringComparer.Ordinal);
        return new CustomsReceipt
        {
            EnterpriseId = enterpriseId,
            Identity = receipt.Identity,
            Message = receipt.Message.Name,
            Values = JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => IdentityNumbers.HideWithinCell(v.Value), StringComparer.Ordinal)),
            StatusText = Texts.Cut(IdentityNumbers.HideWithin(receipt.StatusText), CustomsReceipt.StatusMaxLength),
            Time = receipt.Time?.UtcDateTime,
            CopNo = numbers.CopNo,
            PreNo = numbers.PreNo,
            PlatformCode = numbers.PlatformCode,
            OrderNo = numbers.OrderNo,
            CarrierCode = numbers.CarrierCode,
            WaybillNo = numbers.WaybillNo,
            ReceivedAt = time.UtcNow,
            ReceivedBy = actor.Name,
        };
    }

    private static TakenReceipt Describe(Receipt receipt, DeclarationNumber? number, bool isNew, bool moved) =>
        new(receipt.Message.Name, receipt.StatusText, receipt.Meaning.Text, receipt.Meaning.Next, receipt.Time, number, isNew, moved);
}

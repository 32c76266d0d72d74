using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.WorkingDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Letters;

/// <summary>What somebody writes.</summary>
/// <param name="Writer">Null only for an anonymous report.</param>
public sealed record LetterRequest(LetterKind Kind, string Title, string Body, LetterWriter? Writer, bool WantsPublication, PrivacyConsent Consent);

/// <summary>What the writer is told once.</summary>
/// <param name="CheckCode">Of the public receipt, see <see cref="FilingReceipt"/>.</param>
public sealed record LetterReceipt(string Number, string Code, string CheckCode)
{
    public string ReceiptNumber => ReceiptGiver.Once(Number);
}

/// <summary>What the writer sees of their letter.</summary>
/// <param name="Due">By when it is to be answered.</param>
public sealed record LetterStatus(string Number, LetterKind Kind, string Title, DateTime ReceivedAt, LetterState State, WorkingDeadline Due, string? Reply, DateTime? RepliedAt, int? Rating);

/// <summary>The public's side: a letter comes in without a sign-in, and its writer follows it with number and query code.</summary>
public sealed class LetterBox(
    PortalDbContext db, NumberGiver numbers, FileCabinet cabinet, PersonalColumn personal, WorkingCalendarSource calendars, IOptions<LetterOptions> options,
    ReceiptGiver receipts, PortalJournal journal, Outbox outbox, ChinaTime time)
{
    public const int BestRating = 5;

    private const string Unknown = "编号或查询码不对，请对照提交时显示的内容。";

    /// <summary>Takes a letter in and tells those who hand letters out.</summary>
    public async Task<Outcome<LetterReceipt>> SubmitAsync(LetterRequest request, IReadOnlyList<KeptFile> files, CancellationToken cancellation)
    {
        if (Problems(request, files) is { Count: > 0 } problems) return Outcome.Refused(problems);
        var series = string.Create(CultureInfo.InvariantCulture, $"XJ-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<LetterReceipt>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                var code = QueryCode.New();
                var letter = Make(request, files, number, code);
                db.Letters.Add(letter);
                journal.Write(JournalSubjects.Letter, number, "letter.received", request.Kind.Word());
                var receipt = receipts.GiveFor(letter);
                await outbox.NotifyAsync(
                    Audience.Staff(StaffRoles.ParkAdministrator), new NoticeDraft(MessageKind.LetterWaiting, $"新来信 {number}", $"收到一封{request.Kind.Word()}（{number}），等待受理。", $"/park/letters/{number}"), token);
                await db.SaveChangesAsync(token);
                return new LetterReceipt(number, code, receipt.CheckCode);
            },
            cancellation);
    }

    /// <summary>What became of a letter; null when number and code do not belong together.</summary>
    public async Task<LetterStatus?> LookAsync(string number, string code, CancellationToken cancellation)
    {
        if (await FindAsync(number, code, cancellation) is not { } letter) return null;
        var calendar = await calendars.ReadAsync(cancellation);
        return new LetterStatus(
            letter.Number, letter.Kind, letter.Title, letter.ReceivedAt, letter.State, calendar.Due(DeadlineRules.Letter(letter.LimitDays), ChinaTime.DayOf(letter.ReceivedAt)), letter.Reply, letter.RepliedAt, letter.Rating);
    }

    /// <summary>The writer says how content they are; the first word counts, also of two at once.</summary>
    public async Task<Outcome> RateAsync(string number, string code, int rating, CancellationToken cancellation)
    {
        if (await FindAsync(number, code, cancellation) is not { } letter) return Outcome.Refused("Code", Unknown);
        if (rating is < 1 or > BestRating) return Outcome.Refused("Rating", $"请选择 1 到 {BestRating} 分。");
        if (letter.State != LetterState.Answered) return Outcome.Refused("Rating", "答复以后才能评价。");
        return await db.InTransactionAsync(
            async token =>
            {
                var rated = await db.Letters.Where(l => l.Id == letter.Id && l.Rating == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.Rating, rating).SetProperty(l => l.Version, l => l.Version + 1), token);
                if (rated == 0) return Outcome.Refused("Rating", "这封来信已经评价过，评价不能更改。");
                db.PublicHasChanged(PublicTopic.Letters);
                await db.SaveChangesAsync(token);
                return Outcome.Done;
            },
            cancellation);
    }

    private async Task<Letter?> FindAsync(string number, string code, CancellationToken cancellation)
    {
        var wanted = number.Trim().ToUpperInvariant();
        var letter = await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Number == wanted, cancellation);
        return letter is not null && QueryCode.Fits(letter.Number, code, letter.CodeHash) ? letter : null;
    }

    private static List<Refusal> Problems(LetterRequest request, IReadOnlyList<KeptFile> files)
    {
        var problems = new List<Refusal>();
        if (PrivacyNotice.Check(request.Consent) is { } consent) problems.Add(consent);
        if (request.Writer is null && request.Kind != LetterKind.Report) problems.Add(new Refusal("IsAnonymous", "只有举报可以匿名。"));
        if (request.Writer is { Phone: null, Email: null }) problems.Add(new Refusal("Phone", "电话和邮箱至少填写一个。"));
        if (files.Count > Letter.MostFiles) problems.Add(new Refusal(FileCabinet.Field, $"最多附 {Letter.MostFiles} 个文件。"));
        return problems;
    }

    private Letter Make(LetterRequest request, IReadOnlyList<KeptFile> files, string number, string code) => new()
    {
        Number = number,
        CodeHash = QueryCode.Hash(number, code),
        Kind = request.Kind,
        Title = request.Title,
        Body = request.Body,
        ProtectedWriter = request.Writer is null ? null : personal.Protect(request.Writer),
        WantsPublication = request.WantsPublication && request.Kind != LetterKind.Report,
        PrivacyNoticeVersion = PrivacyNotice.Version,
        ReceivedAt = time.UtcNow,
        LimitDays = options.Value.LimitOf(request.Kind),
        Files = [.. files.Select(f => new LetterFile { File = cabinet.Record(f, null) })],
    };
}

using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using HuaihuaPilotZone.Parks;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Applications;

/// <summary>What an applicant types.</summary>
public sealed record EntryRequest
{
    public string Name { get; init; } = "";

    public string? EnglishName { get; init; }

    public string CreditCode { get; init; } = "";

    public string? CreditCodeNote { get; init; }

    public EnterpriseType Type { get; init; }

    public int? ParkAreaId { get; init; }

    /// <summary>The vacant unit they ask for.</summary>
    public int? UnitId { get; init; }

    public string? Address { get; init; }

    public string? Website { get; init; }

    public string Intent { get; init; } = "";

    public string ContactName { get; init; } = "";

    public string? ContactPosition { get; init; }

    public string ContactPhone { get; init; } = "";

    public string ContactEmail { get; init; } = "";

    public PrivacyConsent Consent { get; init; } = new(false, null);
}

/// <summary>What an applicant is told.</summary>
/// <param name="CheckCode">Of the public receipt, see <see cref="FilingReceipt"/>.</param>
public sealed record EntryReceipt(string Number, string CheckCode);

/// <summary>Takes applications for entry from the public.</summary>
public sealed class EntryApplicationService(
    PortalDbContext db, EnterpriseService enterprises, EnterpriseRoster roster, ParkDirectory parks, NumberGiver numbers, ReceiptGiver receipts, PortalJournal journal, ChinaTime time)
{
    private const string AlreadyOpen = "这个信用代码已有一份申请在处理中，我们会尽快联系您，不用重复提交。";

    /// <summary>Park areas to choose from.</summary>
    public Task<RosterChoices> ChoicesAsync(CancellationToken cancellation) => roster.ChoicesAsync(cancellation);

    /// <summary>Units that can be asked for.</summary>
    /// <param name="chosenId">The unit that was chosen before.</param>
    public Task<VacantChoice> UnitsAsync(int? chosenId, CancellationToken cancellation) => parks.VacantAsync(chosenId, cancellation);

    /// <summary>Stores an application.</summary>
    public async Task<Outcome<EntryReceipt>> SubmitAsync(EntryRequest request, CancellationToken cancellation)
    {
        var code = CreditCodes.Normalize(request.CreditCode);
        if (await RefuseAsync(request, code, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var series = string.Create(CultureInfo.InvariantCulture, $"RZ-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        try
        {
            return await db.InTransactionAsync<EntryReceipt>(
                async token =>
                {
                    var sequence = await numbers.NextAsync(series, token);
                    var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}");
                    var application = Make(request, code, number);
                    db.EntryApplications.Add(application);
                    journal.Write(JournalSubjects.Application, number, EnterpriseActs.Applied);
                    var receipt = receipts.GiveFor(application);
                    await db.SaveChangesAsync(token);
                    return new EntryReceipt(number, receipt.CheckCode);
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // the unique index of open applications: the same code was sent twice at once
            db.ChangeTracker.Clear();
            if (!await IsOpenAsync(code, cancellation)) throw;
            return Outcome.Refused("CreditCode", AlreadyOpen);
        }
    }

    /// <summary>Whether there is an application of that number; the receipt page says no more than this.</summary>
    public Task<bool> ExistsAsync(string number, CancellationToken cancellation) => db.EntryApplications.AnyAsync(a => a.Number == number, cancellation);

    private async Task<List<Refusal>> RefuseAsync(EntryRequest request, string code, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (CreditCodes.Problem(code, request.CreditCodeNote) is { } problem) refusals.Add(new Refusal("CreditCode", problem));
        else if (await IsOpenAsync(code, cancellation)) refusals.Add(new Refusal("CreditCode", AlreadyOpen));
        else if (await enterprises.FindTakenAsync(code, null, cancellation) is not null) refusals.Add(new Refusal("CreditCode", "这家企业已经入驻。需要账号的，请联系园区管理员发送邀请。"));
        if (!Websites.IsGood(request.Website)) refusals.Add(new Refusal("Website", Websites.Problem));
        if (request.ParkAreaId is { } area && !await db.Set<ParkArea>().AnyAsync(a => a.Id == area, cancellation)) refusals.Add(new Refusal("ParkAreaId", "没有这个片区，请重新选择。"));
        if (request.UnitId is { } unit && !await parks.IsVacantAsync(unit, cancellation)) refusals.Add(new Refusal("UnitId", "这个单元刚刚租出或不再出租，请另选一个。"));
        if (PrivacyNotice.Check(request.Consent) is { } consent) refusals.Add(consent);
        return refusals;
    }

    private Task<bool> IsOpenAsync(string code, CancellationToken cancellation) =>
        db.EntryApplications.AnyAsync(a => a.CreditCode == code && a.State == ApplicationState.Submitted, cancellation);

    private EntryApplication Make(EntryRequest request, string code, string number) => new()
    {
        Number = number,
        Name = request.Name.Trim(),
        EnglishName = Texts.Tidy(request.EnglishName),
        CreditCode = code,
        CreditCodeNote = CreditCodes.NoteFor(code, request.CreditCodeNote),
        Type = request.Type,
        ParkAreaId = request.ParkAreaId,
        UnitId = request.UnitId,
        Address = Texts.Tidy(request.Address),
        Website = Texts.Tidy(request.Website),
        Intent = request.Intent.Trim(),
        ContactName = request.ContactName.Trim(),
        ContactPosition = Texts.Tidy(request.ContactPosition),
        ContactPhone = request.ContactPhone.Trim(),
        ContactEmail = request.ContactEmail.Trim(),
        PrivacyNoticeVersion = PrivacyNotice.Version,
        PrivacyNoticeAcceptedAt = time.UtcNow,
        SubmittedAt = time.UtcNow,
    };
}

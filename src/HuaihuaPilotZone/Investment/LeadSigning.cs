using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment;

/// <summary>What staff enter when a company signs.</summary>
/// <param name="On">Civil day of the signing.</param>
/// <param name="ExistingId">The enterprise of that code that the roster has already, when it is meant; null makes a record.</param>
public sealed record SigningData(string CreditCode, string? CreditCodeNote, EnterpriseType Type, int? ParkAreaId, DateOnly On, int? ExistingId);

/// <summary>An enterprise that the roster has under a code.</summary>
public sealed record SigningMatch(int Id, string Name, EnterpriseStage Stage);

/// <summary>Makes a signed lead an enterprise of the roster, by the roster's own acts and checks: all or nothing, never a second record for one code.</summary>
public sealed class LeadSigning(PortalDbContext db, LeadDesk leads, EnterpriseService enterprises, PortalJournal journal)
{
    /// <summary>The enterprise that the roster has under a code; null for none.</summary>
    public Task<SigningMatch?> FindMatchAsync(string? creditCode, CancellationToken cancellation)
    {
        var code = CreditCodes.Normalize(creditCode);
        return db.Enterprises.Where(e => e.CreditCode == code).Select(e => new SigningMatch(e.Id, e.Name, e.Stage)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Signs a lead.</summary>
    /// <param name="version">The lead's version that the form showed.</param>
    /// <returns>The id of the enterprise.</returns>
    public async Task<Outcome<int>> SignAsync(string number, int version, SigningData data, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => SignWithinAsync(number, version, data, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(LeadDesk.Stale);
        }
    }

    private async Task<Outcome<int>> SignWithinAsync(string number, int version, SigningData data, CancellationToken cancellation)
    {
        if (await db.Leads.AsNoTracking().SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } before) return LeadDesk.Gone();
        if (leads.RefuseStep(before, LeadStage.Signed, data.On, "", "On") is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var entered = data.ExistingId is { } existing ? await JoinAsync(existing, number, data, cancellation) : await EnterAsync(before, data, cancellation);
        if (!entered.IsDone) return entered;
        var lead = await db.Leads.SingleAsync(l => l.Number == number, cancellation);
        db.Expect(lead, version);
        leads.Move(lead, LeadStage.Signed, data.On, "签约入名录");
        lead.EnterpriseId = entered.Value;
        var key = entered.Value.ToString(CultureInfo.InvariantCulture);
        journal.Write(JournalSubjects.Lead, number, InvestmentActs.LeadSigned, LeadDesk.Day(data.On), [new FieldChange("阶段", before.Stage.Word(), LeadStage.Signed.Word())]);
        journal.Write(JournalSubjects.Enterprise, key, InvestmentActs.EnterpriseSigned, number);
        await db.SaveChangesAsync(cancellation);
        return entered.Value;
    }

    /// <summary>A new record with the lead's contact.</summary>
    private async Task<Outcome<int>> EnterAsync(Lead lead, SigningData data, CancellationToken cancellation)
    {
        var entry = new EnterpriseData
        {
            Name = lead.Company,
            CreditCode = data.CreditCode,
            CreditCodeNote = data.CreditCodeNote,
            Type = data.Type,
            ParkAreaId = data.ParkAreaId,
            TagIds = lead.IndustryTagId is { } tag ? [tag] : [],
        };
        var made = await enterprises.CreateAsync(entry, EnterpriseStage.Signed, data.On, cancellation);
        if (!made.IsDone) return Renamed(made.Refusals);
        if (lead.ContactName is not { } name) return made;
        var version = await db.Enterprises.Where(e => e.Id == made.Value).Select(e => e.Version).SingleAsync(cancellation);
        var told = await enterprises.UpdateContactsAsync(made.Value, version, [new ContactData(null, name, lead.ContactPosition, lead.ContactPhone, lead.ContactEmail)], cancellation);
        return told.IsDone ? made : Renamed(told.Outcome.Refusals);
    }

    /// <summary>The record that the roster has already; an intention becomes a signed one.</summary>
    private async Task<Outcome<int>> JoinAsync(int id, string number, SigningData data, CancellationToken cancellation)
    {
        var code = CreditCodes.Normalize(data.CreditCode);
        var present = await db.Enterprises.Where(e => e.Id == id && e.CreditCode == code).Select(e => new { e.Name, e.Stage, e.Version }).SingleOrDefaultAsync(cancellation);
        if (present is null) return Outcome.Refused("CreditCode", "名录里这家企业的信用代码已不同，请核对后再签约。");
        if (present.Stage == EnterpriseStage.Left) return Outcome.Refused("CreditCode", $"{present.Name}已退出园区，请先在名录里恢复它的阶段。");
        if (present.Stage != EnterpriseStage.Interested) return id;
        var moved = await enterprises.ChangeStageAsync(id, present.Version, EnterpriseStage.Signed, data.On, $"招商线索 {number} 签约", cancellation);
        if (moved.Conflict is not null) return Outcome.Refused(LeadDesk.Stale);
        return moved.IsDone ? id : Renamed(moved.Outcome.Refusals);
    }

    // the fields of the roster's form, at those of this one
    private static Outcome Renamed(IReadOnlyList<Refusal> refusals) => Outcome.Refused([.. refusals.Select(r => r with { Field = r.Field switch { "StageOn" => "On", "Name" or "To" => "", _ => r.Field } })]);
}

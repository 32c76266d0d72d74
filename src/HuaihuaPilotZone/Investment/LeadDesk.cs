using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Investment;

/// <summary>What staff write about a company.</summary>
/// <param name="WantedArea">Square metres, at most two decimals.</param>
public sealed record LeadData(
    string Company, ContactData Contact, int? IndustryTagId, decimal? WantedArea, LeadSource Source, string? SourceNote, int? OpportunityId, int? ChainNodeId, int? OwnerId,
    string? NextStep, DateOnly? NextStepOn, string? Remark);

/// <summary>What staff write about a visit. What is to be done next replaces what was to be done before.</summary>
public sealed record VisitData(DateOnly VisitedOn, string? Participants, string Text, string? NextStep, DateOnly? NextStepOn);

/// <summary>Keeps the leads: their records, visits and stages.</summary>
public sealed class LeadDesk(PortalDbContext db, NumberGiver numbers, PortalJournal journal, Actor actor, ChinaTime time)
{
    internal const string Stale = "您打开之后，他人已修改这条线索。请核对最新内容后再操作。";

    /// <returns>The number of the new lead.</returns>
    public async Task<Outcome<string>> AddAsync(LeadData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (data.Contact.HasMask) return Outcome.Refused(nameof(Lead.ContactName), Masks.Typed);
        var series = string.Create(CultureInfo.InvariantCulture, $"ZS-{time.Today:yyyyMMdd}");
        await numbers.EnsureAsync(series, cancellation);
        return await db.InTransactionAsync<string>(
            async token =>
            {
                var sequence = await numbers.NextAsync(series, token);
                var lead = new Lead
                {
                    Number = string.Create(CultureInfo.InvariantCulture, $"{series}-{sequence:D4}"),
                    Company = data.Company,
                    Source = data.Source,
                    Stage = LeadStage.Found,
                    StageSince = time.Today,
                    CreatedAt = time.UtcNow,
                };
                Write(lead, data);
                lead.Steps.Add(Step(null, LeadStage.Found, time.Today, "登记线索"));
                db.Leads.Add(lead);
                journal.Write(JournalSubjects.Lead, lead.Number, InvestmentActs.LeadAdded, changes: (await FieldsAsync(lead, token)).Select(f => new FieldChange(f.Label, null, f.Value)).Concat(Persons(null, lead)));
                await db.SaveChangesAsync(token);
                return lead.Number;
            },
            cancellation);
    }

    /// <summary>Saves an edited lead. The second of two people is told what the first one wrote.</summary>
    /// <param name="version">The version that the form showed.</param>
    public async Task<Outcome> UpdateAsync(string number, int version, LeadData data, CancellationToken cancellation)
    {
        if (await RefuseAsync(data, cancellation) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (await db.Leads.SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } lead) return Gone();
        var (before, person) = (await FieldsAsync(lead, cancellation), ContactOf(lead));
        data = data with { Contact = data.Contact.MeantFor(person) };
        // the mask of a value that somebody else has changed meanwhile is answered as a conflict below
        if (data.Contact.HasMask && lead.Version == version) return Outcome.Refused(nameof(Lead.ContactName), Masks.Typed);
        db.Expect(lead, version);
        Write(lead, data);
        var typed = await FieldsAsync(lead, cancellation);
        journal.Write(JournalSubjects.Lead, number, InvestmentActs.LeadChanged, changes: Edits.Changes(before, typed).Concat(Persons(person, lead)));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Edits.Conflict(await FieldsAsync(await db.Leads.AsNoTracking().SingleAsync(l => l.Number == number, cancellation), cancellation), typed);
        }
    }

    /// <summary>Takes a lead from its stage to another one; signing has a way of its own (<see cref="LeadSigning"/>).</summary>
    /// <param name="version">The version that the form showed.</param>
    /// <param name="on">Civil day on which the new stage began.</param>
    public Task<Outcome> MoveAsync(string number, int version, LeadStage to, DateOnly on, string reason, CancellationToken cancellation) => ChangeAsync(number, version, lead =>
    {
        if (to == LeadStage.Signed) return Outcome.Refused("To", "签约的，请用“签约入名录”，同时建立企业档案。");
        if (RefuseStep(lead, to, on, "To", "StageOn") is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        Move(lead, to, on, reason);
        journal.Write(JournalSubjects.Lead, number, InvestmentActs.LeadMoved, reason, [new FieldChange("阶段", lead.Steps[^1].From?.Word(), to.Word()), new FieldChange("阶段开始日期", null, Day(on))]);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Writes a visit down, with what is to be done next.</summary>
    /// <param name="version">The version that the form showed.</param>
    public Task<Outcome> VisitAsync(string number, int version, VisitData data, CancellationToken cancellation) => ChangeAsync(number, version, lead =>
    {
        if (lead.Stage == LeadStage.Lost) return Outcome.Refused("这条线索已流失，重新接洽后再登记走访。");
        if (data.VisitedOn > time.Today) return Outcome.Refused(nameof(data.VisitedOn), "走访日期不能晚于今天；以后的安排写在“下一步”里。");
        if (Step(data.NextStep, data.NextStepOn, data.VisitedOn) is { } refusal) return Outcome.Refused([refusal]);
        lead.Visits.Add(new LeadVisit
        {
            On = data.VisitedOn,
            Participants = data.Participants,
            Text = data.Text,
            NextStep = data.NextStep,
            NextStepOn = data.NextStepOn,
            RecordedAt = time.UtcNow,
            RecordedBy = actor.Name,
        });
        var before = Next(lead);
        (lead.NextStep, lead.NextStepOn) = (data.NextStep, data.NextStepOn);
        if (lead.LastVisitOn is null || lead.LastVisitOn < data.VisitedOn) lead.LastVisitOn = data.VisitedOn;
        // also when nothing of the lead itself changes: the visit has to count its version up
        db.Entry(lead).Property(l => l.LastVisitOn).IsModified = true;
        journal.Write(JournalSubjects.Lead, number, InvestmentActs.LeadVisited, Day(data.VisitedOn), [new FieldChange("下一步", before, Next(lead))]);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Erases the persons of a lead that is over: the contact, who took part in visits, and both in the history.</summary>
    public async Task<Outcome> ErasePersonsAsync(string number, string reason, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(token => EraseAsync(number, reason, token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    /// <summary>Everything that stands against a step.</summary>
    /// <param name="field">The form's field of the stage.</param>
    /// <param name="dayField">The form's field of the day.</param>
    internal List<Refusal> RefuseStep(Lead lead, LeadStage to, DateOnly on, string field, string dayField)
    {
        var refusals = new List<Refusal>();
        if (!LeadStages.After(lead.Stage).Contains(to)) refusals.Add(new Refusal(field, $"“{lead.Stage.Word()}”之后不能直接转为“{to.Word()}”。"));
        if (on < lead.StageSince) refusals.Add(new Refusal(dayField, $"日期不能早于现阶段的开始日期 {Day(lead.StageSince)}。"));
        if (on > time.Today) refusals.Add(new Refusal(dayField, "日期不能晚于今天。"));
        return refusals;
    }

    /// <summary>Takes the step, without saving.</summary>
    internal void Move(Lead lead, LeadStage to, DateOnly on, string reason)
    {
        lead.Steps.Add(Step(lead.Stage, to, on, reason));
        (lead.Stage, lead.StageSince) = (to, on);
        if (!LeadStages.Open.Contains(to)) (lead.NextStep, lead.NextStepOn) = (null, null);
    }

    private async Task<Outcome> EraseAsync(string number, string reason, CancellationToken cancellation)
    {
        if (await db.Leads.Include(l => l.Visits).SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } lead) return Gone();
        if (LeadStages.Open.Contains(lead.Stage)) return Outcome.Refused("还在洽谈的线索需要联系人；流失或签约后可以清除。");
        (lead.ContactName, lead.ContactPosition, lead.ContactPhone, lead.ContactEmail) = (null, null, null, null);
        foreach (var visit in lead.Visits) visit.Participants = null;
        await journal.BlankPersonalAsync(JournalSubjects.Lead, number, cancellation);
        journal.Write(JournalSubjects.Lead, number, InvestmentActs.LeadErased, reason);
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    private async Task<Outcome> ChangeAsync(string number, int version, Func<Lead, Outcome> change, CancellationToken cancellation)
    {
        if (await db.Leads.SingleOrDefaultAsync(l => l.Number == number, cancellation) is not { } lead) return Gone();
        db.Expect(lead, version);
        if (change(lead) is { IsDone: false } refused)
        {
            db.ChangeTracker.Clear();
            return refused;
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(Stale);
        }
    }

    private async Task<List<Refusal>> RefuseAsync(LeadData data, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (data.WantedArea is <= 0 or > Lead.LargestArea) refusals.Add(new Refusal(nameof(data.WantedArea), "需要的面积应大于 0，不超过 100 万平方米。"));
        else if (data.WantedArea is { } area && decimal.Round(area, 2) != area) refusals.Add(new Refusal(nameof(data.WantedArea), "需要的面积最多两位小数。"));
        if (Step(data.NextStep, data.NextStepOn, null) is { } step) refusals.Add(step);
        if (data.OwnerId is { } owner && !await db.LeadOwners().AnyAsync(u => u.Id == owner, cancellation)) refusals.Add(new Refusal(nameof(data.OwnerId), "负责人须是在用的园区管理员，请重新选择。"));
        if (data.IndustryTagId is { } tag && !await db.Set<IndustryTag>().AnyAsync(t => t.Id == tag, cancellation)) refusals.Add(new Refusal(nameof(data.IndustryTagId), "没有这个行业，请重新选择。"));
        if (data.OpportunityId is { } opportunity && !await db.Opportunities.AnyAsync(o => o.Id == opportunity, cancellation)) refusals.Add(new Refusal(nameof(data.OpportunityId), "没有这个招商项目，请重新选择。"));
        if (data.ChainNodeId is { } node && !await db.ChainNodes.AnyAsync(n => n.Id == node, cancellation)) refusals.Add(new Refusal(nameof(data.ChainNodeId), "没有这个产业链环节，请重新选择。"));
        return refusals;
    }

    /// <summary>What stands against a next step: it has both words and a day, or neither.</summary>
    private static Refusal? Step(string? text, DateOnly? on, DateOnly? visitedOn) => (text, on) switch
    {
        (null, not null) => new Refusal("NextStep", "写了日期的，请写明下一步做什么。"),
        (not null, null) => new Refusal("NextStepOn", "请写明下一步的日期，到期会提醒负责人。"),
        _ when on < visitedOn => new Refusal("NextStepOn", "下一步的日期不能早于走访日期。"),
        _ => null,
    };

    private LeadStep Step(LeadStage? from, LeadStage to, DateOnly on, string reason) => new()
    {
        From = from,
        To = to,
        On = on,
        Reason = reason,
        RecordedAt = time.UtcNow,
        RecordedBy = actor.Name,
    };

    private static void Write(Lead lead, LeadData data)
    {
        lead.Company = data.Company;
        (lead.ContactName, lead.ContactPosition, lead.ContactPhone, lead.ContactEmail) = (Texts.Tidy(data.Contact.Name), data.Contact.Position, data.Contact.Phone, data.Contact.Email);
        lead.IndustryTagId = data.IndustryTagId;
        lead.WantedHundredths = (long?)(data.WantedArea * 100);
        (lead.Source, lead.SourceNote) = (data.Source, data.SourceNote);
        (lead.OpportunityId, lead.ChainNodeId) = (data.OpportunityId, data.ChainNodeId);
        lead.OwnerId = data.OwnerId;
        (lead.NextStep, lead.NextStepOn) = (data.NextStep, data.NextStepOn);
        lead.Remark = data.Remark;
    }

    private async Task<List<EditedField>> FieldsAsync(Lead lead, CancellationToken cancellation)
    {
        var owner = lead.OwnerId is { } person ? await db.Users.Where(u => u.Id == person).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellation) : null;
        var industry = lead.IndustryTagId is { } tag ? await db.Set<IndustryTag>().Where(t => t.Id == tag).Select(t => t.Name).SingleOrDefaultAsync(cancellation) : null;
        var opportunity = lead.OpportunityId is { } id ? await db.Opportunities.Where(o => o.Id == id).Select(o => o.Title).SingleOrDefaultAsync(cancellation) : null;
        var node = lead.ChainNodeId is { } place ? await db.ChainNodes.Where(n => n.Id == place).Select(n => n.Chain!.Name + " · " + n.Name).SingleOrDefaultAsync(cancellation) : null;
        return
        [
            new(nameof(LeadData.Company), "企业", lead.Company),
            new(nameof(LeadData.IndustryTagId), "行业", industry),
            new(nameof(LeadData.WantedArea), "需要的面积", lead.WantedArea is { } area ? $"{area.ToString("0.##", CultureInfo.InvariantCulture)} 平方米" : null),
            new(nameof(LeadData.Source), "来源", lead.Source.Word()),
            new(nameof(LeadData.SourceNote), "来源说明", lead.SourceNote),
            new(nameof(LeadData.OpportunityId), "招商项目", opportunity),
            new(nameof(LeadData.ChainNodeId), "产业链环节", node),
            new(nameof(LeadData.OwnerId), "负责人", owner),
            new(nameof(LeadData.NextStep), "下一步", lead.NextStep),
            new(nameof(LeadData.NextStepOn), "下一步日期", lead.NextStepOn is { } on ? Day(on) : null),
            new(nameof(LeadData.Remark), "备注", lead.Remark),
        ];
    }

    private static ContactData ContactOf(Lead lead) => new(null, lead.ContactName ?? "", lead.ContactPosition, lead.ContactPhone, lead.ContactEmail);

    private static IEnumerable<FieldChange> Persons(ContactData? before, Lead lead) =>
    [
        new("联系人", Texts.Tidy(before?.Name), lead.ContactName, IsPersonal: true),
        new("联系人职务", before?.Position, lead.ContactPosition),
        new("联系电话", before?.Phone, lead.ContactPhone, IsPersonal: true),
        new("联系邮箱", before?.Email, lead.ContactEmail, IsPersonal: true),
    ];

    private static string? Next(Lead lead) => lead.NextStepOn is { } on ? $"{Day(on)} {lead.NextStep}" : lead.NextStep;

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Outcome Gone() => Outcome.Refused("没有这条线索。");
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Risks.Telling;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Risks;

/// <summary>The way of notices of risks to the public. With each publication a job begins that tells the enterprises in the scope, nobody twice.</summary>
public sealed class RiskEditorial(EditorialTools tools, JobService jobs) : EditorialDesk<RiskNotice>(tools)
{
    private protected override string Subject => JournalSubjects.Risk;

    private protected override string This => "这条风险提示";

    private protected override IQueryable<RiskNotice> Texts => Db.RiskNotices.Include(n => n.Countries).Include(n => n.Goods).Include(n => n.Corridors).ThenInclude(c => c.Corridor).AsSplitQuery();

    private protected override string KeyOf(RiskNotice text) => RiskDesk.Key(text.Id);

    private protected override string AddressOf(RiskNotice text) => string.Create(CultureInfo.InvariantCulture, $"/park/risks/{text.Id}");

    private protected override string DraftOf(RiskNotice text) => DraftJson.Write(RiskWriting.DraftOf(text));

    private protected override async Task<Outcome> TakeOverAsync(RiskNotice text, string draft, CancellationToken cancellation)
    {
        var kept = DraftJson.Read<RiskData>(draft);
        var known = await Db.Corridors.CountAsync(c => kept.CorridorIds.Contains(c.Id), cancellation);
        if (known != kept.CorridorIds.Count) return Outcome.Refused("提示里的通道已不存在，请重新选择通道。");
        RiskWriting.Write(text, kept, part => Db.Remove(part));
        return Outcome.Done;
    }

    private protected override Task<RiskNotice> CopyAsync(RiskNotice text, CancellationToken cancellation) => Task.FromResult(RiskDesk.Copy(Db, text));

    private protected override IReadOnlyList<EditedField> FieldsOf(RiskNotice text) => RiskWriting.Fields(text, text.Corridors.Select(c => c.Corridor?.Name ?? ""));

    /// <summary>What is over is not published any more; what the public reads already may be brought to its end.</summary>
    private protected override Task<Outcome> CheckAsync(RiskNotice text, CancellationToken cancellation) => Task.FromResult(
        text.State != PublicationState.Published && text.Until < Tools.Time.Today ? Outcome.Refused("结束日期已过，请先改结束日期再发布。") : Outcome.Done);

    private protected override void Stamp(RiskNotice text) => jobs.Add(RiskTellingJob.Kind, $"通知风险提示 {text.Number} 范围内的企业", new RiskTellingJob.Order(text.Id), enterpriseId: null);
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Enterprises.Proposals;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class PastCalls : ServiceCalls
{
    private static readonly PastQuery _query = new(new DateOnly(2026, 6, 30), null, "示例", EnterpriseType.Services, EnterpriseStage.Signed, 1, 1);
    private static readonly (DateOnly From, DateOnly To) _days = (new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 31));

    protected override void Describe()
    {
        Call<TagKeeping>(s => s.ListAsync(CancellationToken.None));
        Call<TagKeeping>(s => s.AddAsync("示例", CancellationToken.None));
        Call<TagKeeping>(s => s.RenameAsync(1, "示例标签", CancellationToken.None));
        Call<TagKeeping>(s => s.CloseAsync(1, true, CancellationToken.None));
        Call<PastRoster>(s => s.ListAsync(_query, new RosterPlace(2), 20, CancellationToken.None));
        Call<PastRoster>(s => s.ListAsync(_query with { KnownOn = new DateOnly(2026, 7, 1) }, new RosterPlace(AfterId: 1), 20, CancellationToken.None));
        Call<PastRoster>(s => s.ListAsync(new PastQuery(_query.On), new RosterPlace(BeforeId: 1), 20, CancellationToken.None));
        Call<PastRoster>(s => s.WalkAsync(_query, 40, CancellationToken.None));
        Call<PastRoster>(s => s.WalkAsync(_query with { KnownOn = new DateOnly(2026, 7, 1) }, 40, CancellationToken.None));
        foreach (var word in new[] { null, "示", "示例公司" })
        {
            Call<PastRoster>(s => s.MeetAsync(_query with { Word = word }, CancellationToken.None));
            Call<PastRoster>(s => s.MeetAsync(_query with { Word = word, KnownOn = new DateOnly(2026, 7, 1) }, CancellationToken.None));
        }

        Call<PastRoster>(s => s.StreamAsync(_query, CancellationToken.None));
        Call<PastRoster>(s => s.CountAsync(_query, CancellationToken.None));
        Call<PastRoster>(s => s.WordsAsync(_query.On, CancellationToken.None));
        Call<PastRoster>(s => s.OfAsync(1, CancellationToken.None));
        foreach (var move in Enum.GetValues<RosterMove>().Cast<RosterMove?>().Append(null)) Call<RosterComparison>(s => s.ListAsync(_days.From, _days.To, move, new PageRequest(), CancellationToken.None));
        Call<RosterComparison>(s => s.StreamAsync(_days.From, _days.To, null, CancellationToken.None));
        foreach (var move in Enum.GetValues<RosterMove>().Cast<RosterMove?>().Append(null)) Call<RosterComparison>(s => s.WalkAsync(_days.From, _days.To, move, new PageRequest(2), CancellationToken.None));
        Call<RosterChanges>(s => s.ListAsync(new PageRequest(), CancellationToken.None));
        Call<PastCorrections>(s => s.CorrectAsync(1, 1, new PastCorrection(new DateOnly(2026, 6, 1), new DateOnly(2026, 7, 1), "示例") { Stage = EnterpriseStage.Building }, CancellationToken.None));
        Call<PastOpening>(s => s.OpenAsync(CancellationToken.None));
        Call<ProposalService>(s => s.ProposeAsync(1, 1, new EnterpriseData { Name = "译文测试公司", Type = EnterpriseType.Logistics }, "示例", CancellationToken.None));
        Call<ProposalService>(s => s.ListAsync(1, new PageRequest(), CancellationToken.None));
        Call<ProposalService>(s => s.FindAsync(1, "XG-20261129-0001", CancellationToken.None));
        Call<ProposalService>(s => s.WithdrawAsync(1, "XG-20261129-0001", CancellationToken.None));
        Call<ProposalDesk>(s => s.ListAsync(ProposalState.Waiting, "示例", new PageRequest(), CancellationToken.None));
        Call<ProposalDesk>(s => s.StreamAsync(ProposalState.Waiting, "示例"));
        Call<ProposalDesk>(s => s.FindAsync("XG-20261129-0001", CancellationToken.None));
        Call<ProposalDesk>(s => s.DecideAsync("XG-20261129-0001", 1, 1, [new FieldDecision(RecordField.Name, true, null)], "示例", CancellationToken.None));
    }
}

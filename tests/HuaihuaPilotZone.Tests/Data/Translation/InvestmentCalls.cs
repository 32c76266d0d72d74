using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Investment.Costs;
using HuaihuaPilotZone.Investment.Opportunities;
using HuaihuaPilotZone.Parks;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class InvestmentCalls : ServiceCalls
{
    protected override void Describe()
    {
        const string number = "ZS-20261122-0001";
        var day = new DateOnly(2026, 11, 22);
        var lead = new LeadData("公司", new ContactData(null, "联系人", null, null, null), 1, 100m, LeadSource.Fair, null, 1, 1, 1, "打电话", day, null);
        var opportunity = new OpportunityData("trial", "项目", null, "方向", null, "条件", null, 1, 1, 1, 1m, 2m, "招商局", null, "来源", null, FigureStatus.Government, "2026", null);
        var open = Row(("Stage", nameof(LeadStage.Talking)));
        foreach (var sort in Enum.GetValues<LeadSort>())
        {
            Call<LeadLists>(s => s.ListAsync(new LeadFilter("A", LeadStage.Found, 1, 1, 1, 1, true, sort), new PageRequest(2, 10), CancellationToken.None));
            Call<LeadLists>(s => s.StreamAsync(new LeadFilter(Sort: sort, Descending: true), true, CancellationToken.None));
        }
        Call<LeadLists>(s => s.CountsAsync(CancellationToken.None));
        Call<LeadLists>(s => s.CountOverdueAsync(CancellationToken.None));
        Call<LeadLists>(s => s.FindAsync(number, CancellationToken.None), open);
        Call<LeadLists>(s => s.HistoryAsync(number, false, new PageRequest(), CancellationToken.None));
        Call<LeadLists>(s => s.OwnersAsync(CancellationToken.None));
        Call<LeadLists>(s => s.OfEnterpriseAsync(1, CancellationToken.None));
        Call<LeadDesk>(s => s.AddAsync(lead, CancellationToken.None));
        Call<LeadDesk>(s => s.UpdateAsync(number, 1, lead, CancellationToken.None), open);
        Call<LeadDesk>(s => s.MoveAsync(number, 1, LeadStage.Surveying, day, "原因", CancellationToken.None), open);
        Call<LeadDesk>(s => s.VisitAsync(number, 1, new VisitData(day, null, "情况", null, null), CancellationToken.None), open);
        Call<LeadDesk>(s => s.ErasePersonsAsync(number, "原因", CancellationToken.None), Row(("Stage", nameof(LeadStage.Lost))));
        Call<LeadSigning>(s => s.FindMatchAsync("91431299MA0000015J", CancellationToken.None));
        Call<LeadSigning>(s => s.SignAsync(number, 1, new SigningData("91431299MA0000015J", null, EnterpriseType.Other, null, day, null), CancellationToken.None), open);
        Call<LeadSigning>(s => s.SignAsync(number, 1, new SigningData("91431299MA0000015J", null, EnterpriseType.Other, null, day, 1), CancellationToken.None), open);
        Call<LeadReminders>(s => s.SendDueAsync(CancellationToken.None));
        Call<OpportunityDesk>(s => s.ListAsync("A", OpportunityState.Draft, new PageRequest(2, 10), CancellationToken.None));
        Call<OpportunityDesk>(s => s.ChoicesAsync(CancellationToken.None));
        Call<OpportunityDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<OpportunityDesk>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<OpportunityDesk>(s => s.AddAsync(opportunity, CancellationToken.None));
        Call<OpportunityDesk>(s => s.UpdateAsync(1, 1, opportunity, CancellationToken.None));
        Call<OpportunityDesk>(s => s.ShowAsync(1, 1, true, CancellationToken.None));
        Call<OpportunityDirectory>(s => s.ListAsync(1, new PageRequest(), CancellationToken.None));
        var source = new CostSource("来源", null, FigureStatus.Government, false);
        var rate = new CostRateData(CostItem.Rent, 1, UnitUse.Office, 10m, day, null, source, null);
        var subsidy = new SubsidyData("补贴", null, "条件", null, day, null, source);
        Call<CostBook>(s => s.AnswerAsync(new SettlementAsk(1, UnitUse.Office, 100m, 12, 1, 1m, 1m), CancellationToken.None));
        Call<CostBook>(s => s.RatesAsync(CostItem.Rent, new PageRequest(2, 10), CancellationToken.None));
        Call<CostBook>(s => s.SubsidiesAsync(CancellationToken.None));
        Call<CostBook>(s => s.FindRateAsync(1, CancellationToken.None));
        Call<CostBook>(s => s.FindSubsidyAsync(1, CancellationToken.None));
        Call<CostBook>(s => s.HistoryAsync(new PageRequest(), CancellationToken.None));
        Call<CostBook>(s => s.AddRateAsync(rate, CancellationToken.None));
        Call<CostBook>(s => s.UpdateRateAsync(1, 1, rate, CancellationToken.None));
        Call<CostBook>(s => s.AddSubsidyAsync(subsidy, CancellationToken.None));
        Call<CostBook>(s => s.UpdateSubsidyAsync(1, 1, subsidy, CancellationToken.None));
        Call<OpportunityDirectory>(s => s.FindAsync("trial", CancellationToken.None));
    }
}

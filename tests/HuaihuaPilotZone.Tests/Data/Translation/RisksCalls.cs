using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Risks.Telling;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class RisksCalls : ServiceCalls
{
    protected override void Describe()
    {
        var day = new DateOnly(2026, 11, 22);
        var data = new RiskData(RiskSeverity.Warning, "标题", null, "摘要", null, "正文", null, day, null, "来源", null, day, "LAO", "4202", [1]);
        var draft = Row(("State", nameof(PublicationState.Draft)), ("Step", "Writing"));
        foreach (var sort in Enum.GetValues<RiskSort>())
        {
            Call<RiskLists>(s => s.ListAsync(new RiskFilter("A", PublicationState.Draft, RiskSeverity.Hint, true, sort, false), new PageRequest(2, 10), CancellationToken.None));
            Call<RiskLists>(s => s.StreamAsync(new RiskFilter(Sort: sort)));
        }

        Call<RiskLists>(s => s.FindAsync(1, CancellationToken.None));
        Call<RiskLists>(s => s.StreamToldAsync(1));
        Call<RiskLists>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<RiskLists>(s => s.CorridorsAsync(CancellationToken.None));
        Call<RiskDesk>(s => s.AddAsync(data, CancellationToken.None));
        Call<RiskDesk>(s => s.UpdateAsync(1, 1, data, CancellationToken.None), draft);
        Call<RiskEditorial>(s => s.SubmitAsync(0, 1, CancellationToken.None), draft);
        Call<RiskEditorial>(s => s.ApproveAsync(0, 1, CancellationToken.None), Row(("Step", "InReview")));
        Call<RiskEditorial>(s => s.ReturnAsync(0, 1, "原因", CancellationToken.None), Row(("Step", "InReview")));
        Call<RiskEditorial>(s => s.PublishAsync(0, 1, CancellationToken.None), draft);
        Call<RiskEditorial>(s => s.ScheduleAsync(0, 1, new DateTime(2030, 1, 1), CancellationToken.None));
        Call<RiskEditorial>(s => s.WithdrawAsync(0, 1, "原因", CancellationToken.None));
        Call<RiskHistory>(s => s.ListAsync(1, new PageRequest(), CancellationToken.None));
        Call<RiskHistory>(s => s.CompareAsync(1, 1, 0, CancellationToken.None), Answers.Empty);
        Call<RiskHistory>(s => s.RestoreAsync(1, 1, 1, CancellationToken.None), Answers.Empty);
        Call<RiskDirectory>(s => s.ListAsync(new RiskQuestion("LAO", "4202", "china-laos", true), new PageRequest(2, 10), CancellationToken.None));
        Call<RiskDirectory>(s => s.ListAsync(new RiskQuestion(), new PageRequest(), CancellationToken.None));
        Call<RiskDirectory>(s => s.FindAsync("FX-2026-0001", CancellationToken.None));
        Call<RiskDirectory>(s => s.OfCorridorAsync(1, CancellationToken.None));
        Call<RiskDirectory>(s => s.LatestAsync(30, CancellationToken.None));
        Call<RiskDirectory>(s => s.PresentAsync(2, CancellationToken.None));
        Call<RiskDirectory>(s => s.ShowAsync(Notice(), CancellationToken.None));
        Call<DraftRisks>(s => s.OfAsync(Draft(), new CustomsDocument(DocumentKind.List.Schema()), CancellationToken.None));
        Call<RiskTelling>(s => s.FindAsync(1, CancellationToken.None));
        Call<RiskTelling>(s => s.TellOfProductsAsync(Notice(), 0, CancellationToken.None));
        Call<RiskTelling>(s => s.TellOfDraftsAsync(Notice(), 0, CancellationToken.None));
        Call<AgreementDirectory>(s => s.FindAsync("22", CancellationToken.None));
    }

    private static Declaration Draft() => new()
    {
        Number = new DeclarationNumber(new DateOnly(2026, 11, 22), 1),
        EnterpriseId = 1,
        Kind = DocumentKind.List,
        CreatedAt = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
        CreatedBy = "测试",
    };

    private static RiskNotice Notice()
    {
        var notice = new RiskNotice
        {
            Id = 1,
            Number = "FX-2026-0001",
            Severity = RiskSeverity.Hint,
            Title = "标题",
            Summary = "摘要",
            Body = "正文",
            From = new DateOnly(2026, 11, 22),
            Source = "来源",
            SourceOn = new DateOnly(2026, 11, 22),
            State = PublicationState.Published,
            CreatedAt = default,
            UpdatedAt = default,
        };
        notice.Countries.Add(new RiskCountry { Code = "LAO" });
        notice.Goods.Add(RiskGoods.Of("4202"));
        notice.Corridors.Add(new RiskCorridor { CorridorId = 1 });
        return notice;
    }
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Tests.Customs;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class DeclarationRoomCalls : ServiceCalls
{
    private static readonly DeclarationNumber _number = new(new DateOnly(2026, 11, 22), 1);

    private static readonly CustomsDocument _document = (AValidList.Of(AValidList.Retail) with { CustomsCode = "4900", PortCode = "7200" }).ToDocument();

    private static readonly DateTime _longAgo = new(2026, 11, 20, 0, 0, 0, DateTimeKind.Unspecified);

    protected override void Describe()
    {
        DescribeDrafts();
        DescribeSubmissions();
        DescribeLists();
        DescribeReview();
        DescribeTables();
    }

    private void DescribeDrafts()
    {
        Call<Prefill>(s => s.NewAsync(1, DocumentKind.List, AValidList.Retail, CancellationToken.None));
        Call<Prefill>(s => s.NewAsync(1, DocumentKind.CustomsDeclaration, AValidList.BusinessToBusiness, CancellationToken.None));
        Call<Prefill>(s => s.ConvertedAsync(1, ListConversion.ToDeclaration(_document), CancellationToken.None));
        Call<Prefill>(s => s.AgainAsync(_document, "示例", CancellationToken.None));
        Call<Prefill>(s => s.WithToday(new PrefilledDocument(_document, new Dictionary<string, PrefilledValue>())));
        Call<DeclarationService>(s => s.OpenAsync(1, new NewDeclaration(AValidList.Retail, DocumentKind.List, "示例", null), CancellationToken.None));
        Call<DeclarationService>(s => s.CopyAsync(1, _number, CancellationToken.None));
        Call<DeclarationService>(s => s.FindAsync(1, _number, CancellationToken.None));
        Call<DeclarationService>(s => s.FindAsync(1, _number, CancellationToken.None), Row().ButNothingFor("[d].[EnterpriseId] = @enterpriseId").Reaching("INSERT INTO [JournalLines]"));
        Call<DeclarationService>(s => s.SaveAsync(1, _number, Change(), CancellationToken.None));
        Call<DeclarationService>(s => s.SaveAsync(1, _number, Change() with { Undo = 1 }, CancellationToken.None), Row(("OldValue", "a"), ("NewValue", "b"), ("Origins", "{}")).Reaching("UPDATE [Declarations]"));
        Call<DeclarationService>(s => s.SaveAsync(1, _number, Change() with { Apply = new WantedFix("AMT-001", "/goods/0/totalPrice") }, CancellationToken.None));
        Call<DeclarationService>(s => s.SaveAsync(1, _number, Change() with { ApplyAll = true }, CancellationToken.None));
        Call<DeclarationService>(s => s.ConvertAsync(1, _number, 1, CancellationToken.None));
        Call<DeclarationService>(s => s.ConvertAsync(1, _number, 1, CancellationToken.None), Row(("Kind", "List"), ("State", "Draft")).Reaching("UPDATE [Declarations]"));
        Call<DeclarationService>(s => s.CheckAsync(ADeclaration(), CancellationToken.None));
        Call<DeclarationService>(s => s.CheckAsync(ADeclaration(), _document, CancellationToken.None));
        Call<DeclarationService>(s => s.MayPassUnanswered(ADeclaration()));
        Call<DeclarationCheck>(s => s.RunAsync(ADeclaration(), _document, CancellationToken.None));
        Call<DeclarationCheck>(s => s.TransmissionAsync(1, CancellationToken.None));
    }

    private void DescribeSubmissions()
    {
        Call<DeclarationService>(s => s.SubmitAsync(1, _number, 1, CancellationToken.None));
        Call<DeclarationService>(s => s.SubmitAsync(1, _number, 1, CancellationToken.None), AFaultlessDraft());
        Call<DeclarationService>(s => s.WithdrawAsync(1, _number, 1, "示例", CancellationToken.None));
        Call<DeclarationService>(s => s.HandOverAsync(1, _number, 1, new DateOnly(2026, 11, 21), "B12345678901234567", CancellationToken.None));
        Call<DeclarationService>(s => s.HandOverAsync(1, _number, 1, new DateOnly(2026, 11, 21), null, CancellationToken.None), Row(("State", "Submitted"), ("SubmittedAt", _longAgo)).Reaching("UPDATE [Submissions]"));
        Call<DeclarationService>(s => s.AmendAsync(1, _number, 1, "示例", CancellationToken.None));
        Call<DeclarationService>(s => s.AmendAsync(1, _number, 1, "示例", CancellationToken.None), Row(("State", "HandedOver")).Reaching("UPDATE [Declarations]"));
        Call<DeclarationDetails>(s => s.FixesAsync(1, CancellationToken.None));
        Call<DeclarationDetails>(s => s.SubmissionsAsync(1, CancellationToken.None));
        Call<DeclarationDetails>(s => s.OpenReturnAsync(AReturnedDeclaration(), CancellationToken.None));
        Call<DeclarationDetails>(s => s.HistoryAsync(_number, new PageRequest(), CancellationToken.None));
        Call<DeclarationDetails>(s => s.OwnHistoryAsync(_number, new PageRequest(), CancellationToken.None));
        Call<HandoverFiles>(s => s.AreOpen(ADeclaration()));
        Call<HandoverFiles>(s => s.WriteAsync(APassedDeclaration(), HandoverMessage.List, CancellationToken.None));
        Call<HandoverFiles>(s => s.WriteAsync(APassedDeclaration(), HandoverMessage.Order, CancellationToken.None));
        Call<HandoverFiles>(s => s.WriteAsync(APassedDeclaration(), HandoverMessage.Declaration, CancellationToken.None));
    }

    private void DescribeLists()
    {
        foreach (var view in Enum.GetValues<DeclarationView>())
            Call<DeclarationLists>(s => s.ListAsync(1, new DeclarationFilter(view, "hh-2026", AValidList.Retail), new PageRequest(2), CancellationToken.None));
        foreach (var sort in Enum.GetValues<DeclarationSort>())
        {
            Call<DeclarationLists>(s => s.ListAsync(1, new DeclarationFilter(Sort: sort, Ascending: true), new PageRequest(), CancellationToken.None));
            Call<DeclarationLists>(s => s.ListAsync(1, new DeclarationFilter(Sort: sort), new PageRequest(), CancellationToken.None));
        }
        Call<DeclarationLists>(s => s.StreamAsync(1, new DeclarationFilter(DeclarationView.Ready, "hh"), CancellationToken.None));
        Call<DeclarationLists>(s => s.CountsAsync(1, CancellationToken.None));
        Call<DeclarationLists>(s => s.QueueAsync(new DeclarationFilter(DeclarationView.Submitted, "hh"), new PageRequest(), CancellationToken.None));
        Call<DeclarationLists>(s => s.QueueAsync(new DeclarationFilter(Sort: DeclarationSort.Value), new PageRequest(), CancellationToken.None));
        Call<DeclarationLists>(s => s.StreamQueueAsync(new DeclarationFilter(DeclarationView.Submitted, "hh"), CancellationToken.None));
        Call<DeclarationLists>(s => s.WaitingAsync(CancellationToken.None));
        Call<DeclarationLists>(s => s.LatestAsync(1, 3, CancellationToken.None));
    }

    private void DescribeReview()
    {
        Call<ReviewService>(s => s.FindAsync(_number, CancellationToken.None));
        Call<ReviewService>(s => s.CheckAsync(ADeclaration(), CancellationToken.None));
        Call<ReviewService>(s => s.ReturnAsync(_number, 1, [new ReturnReason("/packNo", "示例")], "示例", "示例", CancellationToken.None));
        Call<ReviewService>(s => s.ReturnAsync(_number, 1, [new ReturnReason("/packNo", "示例")], "示例", "示例", CancellationToken.None), Row(("State", "Submitted")).Reaching("INSERT INTO [ReturnPoints]"));
        Call<ReviewService>(s => s.PassAsync(_number, 1, "示例", CancellationToken.None));
        Call<ReviewService>(s => s.PassAsync(_number, 1, null, CancellationToken.None), Row(("State", "Submitted")).Reaching("UPDATE [Submissions]"));
    }

    private void DescribeTables()
    {
        Call<CustomsTablesSource>(s => s.ReadAsync(CancellationToken.None));
        Call<CustomsTablesSource>(s => s.AreasAsync(new DateOnly(2026, 11, 22), CancellationToken.None));
        foreach (var sort in Enum.GetValues<AreaSort>())
        {
            Call<CustomsTablesService>(s => s.AreasAsync(new AreaFilter("示例", new AreaStanding(new DateOnly(2026, 11, 22), true), sort, Ascending: true), new PageRequest(2), CancellationToken.None));
            Call<CustomsTablesService>(s => s.StreamAreasAsync(new AreaFilter(null, new AreaStanding(new DateOnly(2026, 11, 22), false), sort)));
        }
        Call<CustomsTablesService>(s => s.AddAreaAsync(_area, CancellationToken.None));
        Call<CustomsTablesService>(s => s.FindAreaAsync(1, CancellationToken.None));
        Call<CustomsTablesService>(s => s.CorrectAreaAsync(1, 1, _area, CancellationToken.None));
        Call<CustomsTablesService>(s => s.OfficesAsync(new PageRequest(2), CancellationToken.None));
        Call<CustomsTablesService>(s => s.RatesAsync(new PageRequest(2), CancellationToken.None));
        Call<CustomsTablesService>(s => s.AddOfficeAsync("4999", "示例海关", "测试", null, CancellationToken.None));
        Call<CustomsTablesService>(s => s.AddRateAsync("USD", 7.1m, new DateOnly(2026, 11, 1), "测试汇率", CancellationToken.None));
        Call<CustomsTablesService>(s => s.FindOfficeAsync(1, CancellationToken.None));
        Call<CustomsTablesService>(s => s.FindRateAsync(1, CancellationToken.None));
        Call<CustomsTablesService>(s => s.CorrectOfficeAsync(1, 1, "示例海关", "测试", null, new DateOnly(2026, 12, 31), CancellationToken.None));
        Call<CustomsTablesService>(s => s.CorrectRateAsync(1, 1, 7.2m, "测试汇率", null, CancellationToken.None));
    }

    private static readonly SpecialAreaData _area = new("示例综合保税区", "综合保税区", "示例〔2026〕1号", new DateOnly(2026, 11, 1), null, "测试", null);

    private static DraftChange Change() => new(1, _document);

    /// <summary>A draft whose document has nothing to mend and whose numbers no other document holds.</summary>
    private static Answers AFaultlessDraft() => Row(
        ("Document", DocumentJson.Serialize(_document)), ("Currency", "USD"), ("Code", "4999"), ("From", new DateOnly(2020, 1, 1)),
        ("PlatformCode", "P"), ("OrderNo", "1"), ("CarrierCode", "C"), ("WaybillNo", "2"),
        ("Message", "CEB604Message"), ("CustomsReceipts.Values", "{}"))
        .ButNothingFor("[d].[OrderNo] = ").ButNothingFor("[d].[WaybillNo] = ").ButNothingFor("[FilingProfiles]")
        .Reaching("INSERT INTO [Submissions]");

    private static Declaration ADeclaration() => new()
    {
        Number = _number,
        EnterpriseId = 1,
        Kind = DocumentKind.List,
        CreatedAt = _longAgo,
        CreatedBy = "示例",
    };

    private static Declaration AReturnedDeclaration()
    {
        var declaration = ADeclaration();
        declaration.Submit(_longAgo);
        declaration.Return(_longAgo);
        return declaration;
    }

    private static Declaration APassedDeclaration()
    {
        var declaration = ADeclaration();
        declaration.Submit(_longAgo);
        declaration.Accept(_longAgo, unreviewed: false);
        return declaration;
    }
}

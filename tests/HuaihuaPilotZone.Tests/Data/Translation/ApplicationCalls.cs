using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Tests.Customs;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ApplicationCalls : ServiceCalls
{
    private static readonly DeclarationNumber _number = new(new DateOnly(2026, 11, 22), 1);

    private static readonly CustomsDocument _list = AValidList.Of(AValidList.Retail).ToDocument();

    // the one row that this server gives is the return and the list that it was made from alike
    private static readonly CustomsDocument _return = AValidApplication.Of(DocumentScope.Return).With(ReturnApplication.PortCode, "7200").With(ReturnApplication.CustomsCode, "4900");

    protected override void Describe()
    {
        Call<ApplicationService>(s => s.ChoicesAsync(1, DocumentKind.Aggregation, "hh", CancellationToken.None));
        Call<ApplicationService>(s => s.OpenAsync(1, DocumentKind.ExportReturn, [_number], CancellationToken.None));
        Call<ApplicationService>(
            s => s.OpenAsync(1, DocumentKind.ExportReturn, [_number], CancellationToken.None),
            Row(("Kind", "List"), ("State", "HandedOver"), ("Document", DocumentJson.Serialize(_list)), ("Number", _number.ToString())).ButNothingFor("[ReturnedQuantities]").ButNothingFor("[CustomsReceipts]").Reaching("[NumberSeries]"));
        Call<ApplicationService>(
            s => s.OpenAsync(1, DocumentKind.ExportReturn, [_number], _return, false, new TablesEdition(0, AValidList.Tables, []), CancellationToken.None),
            Row(("Kind", "List"), ("State", "HandedOver"), ("Document", DocumentJson.Serialize(_list)), ("Number", _number.ToString())).ButNothingFor("[ReturnedQuantities]").ButNothingFor("[CustomsReceipts]").Reaching("[NumberSeries]"));
        Call<ApplicationService>(s => s.CompleteAsync(AReturn(), _return, CancellationToken.None));
        Call<ApplicationService>(s => s.SourcesAsync(1, CancellationToken.None));
        Call<ApplicationService>(s => s.MadeFromAsync(1, CancellationToken.None));
        Call<ApplicationService>(s => s.ExportedOnAsync(AReturn(), CancellationToken.None));
        Call<ApplicationService>(s => s.PlanAsync(1, [_number], CancellationToken.None));
        Call<DeclarationService>(
            s => s.SubmitAsync(1, _number, 1, CancellationToken.None),
            Row(("Kind", "ExportReturn"), ("Document", DocumentJson.Serialize(_return)), ("Number", _number.ToString())).ButNothingFor("[ReturnedQuantities]").ButNothingFor("[CustomsReceipts]").ButNothingFor("[FilingProfiles]").Reaching("UPDATE [ReturnLedgers]"));
        Call<CrossCheckService>(s => s.CompareAsync(1, _number, [], CancellationToken.None));
        Call<CrossCheckService>(s => s.CompareSubmittedAsync(_number, [], CancellationToken.None));
        Call<HandoverFiles>(s => s.WriteAsync(APassedReturn(), HandoverMessage.Application, CancellationToken.None));
    }

    private static Declaration AReturn() => new()
    {
        Number = _number,
        EnterpriseId = 1,
        Kind = DocumentKind.ExportReturn,
        CreatedAt = DateTime.UnixEpoch,
        CreatedBy = "示例",
    };

    private static Declaration APassedReturn()
    {
        var declaration = AReturn();
        declaration.Submit(DateTime.UnixEpoch);
        declaration.Accept(DateTime.UnixEpoch, unreviewed: false);
        return declaration;
    }
}

using System.Text;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class IndicatorsCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<PublicStatistics>(s => s.LatestAsync(30, CancellationToken.None));
        Call<PublicStatistics>(s => s.ListAsync(CancellationToken.None));
        Call<PublicStatistics>(s => s.FindAsync("trains", CancellationToken.None));
        Call<PublicStatistics>(s => s.SeriesAsync("trains", "asean-hunan-daily", CancellationToken.None));
        Call<IndicatorDesk>(s => s.ChoicesAsync(CancellationToken.None));
        foreach (var sort in Enum.GetValues<IndicatorSort>())
        {
            Call<IndicatorDesk>(s => s.ListAsync(new IndicatorFilter("班列", FigureKind.Measured, true, sort), new PageRequest(2), CancellationToken.None));
            Call<IndicatorDesk>(s => s.StreamAsync(new IndicatorFilter(Sort: sort, Descending: true)));
        }
        Call<IndicatorDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<IndicatorDesk>(s => s.HistoryAsync("trains", new PageRequest(), CancellationToken.None));
        Call<IndicatorDesk>(s => s.AddAsync(Indicator("translated"), CancellationToken.None));
        Call<IndicatorDesk>(s => s.UpdateAsync(1, 1, Indicator("trains"), CancellationToken.None));
        Call<IndicatorDesk>(s => s.AddSeriesAsync(1, Series, CancellationToken.None));
        Call<IndicatorDesk>(s => s.UpdateSeriesAsync(1, 1, Series, CancellationToken.None));
        const string Change = """{"Code":"trains","Name":"班列","EnglishName":"Trains","Unit":"列","EnglishUnit":"trains","EnglishPerUnit":1,"Definition":"定义","EnglishDefinition":"Definition","SortOrder":1}""";
        const string OfSeries = """{"Code":"measured","Name":"系列","EnglishName":"Series","Kind":"Measured","Form":"Period","Counting":"口径","EnglishCounting":"Counting","SortOrder":1}""";
        Call<IndicatorDesk>(s => s.ApproveAsync(1, 1, CancellationToken.None), Row(("Pending", Change)));
        Call<IndicatorDesk>(s => s.ApproveSeriesAsync(1, 1, CancellationToken.None), Row(("Pending", OfSeries)));
        Call<IndicatorDesk>(s => s.DropAsync(1, 1, CancellationToken.None));
        Call<IndicatorDesk>(s => s.DropSeriesAsync(1, 1, CancellationToken.None));
        foreach (var sort in Enum.GetValues<ObservationSort>())
        {
            Call<ObservationDesk>(s => s.ListAsync(new ObservationFilter("班列", 1, ObservationState.Draft, FigureStatus.Press, FigureKind.Measured, sort), new PageRequest(), CancellationToken.None));
            Call<ObservationDesk>(s => s.ListAsync(new ObservationFilter(Sort: sort, Descending: false), new PageRequest(), CancellationToken.None));
        }
        Call<ObservationDesk>(s => s.StreamAsync(new ObservationFilter(), CancellationToken.None));
        Call<ObservationDesk>(s => s.CountAsync(CancellationToken.None));
        Call<ObservationDesk>(s => s.FindAsync(1, CancellationToken.None));
        Call<ObservationDesk>(s => s.HistoryAsync(1, new PageRequest(), CancellationToken.None));
        Call<ObservationDesk>(s => s.AddAsync(Value, CancellationToken.None));
        Call<ObservationDesk>(s => s.UpdateAsync(1, 1, Value, CancellationToken.None));
        Call<ObservationDesk>(s => s.PublishAsync(1, 1, CancellationToken.None));
        Call<ObservationDesk>(s => s.WithdrawAsync(1, 1, "示例", CancellationToken.None));
        Call<ObservationDesk>(s => s.RemoveAsync(1, 1, CancellationToken.None));
        Call<ObservationImport>(s => s.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes("指标代码,系列代码,期间,数值,单位,数据状态\ntrains,asean-hunan-daily,2021,1,列,演示\n")), "a.csv", CancellationToken.None));
    }

    private static ObservationData Value => new(1, "2020", 1, FigureBound.Exact, FigureStatus.Demonstration, "示例", null, "2021", null, null);

    private static SeriesData Series => new("translated", "试行", "Trial", FigureKind.Measured, SeriesForm.Period, "示例", "Trial", null, 1);

    private static IndicatorData Indicator(string code) => new(code, "试行", "Trial", "列", "trains", 1, "示例", "Trial", 1);
}

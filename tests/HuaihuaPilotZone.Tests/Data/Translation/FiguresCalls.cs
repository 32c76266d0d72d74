using HuaihuaPilotZone.Figures;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class FiguresCalls : ServiceCalls
{
    protected override void Describe()
    {
        Call<FigureService>(s => s.ListAsync([FigureTopics.Targets, FigureTopics.DryPort], CancellationToken.None));
        Call<FigureService>(s => s.SaveAsync(
            new Figure { Key = "translated", Topic = "trial", Label = "试行", EnglishLabel = "Trial", Value = 1, Kind = FigureKind.Plan, Status = FigureStatus.Demonstration, Source = "示例", AsOf = "2026" },
            CancellationToken.None));
    }
}

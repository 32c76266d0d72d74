using HuaihuaPilotZone.Deadlines;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class DeadlinesCalls : ServiceCalls
{
    protected override void Describe() =>
        Call<DeadlineDesk>(s => s.AnswerAsync(new DeadlineAsk(DeadlineRules.RequestAnswer, new DateTime(2026, 9, 30, 0, 0, 0, DateTimeKind.Unspecified), 0), CancellationToken.None));
}

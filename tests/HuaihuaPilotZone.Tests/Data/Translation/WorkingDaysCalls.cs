using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class WorkingDaysCalls : ServiceCalls
{
    protected override void Describe()
    {
        var day = new DateOnly(2026, 2, 14);
        Call<WorkingCalendarSource>(s => s.ReadAsync(CancellationToken.None));
        Call<WorkingDaysService>(s => s.ListAsync(CancellationToken.None));
        Call<WorkingDaysService>(s => s.StreamAsync());
        Call<WorkingDaysService>(s => s.FindAsync(2026, CancellationToken.None));
        Call<WorkingDaysService>(s => s.SaveSourceAsync(2026, 0, new YearSource("通知", null, new DateOnly(2025, 11, 4)), CancellationToken.None));
        Call<WorkingDaysService>(s => s.SaveSourceAsync(2026, 1, new YearSource("通知", null, new DateOnly(2025, 11, 4)), CancellationToken.None));
        Call<WorkingDaysService>(s => s.SaveDayAsync(2026, 0, day, DayKind.MakeUp, "春节", CancellationToken.None));
        Call<WorkingDaysService>(s => s.SaveDayAsync(2026, 1, day, DayKind.MakeUp, "春节", CancellationToken.None));
        Call<WorkingDaysService>(s => s.RemoveDayAsync(2026, 1, day, CancellationToken.None));
    }
}

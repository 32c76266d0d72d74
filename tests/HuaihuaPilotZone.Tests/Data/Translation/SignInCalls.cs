using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class SignInCalls : ServiceCalls
{
    private static readonly SignInPlace _place = new("IPv4 192.0.2.*", new string('0', 64), "Chrome，Windows", new string('1', 64));
    private static readonly PortalUser _person = new() { Id = 1, UserName = "sample", DisplayName = "示例", CreatedAt = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc), SecurityStamp = "stamp" };
    private static readonly LiveSession _live = new(_person, 1, _person.CreatedAt, _person.CreatedAt.AddDays(-1), _person.CreatedAt, false);

    protected override void Describe()
    {
        Call<SignInSessions>(s => s.BeginAsync(_person, _place, false, CancellationToken.None));
        Call<SignInSessions>(s => s.FindLiveAsync(1, 1, CancellationToken.None));
        Call<SignInSessions>(s => s.SeeAsync(_live, CancellationToken.None));
        Call<SignInSessions>(s => s.IsProved(_live));
        Call<SignInSessions>(s => s.ProveAsync(1, 1, CancellationToken.None));
        Call<SignInSessions>(s => s.RenewAsync(_person, 1, CancellationToken.None));
        Call<SignInSessions>(s => s.ListAsync(1, CancellationToken.None));
        Call<SignInSessions>(s => s.EndAsync(1, 1, CancellationToken.None));
        Call<SignInSessions>(s => s.EndOthersAsync(1, 1, CancellationToken.None));
        Call<SignInSessions>(s => s.RecogniseAsync(1, _place, CancellationToken.None));
        Call<SignInThrottle>(s => s.TakeAsync("password", "sample", _place, KnownPlace.None, CancellationToken.None));
        Call<SignInThrottle>(s => s.TakeOwnAsync("step-up", 1, CancellationToken.None));
        Call<SignInThrottle>(s => s.SucceedAsync(new Attempt([new CountedAttempt("key", 1, true), new CountedAttempt("other", 1, false)]), CancellationToken.None));
        Call<SignInThrottle>(s => s.SweepAsync(CancellationToken.None));
        Call<SignInSweeper>(s => s.SweepAsync(CancellationToken.None));
        Call<RecoveryCodes>(s => s.CountAsync(1, CancellationToken.None));
        Call<SecondFactors>(s => s.LookAsync(1, CancellationToken.None));
        Call<SecondFactors>(s => s.BeginAsync(1, CancellationToken.None));
        Call<SecondFactors>(s => s.ConfirmAsync(1, "000000", CancellationToken.None));
        Call<SecondFactors>(s => s.VerifyAsync(1, "000000", CancellationToken.None));
        Call<SecondFactors>(s => s.VerifyAsync(1, "0000-0000-0000", CancellationToken.None));
        Call<SecondFactors>(s => s.NewCodesAsync(1, CancellationToken.None));
        Call<SecondFactors>(s => s.TurnOffAsync(1, CancellationToken.None));
        Call<SecondFactors>(s => s.ResetAsync(2, "示例", CancellationToken.None));
    }
}

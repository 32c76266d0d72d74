using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>Asks a signed-in person once more who they are: by a code where they have a second factor, else by the password.</summary>
public sealed class StepUp(CurrentSession current, SignInSessions sessions, SignInThrottle throttle, SecondFactors factors, UserManager<PortalUser> users)
{
    /// <summary>Longer is neither a code nor a password.</summary>
    private const int LongestProof = 128;

    /// <summary>Whether a code is asked for, and not the password.</summary>
    public bool AsksCode => current.Live?.User.TwoFactorEnabled == true;

    /// <summary>Whether the person has to be asked. Nobody who is not signed in is: that is the lock's business.</summary>
    public bool IsDue => current.Live is { } live && !sessions.IsProved(live);

    /// <summary>Takes the proof; from then on dangerous acts go through for some minutes.</summary>
    public async Task<Outcome> ProveAsync(string? proof, CancellationToken cancellation)
    {
        var live = current.Live ?? throw new InvalidOperationException("Nobody is signed in.");
        if (string.IsNullOrWhiteSpace(proof)) return Outcome.Refused(StepUpFilter.Field, AsksCode ? "请填写验证码。" : "请填写密码。");
        if (proof.Length > LongestProof || await throttle.TakeOwnAsync("step-up", live.Id, cancellation) is not { } taken) return Outcome.Refused(StepUpFilter.Field, "不对，或输错次数太多。请稍后再试。");
        var right = AsksCode ? await factors.VerifyAsync(live.User.Id, proof, cancellation)
            : await users.CheckPasswordAsync(live.User, proof) ? Outcome.Done
            : Outcome.Refused(StepUpFilter.Field, "密码不对。");
        if (!right.IsDone) return Outcome.Refused(StepUpFilter.Field, right.Refusals[0].Message);
        await throttle.SucceedAsync(taken, cancellation);
        await sessions.ProveAsync(live.User.Id, live.Id, cancellation);
        return Outcome.Done;
    }
}

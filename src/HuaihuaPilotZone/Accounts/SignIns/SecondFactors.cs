using System.Globalization;
using System.Security.Cryptography;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OtpNet;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>What a person has of a second factor.</summary>
/// <param name="Since">UTC; null without one.</param>
/// <param name="CodesLeft">Recovery codes that can still be used.</param>
/// <param name="IsRequired">Whether they have to have one.</param>
public sealed record SecondFactorState(DateTime? Since, int CodesLeft, bool IsRequired)
{
    public bool IsOn => Since is not null;
}

/// <summary>What is typed or scanned into an app.</summary>
/// <param name="Secret">Base32, in groups of four.</param>
/// <param name="Link">otpauth address for the QR code.</param>
public sealed record AppSecret(string Secret, string Link);

/// <summary>Recovery codes as they are shown once.</summary>
public sealed record NewCodes(IReadOnlyList<string> Codes);

/// <summary>The second factor of people: an app with codes (TOTP, RFC 6238), and ten codes on paper.</summary>
public sealed class SecondFactors(
    PortalDbContext db, UserManager<PortalUser> users, RecoveryCodes codes, IDataProtectionProvider protection, PortalJournal journal, Outbox outbox, Actor actor,
    IOptions<SignInRules> options, ChinaTime time)
{
    public const int ReasonMaxLength = 300;

    /// <summary>As the app shows whose code it is.</summary>
    private const string Issuer = "怀化跨境综试区";

    private const string Wrong = "验证码不对，或已经用过。请等应用显示下一个验证码再试。";
    private const string Required = "登录必须使用两步验证，只能更换设备，不能关闭。";

    /// <summary>Bytes of a secret: as many as SHA-1 takes (RFC 4226, 4).</summary>
    private const int SecretBytes = 20;

    private const int CodeDigits = 6;

    /// <summary>How long a secret that was shown waits for its first code.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    /// <summary>The clocks of phones are seldom right to the second: one step of 30 seconds either way (RFC 6238, 5.2).</summary>
    private static readonly VerificationWindow _window = new(previous: 1, future: 1);

    private readonly IDataProtector _protector = protection.CreateProtector("HuaihuaPilotZone.SecondFactor");

    /// <summary>Whether somebody has to set up a second factor before anything else.</summary>
    public static bool IsMissing(bool isStaff, PortalUser user, SignInRules options) => !user.TwoFactorEnabled && IsRequired(isStaff, options);

    public async Task<SecondFactorState> LookAsync(int userId, CancellationToken cancellation)
    {
        var since = await db.SecondFactors.Where(f => f.UserId == userId && f.Secret != null).Select(f => f.ConfirmedAt).SingleOrDefaultAsync(cancellation);
        return new SecondFactorState(since, since is null ? 0 : await codes.CountAsync(userId, cancellation), await IsRequiredAsync(userId, cancellation));
    }

    /// <summary>Begins to set up an app, or shows again what was begun. A second factor that is on stays as it is until the new one is confirmed.</summary>
    public async Task<AppSecret> BeginAsync(int userId, CancellationToken cancellation)
    {
        var name = await db.Users.Where(u => u.Id == userId).Select(u => u.UserName!).SingleAsync(cancellation);
        var (now, since) = (time.UtcNow, time.UtcNow - _patience);
        if (!await db.SecondFactors.AnyAsync(f => f.UserId == userId, cancellation)) await AddAsync(userId, cancellation);
        var made = _protector.Protect(Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes)));
        // of two pages opened at once one makes the secret, and both show it
        await db.SecondFactors.Where(f => f.UserId == userId && (f.NewSecret == null || f.NewSecretAt < since))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.NewSecret, made).SetProperty(f => f.NewSecretAt, now), cancellation);
        var kept = await db.SecondFactors.Where(f => f.UserId == userId).Select(f => f.NewSecret!).SingleAsync(cancellation);
        return Show(name, _protector.Unprotect(kept));
    }

    /// <summary>Turns the app on with the first code it shows. Other sign-ins of the person end.</summary>
    /// <returns>The recovery codes, which are shown once.</returns>
    public async Task<Outcome<NewCodes>> ConfirmAsync(int userId, string code, CancellationToken cancellation)
    {
        var since = time.UtcNow - _patience;
        var secret = await db.SecondFactors.Where(f => f.UserId == userId && f.NewSecretAt >= since).Select(f => f.NewSecret).SingleOrDefaultAsync(cancellation);
        if (secret is null) return Outcome.Refused("二维码已失效，请重新扫描后再输入验证码。");
        if (Step(secret, code) is not { } step) return Outcome.Refused("Code", Wrong);
        return await db.InTransactionAsync(async token =>
        {
            var now = time.UtcNow;
            var won = await db.SecondFactors.Where(f => f.UserId == userId && f.NewSecret == secret).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.Secret, secret).SetProperty(f => f.ConfirmedAt, now).SetProperty(f => f.LastStep, step).SetProperty(f => f.NewSecret, (string?)null).SetProperty(f => f.NewSecretAt, (DateTime?)null),
                token);
            if (won == 0) return (Outcome<NewCodes>)Outcome.Refused("二维码已失效，请重新扫描后再输入验证码。");
            var user = await FindAsync(userId);
            if (actor.UserId is null) actor.Is(user.Id, user.DisplayName);
            await SetAsync(user, isOn: true);
            journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.SecondFactorOn);
            var made = codes.Make(userId);
            await codes.ReplaceAsync(userId, made, token);
            return (Outcome<NewCodes>)new NewCodes([.. made.Select(m => m.Code)]);
        }, cancellation);
    }

    /// <summary>Whether this is a code of the person's app, or one of their recovery codes. Each is taken once.</summary>
    public async Task<Outcome> VerifyAsync(int userId, string code, CancellationToken cancellation)
    {
        if (RecoveryCodes.LooksLike(code))
        {
            if (!await codes.UseAsync(userId, code, cancellation)) return Outcome.Refused("Code", "恢复码不对，或已经用过。");
            await TellOfUseAsync(userId, cancellation);
            return Outcome.Done;
        }

        var secret = await db.SecondFactors.Where(f => f.UserId == userId).Select(f => f.Secret).SingleOrDefaultAsync(cancellation);
        if (secret is null || Step(secret, code) is not { } step) return Outcome.Refused("Code", Wrong);
        // one conditional update: of two that send the same code at once, one gets in
        var won = await db.SecondFactors.Where(f => f.UserId == userId && f.Secret == secret && f.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), cancellation);
        return won == 1 ? Outcome.Done : Outcome.Refused("Code", Wrong);
    }

    /// <summary>Ten new recovery codes; those before are good no more.</summary>
    public async Task<Outcome<NewCodes>> NewCodesAsync(int userId, CancellationToken cancellation)
    {
        var made = codes.Make(userId);
        return await db.InTransactionAsync(async token =>
        {
            var user = await FindAsync(userId);
            if (!user.TwoFactorEnabled) return (Outcome<NewCodes>)Outcome.Refused("还没有开启两步验证。");
            journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.RecoveryCodesRenewed);
            await codes.ReplaceAsync(userId, made, token);
            return (Outcome<NewCodes>)new NewCodes([.. made.Select(m => m.Code)]);
        }, cancellation);
    }

    /// <summary>Turns the person's own second factor off. Staff cannot where it is required.</summary>
    public Task<Outcome> TurnOffAsync(int userId, CancellationToken cancellation) => db.InTransactionAsync(async token =>
    {
        if (await IsRequiredAsync(userId, token)) return Outcome.Refused(Required);
        var user = await FindAsync(userId);
        if (!user.TwoFactorEnabled) return Outcome.Refused("还没有开启两步验证。");
        journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.SecondFactorOff);
        await ForgetAsync(user, token);
        return Outcome.Done;
    }, cancellation);

    /// <summary>Takes another person's second factor away, who has lost the app and the codes. They are signed out and told.</summary>
    public Task<Outcome> ResetAsync(int userId, string reason, CancellationToken cancellation) => db.InTransactionAsync(async token =>
    {
        if (userId == actor.UserId) return Outcome.Refused("不能重置自己的两步验证。请由另一位园区管理员操作，或在“两步验证”里更换设备。");
        if (reason.Trim().Length is 0 or > ReasonMaxLength) return Outcome.Refused("Reason", $"请写明原因，最多 {ReasonMaxLength} 个字。");
        if (await users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture)) is not { } user) return Outcome.Refused("没有这个账号。");
        if (!user.TwoFactorEnabled) return Outcome.Refused("这个账号没有开启两步验证。");
        journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.SecondFactorReset, reason.Trim());
        await outbox.NotifyAsync(
            Audience.Person(userId),
            new NoticeDraft(
                MessageKind.AccountSafety, "您的两步验证已被重置",
                $"园区管理员重置了账号 {user.UserName} 的两步验证，原因：{reason.Trim()}。原来的验证码和恢复码不能再用，请登录后重新设置。没有申请过重置时，请立即联系园区管理员。",
                "/account/second-factor"),
            token);
        await ForgetAsync(user, token);
        return Outcome.Done;
    }, cancellation);

    private async Task TellOfUseAsync(int userId, CancellationToken cancellation)
    {
        var left = await codes.CountAsync(userId, cancellation);
        await outbox.NotifyAsync(
            Audience.Person(userId),
            new NoticeDraft(MessageKind.AccountSafety, "用了一个恢复码", $"您的账号用了一个恢复码，还剩 {left} 个。不是您本人时，请立即修改密码并重新设置两步验证。", "/account/second-factor"),
            cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static bool IsRequired(bool isStaff, SignInRules options) => (isStaff ? options.StaffTwoFactor : options.EnterpriseTwoFactor) == TwoFactorRule.Required;

    private async Task<bool> IsRequiredAsync(int userId, CancellationToken cancellation) => IsRequired(await db.UserRoles.AnyAsync(r => r.UserId == userId, cancellation), options.Value);

    private Task<bool> AddAsync(int userId, CancellationToken cancellation) => db.TryOnceAsync(
        async token =>
        {
            db.SecondFactors.Add(new SecondFactor { UserId = userId });
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private async Task ForgetAsync(PortalUser user, CancellationToken cancellation)
    {
        await SetAsync(user, isOn: false);
        await db.SecondFactors.Where(f => f.UserId == user.Id).ExecuteDeleteAsync(cancellation);
        await db.RecoveryCodes.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Saves what the journal and the notices hold as well; Identity changes the stamp, which ends all sign-ins.</summary>
    private async Task SetAsync(PortalUser user, bool isOn)
    {
        var done = await users.SetTwoFactorEnabledAsync(user, isOn);
        if (!done.Succeeded) throw new DbUpdateConcurrencyException(string.Join("; ", done.Errors.Select(e => e.Description)));
    }

    private async Task<PortalUser> FindAsync(int userId) =>
        await users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException("The account is gone.");

    /// <summary>The time step of a code that is right now, or was or will be a moment from now.</summary>
    private long? Step(string secret, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length != CodeDigits) return null;
        var app = new Totp(Base32Encoding.ToBytes(_protector.Unprotect(secret)));
        return app.VerifyTotp(time.UtcNow, digits, out var step, _window) ? step : null;
    }

    private static AppSecret Show(string name, string secret) => new(
        string.Join(' ', secret.Chunk(4).Select(c => new string(c))),
        new OtpUri(OtpType.Totp, secret, name, Issuer).ToString());
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Changing one's password, and getting a new one by a one-time link.</summary>
public sealed class PasswordService(
    PortalDbContext db, UserManager<PortalUser> users, SignInThrottle throttle, PortalJournal journal, Actor actor, Outbox outbox, PortalAddress address, ChinaTime time)
{
    /// <summary>What everybody reads who comes with a link that cannot be used.</summary>
    public const string ClosedMessage = "链接已经用过或已过期。请重新申请。";

    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(2);

    /// <summary>Between two mails to one person.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(2);

    /// <summary>Changes the password of the signed-in person. Their other sessions end.</summary>
    public async Task<Outcome> ChangeAsync(int userId, string current, string password, CancellationToken cancellation)
    {
        if (await throttle.TakeOwnAsync("password-change", userId, cancellation) is not { } taken) return Outcome.Refused("CurrentPassword", "连续多次密码不对，请等一会儿再试。");
        if (await FindAsync(userId) is not { IsDisabled: false } user) return Outcome.Refused("没有这个账号。");
        if (!await users.CheckPasswordAsync(user, current)) return Outcome.Refused("CurrentPassword", "当前密码不对。");
        await throttle.SucceedAsync(taken, cancellation);
        journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.PasswordChanged);
        return Finish(await users.ChangePasswordAsync(user, current, password));
    }

    /// <summary>Sends a link to the person of that name or address. The answer is the same whether there is one or not.</summary>
    public async Task RequestResetAsync(string name, CancellationToken cancellation)
    {
        name = name.Trim();
        var user = name.Contains('@') ? await users.FindByEmailAsync(name) : null;
        user ??= await users.FindByNameAsync(name);
        if (user is not { IsDisabled: false, Email: { Length: > 0 } email }) return;
        var (now, before) = (time.UtcNow, time.UtcNow - _pause);
        // one conditional update: of many requests at once, one sends
        var mayMail = await db.Users.Where(u => u.Id == user.Id && (u.ResetMailSentAt == null || u.ResetMailSentAt < before))
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.ResetMailSentAt, now), cancellation);
        if (mayMail == 0) return;
        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.ResetRequested);
        var text = $"""
            {user.DisplayName}，您好：

            有人申请为账号 {user.UserName} 设置新密码。请在 {LinkLifetime.Hours} 小时内打开下面的链接，链接只能使用一次。

            {address.Of($"/account/reset/{user.Id.ToString(CultureInfo.InvariantCulture)}?token={token}")}

            如果不是您本人申请，请忽略这封邮件，密码不会改变。
            """;
        outbox.AddMail(MessageKind.PasswordReset, email, "设置新密码", text, now + LinkLifetime);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether a link can still be used.</summary>
    public async Task<bool> IsLinkOpenAsync(int userId, string? token, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await FindAsync(userId) is { IsDisabled: false } user && Decode(token) is { } raw
            && await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<PortalUser>.ResetPasswordTokenPurpose, raw);
    }

    /// <summary>Sets a new password by a link, which thereby stops working; open sessions end.</summary>
    public async Task<Outcome> ResetAsync(int userId, string? token, string password, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (await FindAsync(userId) is not { IsDisabled: false } user || Decode(token) is not { } raw) return Outcome.Refused(ClosedMessage);
        actor.Is(user.Id, user.DisplayName);
        journal.Write(JournalSubjects.Account, user.UserName!, AccountActs.PasswordReset);
        return Finish(await users.ResetPasswordAsync(user, raw, password));
    }

    /// <summary>Identity saves the change and the journal's line together; after a refusal neither may linger.</summary>
    private Outcome Finish(IdentityResult result)
    {
        if (!result.Succeeded) db.ChangeTracker.Clear();
        return result.ToOutcome("Password");
    }

    private Task<PortalUser?> FindAsync(int userId) => users.FindByIdAsync(userId.ToString(CultureInfo.InvariantCulture));

    private static string? Decode(string? token)
    {
        if (string.IsNullOrEmpty(token) || !Base64Url.IsValid(token)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
    }
}

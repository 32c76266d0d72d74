using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace HuaihuaPilotZone.BrowserTests.SignIns;

/// <summary>People with an app on their phone, while the clock of all tests stands still.</summary>
internal static class TwoStepPeople
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The administrator of an enterprise of their own.</summary>
    /// <returns>The id of the account.</returns>
    public static Task<int> HasTwoStepPersonAsync(this LivePortal portal, string name) => portal.InScopeAsync(async s =>
    {
        var firm = await s.GetRequiredService<EnterpriseService>().CreateAsync(
            new EnterpriseData { Name = $"两步验证示例{name}有限公司", CreditCode = CreditCode.Next(), Type = EnterpriseType.CrossBorderCommerce }, EnterpriseStage.Signed, new DateOnly(2026, 6, 1), Cancellation);
        var person = new PortalUser { UserName = name, Email = $"{name}@example.invalid", DisplayName = "两步人员", CreatedAt = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc) };
        Assert.True((await s.GetRequiredService<UserManager<PortalUser>>().CreateAsync(person, DemonstrationAccounts.Password)).Succeeded);
        var db = s.GetRequiredService<PortalDbContext>();
        db.Memberships.Add(new Membership { UserId = person.Id, EnterpriseId = firm.Value, Role = MembershipRole.EnterpriseAdministrator, Since = person.CreatedAt });
        await db.SaveChangesAsync(Cancellation);
        return person.Id;
    });

    /// <summary>What the app shows so many half minutes from now.</summary>
    public static string CodeOf(this LivePortal portal, string secret, int steps) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    /// <summary>Instead of an hour passing, the proof was given an hour ago.</summary>
    public static Task<int> ProvedLongAgoAsync(this LivePortal portal, int userId) => portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().SignInSessions.Where(x => x.UserId == userId)
        .ExecuteUpdateAsync(set => set.SetProperty(x => x.ProvedAt, new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc)), Cancellation));

    /// <summary>As if half a minute had passed since the last code.</summary>
    public static Task<int> ForgetLastStepAsync(this LivePortal portal, int userId) => portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().SecondFactors.Where(f => f.UserId == userId)
        .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, 0L), Cancellation));

    private static async Task<T> InScopeAsync<T>(this LivePortal portal, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}

using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class MakingAnInventedRosterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_development_nothing_is_invented_and_one_sentence_says_so()
    {
        await using var own = Portal.Own(("environment", "Testing"), ("SignIn:StaffTwoFactor", "Required"));
        var before = await own.WithDatabaseAsync(db => db.Enterprises.MaxAsync(e => e.Id, Cancellation));

        var refused = await Assert.ThrowsAsync<SetupException>(() => PortalCommands.Find(["generate-roster", "10"])!(own.Services, ["generate-roster", "10"]));

        Assert.Contains("只能在开发环境", refused.Message, StringComparison.Ordinal);
        Assert.False(await own.WithDatabaseAsync(db => db.Enterprises.AnyAsync(e => e.Id > before && e.Name.Contains("示例") && e.CreditCode.StartsWith("91431299T"), Cancellation)));
    }

    [Fact]
    public async Task What_is_invented_is_marked_has_good_codes_and_is_found_and_counted_at_once()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        var before = await own.WithDatabaseAsync(db => db.Enterprises.CountAsync(Cancellation));

        await own.InScopeAsync(async s =>
        {
            await s.GetRequiredService<SampleRoster>().MakeAsync(30, null, Cancellation);
            return 0;
        });

        var made = await own.WithDatabaseAsync(db => db.Enterprises.Where(e => e.CreditCode.StartsWith("91431299T")).Select(e => new { e.Name, e.CreditCode, e.IsDemonstration }).ToListAsync(Cancellation));
        Assert.Equal(30, made.Count);
        Assert.All(made, e => Assert.True(e.IsDemonstration && e.Name.Contains("示例", StringComparison.Ordinal) && UnifiedSocialCreditCode.Check(e.CreditCode) is null));
        var page = (await (await own.VisitAsAsync("auditor")).OpenAsync($"/park/enterprises?q={made[7].CreditCode}")).Content();
        Assert.Contains(made[7].Name, page, StringComparison.Ordinal);
        Assert.Contains($"共 {before + 30} 家", (await (await own.VisitAsAsync("auditor")).OpenAsync("/park/enterprises")).Content(), StringComparison.Ordinal);
    }
}

using System.Security.Cryptography;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>Personal columns as they really stand in the database, and what a change of keys does to them.</summary>
public sealed class KeepingColumnsEncryptedTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_of_the_database_does_not_tell_whom_to_call()
    {
        var (_, enterprise) = await portal.HasColleagueAsync("示例加密有限公司", OwnData.Phone);

        var stored = await StoredPhonesAsync(portal, enterprise);
        Assert.Equal(2, stored.Count);
        Assert.All(stored, s => Assert.StartsWith("p1.test.", s, StringComparison.Ordinal));
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(OwnData.Phone, await PhoneAsync(portal, enterprise));
    }

    [Fact]
    public async Task What_the_roster_writes_past_the_tracker_is_encrypted_too()
    {
        var plain = await portal.WithDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT Phone AS Value FROM Contacts WHERE Phone IS NOT NULL").Where(v => !v.StartsWith("p1.")).Take(5).ToListAsync(Cancellation));

        Assert.Empty(plain);
        Assert.True(await portal.WithDatabaseAsync(db => db.Set<Contact>().CountAsync(c => c.Phone != null, Cancellation)) > 0);
    }

    [Fact]
    public void A_value_is_bound_to_its_column_and_a_changed_one_is_not_read()
    {
        var ring = PersonalKeyRing.Throwaway;
        var stored = ring.Encrypt("Contact.Phone", "13812345678");

        Assert.Equal("13812345678", ring.Decrypt("Contact.Phone", stored));
        Assert.Throws<AuthenticationTagMismatchException>(() => ring.Decrypt("Contact.Email", stored));
        Assert.Throws<AuthenticationTagMismatchException>(() => ring.Decrypt("Contact.Phone", stored[..^6] + (stored[^6] == 'A' ? 'B' : 'A') + stored[^5..]));
        Assert.True(stored.Length <= PersonalKeyRing.LengthOf(11));
        Assert.True(ring.Encrypt("Contact.Phone", new string('汉', 254)).Length <= PersonalKeyRing.LengthOf(254));
    }

    [Fact]
    public void A_missing_key_is_said_by_its_id()
    {
        var stored = PersonalKeyRing.Throwaway.Encrypt("Contact.Phone", "1");
        var other = new PersonalKeyRing(() => new PersonalKeySet("other", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["other"] = new byte[32] }, new byte[32]));

        Assert.Contains("random", Assert.Throws<CryptographicException>(() => other.Decrypt("Contact.Phone", stored)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mark_of_a_number_is_the_same_for_the_same_number_and_key_alone()
    {
        var other = new PersonalKeyRing(PersonalKeySet.Random);

        Assert.Equal(PersonalKeyRing.Throwaway.MarkOf("identity", "43120019900101123x"), PersonalKeyRing.Throwaway.MarkOf("identity", " 43120019900101123X "));
        Assert.NotEqual(PersonalKeyRing.Throwaway.MarkOf("identity", "431200199001011234"), other.MarkOf("identity", "431200199001011234"));
        Assert.NotEqual(PersonalKeyRing.Throwaway.MarkOf("identity", "431200199001011234"), PersonalKeyRing.Throwaway.MarkOf("other", "431200199001011234"));
    }

    [Fact]
    public async Task An_applicant_is_found_by_the_whole_number_of_a_document_that_is_kept_nowhere()
    {
        var receipt = await portal.InScopeAsync(s => s.GetRequiredService<InformationRequestBox>().SubmitAsync(
            new RequestDraft(
                new RequestApplicant("示例申请人", IdentityKind.ResidentId, "431200198505051234", "13300007777", null, null), "示例信息", InformationForm.Electronic, DeliveryWay.Online, new PrivacyConsent(true, PrivacyNotice.Version)),
            Cancellation));
        var park = await portal.VisitAsAsync("admin");

        Assert.Contains(receipt.Value.Number, (await park.OpenAsync("/park/information-requests?q=431200198505051234")).Content(), StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Value.Number, (await park.OpenAsync("/park/information-requests?q=43120019850505")).Content(), StringComparison.Ordinal);
        var stored = await portal.WithDatabaseAsync(db => db.InformationRequests.AsNoTracking().SingleAsync(r => r.Number == receipt.Value.Number, Cancellation));
        Assert.StartsWith("p1.test.", stored.ProtectedApplicant, StringComparison.Ordinal);
        Assert.DoesNotContain("431200198505051234", stored.IdentityMark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_keys_are_configured_the_portal_makes_its_own_changes_them_and_rewrites_what_is_there()
    {
        await using var own = Portal.Own(("Personal:Keys:test", ""), ("Personal:MarkKey", ""), ("Jobs:Parallel", "0"));
        var (_, enterprise) = await own.HasColleagueAsync("示例换钥有限公司", OwnData.Phone);
        var park = await own.VisitAsAsync("admin");
        // a row from before there were keys
        await own.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Contacts SET Phone = '13600004444' WHERE Phone IS NOT NULL AND EnterpriseId = {0} AND Name LIKE '旁人%'", [enterprise], Cancellation));
        var former = (await StoredPhonesAsync(own, enterprise)).First(s => s.StartsWith("p1.", StringComparison.Ordinal)).Split('.')[1];

        Assert.Equal("/park/privacy/keys", (await park.SubmitAsync("/park/privacy/keys", [], button: "fresh=true")).LedTo());
        await RunAllAsync(own);

        var stored = await StoredPhonesAsync(own, enterprise);
        var active = own.Services.GetRequiredService<PersonalKeyRing>().ActiveId;
        Assert.NotEqual(former, active);
        Assert.All(stored, s => Assert.StartsWith($"p1.{active}.", s, StringComparison.Ordinal));
        Assert.Equal([OwnData.Phone, "13600004444"], await own.WithDatabaseAsync(db => db.Set<Contact>().Where(c => c.EnterpriseId == enterprise).OrderBy(c => c.Id).Select(c => c.Phone).ToListAsync(Cancellation)));
        Assert.All((await park.OpenAsync("/park/privacy/keys")).QuerySelectorAll("[data-column] td:last-child"), cell => Assert.Equal("0", cell.TextContent));
    }

    [Fact]
    public async Task Configured_keys_are_not_made_here_and_a_former_one_is_read_until_all_is_rewritten()
    {
        var park = await portal.VisitAsAsync("admin");
        var answer = await park.ForgeAsync("/park/privacy/keys", "/park/privacy/keys", new() { ["fresh"] = "true" });
        await answer.RefusedWithAsync("密钥在配置里");

        await using var own = Portal.Own(("Personal:Keys:next", TestKeys.Make(9)), ("Personal:ActiveKey", "next"), ("Jobs:Parallel", "0"));
        var (_, enterprise) = await own.HasColleagueAsync("示例新钥有限公司", OwnData.Phone);
        var formerly = PersonalKeyRing.Of(new PersonalKeySet("test", new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["test"] = Convert.FromBase64String(TestKeys.Encrypting) }, Convert.FromBase64String(TestKeys.Marking)));
        await own.WithDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Contacts SET Phone = {0} WHERE EnterpriseId = {1}", [formerly.Encrypt("Contact.Phone", "13500005555"), enterprise], Cancellation));

        Assert.Equal("13500005555", await PhoneAsync(own, enterprise));
        await own.InScopeAsync(s => s.GetRequiredService<KeyRotation>().RotateAsync(makeKey: false, Cancellation));
        await RunAllAsync(own);

        Assert.All(await StoredPhonesAsync(own, enterprise), s => Assert.StartsWith("p1.next.", s, StringComparison.Ordinal));
        Assert.Equal("13500005555", await PhoneAsync(own, enterprise));
    }

    private static async Task RunAllAsync(Portal own)
    {
        while (await own.Services.GetRequiredService<JobRunner>().RunNextAsync(Cancellation))
        {
        }

        Assert.All(await own.WithDatabaseAsync(db => db.Jobs.AsNoTracking().Where(j => j.Kind == "privacy.rotate").ToListAsync(Cancellation)), j => Assert.Equal(JobState.Done, j.State));
    }

    private static Task<List<string>> StoredPhonesAsync(Portal portal, int enterprise) => portal.WithDatabaseAsync(db =>
        db.Database.SqlQueryRaw<string>("SELECT Phone AS Value FROM Contacts WHERE EnterpriseId = {0} ORDER BY Id", enterprise).ToListAsync(Cancellation));

    private static Task<string?> PhoneAsync(Portal portal, int enterprise) => portal.WithDatabaseAsync(db => db.Set<Contact>().Where(c => c.EnterpriseId == enterprise).OrderBy(c => c.Id).Select(c => c.Phone).FirstAsync(Cancellation));
}

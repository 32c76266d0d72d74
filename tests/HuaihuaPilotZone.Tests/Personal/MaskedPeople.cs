using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.InformationRequests;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>The same person at every desk of the park, for tests about what the desk shows of them.</summary>
internal static class MaskedPeople
{
    public const string Name = "钟离示例人";
    public const string Phone = "13711110000";
    public const string Mail = "masked.person@example.invalid";

    /// <summary>What no page may show without a reason.</summary>
    public static readonly IReadOnlyList<string> Whole = [Name, Phone, Mail];

    private static readonly PrivacyConsent _consent = new(true, PrivacyNotice.Version);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The number of a record of that desk.</returns>
    public static Task<string> HasAsync(Portal portal, string desk, LetterKind letter = LetterKind.Consultation) => portal.InScopeAsync(async s => desk switch
    {
        "applications" => (await s.GetRequiredService<EntryApplicationService>().SubmitAsync(
            new EntryRequest { Name = "示例遮盖申请企业", CreditCode = CreditCode.Next(), Type = EnterpriseType.Manufacturing, Intent = "入驻", ContactName = Name, ContactPhone = Phone, ContactEmail = Mail, Consent = _consent },
            Cancellation)).Value.Number,
        "letters" => (await s.GetRequiredService<LetterBox>().SubmitAsync(new LetterRequest(letter, "遮盖", "来信内容", new LetterWriter(Name, Phone, Mail), false, _consent), [], Cancellation)).Value.Number,
        "information-requests" => (await s.GetRequiredService<InformationRequestBox>().SubmitAsync(
            new RequestDraft(new RequestApplicant(Name, IdentityKind.Other, "X98765", Phone, Mail, "示例路 9 号"), "所需信息", InformationForm.Electronic, DeliveryWay.Online, _consent), Cancellation)).Value.Number,
        "successions" => await SuccessionAsync(s),
        _ => (await s.GetRequiredService<LeadDesk>().AddAsync(
            new LeadData("示例遮盖线索企业", new ContactData(null, Name, "经理", Phone, Mail), null, null, default, null, null, null, null, null, null, null), Cancellation)).Value,
    });

    private static async Task<string> SuccessionAsync(IServiceProvider services)
    {
        var (db, number) = (services.GetRequiredService<PortalDbContext>(), $"JJ-20261122-{Random.Shared.Next(1000, 10_000)}");
        db.Successions.Add(new Succession
        {
            Number = number,
            CreditCode = CreditCode.Next(),
            ProtectedPerson = services.GetRequiredService<PersonalColumn>().Protect(new SuccessionPerson(Name, "经理", Phone, Mail)),
            PrivacyNoticeVersion = PrivacyNotice.Version,
            Reason = "原管理员离职",
            State = SuccessionState.Waiting,
            AskedAt = DateTime.UtcNow,
        });
        await db.SaveChangesAsync(Cancellation);
        return number;
    }
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Keeps what an enterprise's filings are pre-filled with and sent under. Both the park and the enterprise's administrator may edit it.</summary>
public sealed class FilingProfileService(PortalDbContext db, EnterpriseRoster roster, PortalJournal journal)
{
    /// <summary>Code points that the E-Port messages have for a name.</summary>
    public const int NameMaxCodePoints = 100;

    public const int OfficeLength = 4;

    /// <summary>Written where goods are not sold through a platform.</summary>
    public const string NoPlatform = "无";

    /// <param name="version">The profile's version that the form showed; 0 when there was none.</param>
    public async Task<EditOutcome> SaveAsync(int enterpriseId, int version, FilingData data, CancellationToken cancellation)
    {
        data = data.Tidied();
        var enterprise = await db.Enterprises.Include(e => e.FilingProfile).SingleOrDefaultAsync(e => e.Id == enterpriseId, cancellation);
        if (enterprise is null) return Outcome.Refused("名录里没有这家企业。");
        if (Refuse(data, enterprise.CreditCode).ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        var changes = Compare(FilingData.Of(enterprise.FilingProfile), data);
        if (changes.Count == 0) return Outcome.Done;
        if (enterprise.FilingProfile is null)
        {
            if (version != 0) return await ConflictAsync(enterpriseId, data, cancellation);
            enterprise.FilingProfile = new FilingProfile();
        }
        else
        {
            db.Expect(enterprise.FilingProfile, version);
        }
        data.WriteTo(enterprise.FilingProfile);
        journal.Write(JournalSubjects.Enterprise, Key(enterpriseId), EnterpriseActs.ProfileChanged, changes: changes);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // an older version, or two first versions at once (the primary key lets one pass)
            db.ChangeTracker.Clear();
            var conflict = await ConflictAsync(enterpriseId, data, cancellation);
            if (conflict.Conflict?.CurrentVersion != version) return conflict;
            // the first profile counts for the completeness of the record, which somebody else has just saved
            if (version == 0) return Outcome.Refused("这家企业的档案刚被他人修改，请再保存一次。");
            throw;
        }
    }

    private async Task<EditOutcome> ConflictAsync(int enterpriseId, FilingData mine, CancellationToken cancellation)
    {
        var profile = await db.Set<FilingProfile>().AsNoTracking().SingleOrDefaultAsync(p => p.EnterpriseId == enterpriseId, cancellation);
        var last = await roster.LastActAsync(enterpriseId, cancellation);
        return new EditConflict(
            profile?.Version ?? 0, last?.UserName, last?.At,
            [.. Compare(FilingData.Of(profile), mine).Select(c => new ConflictingValue(c.Field, c.Old, c.New))]);
    }

    /// <summary>Everything that stands against a profile. Nothing is required: an enterprise may not have been given its numbers yet.</summary>
    public static IEnumerable<Refusal> Refuse(FilingData data, string? ownCode)
    {
        foreach (var (field, label, code) in new[]
        {
            (nameof(data.TransmissionCode), "传输企业代码", data.TransmissionCode), (nameof(data.DeclarantCode), "申报企业代码", data.DeclarantCode),
            (nameof(data.PlatformCode), "电商平台代码", data.PlatformCode == NoPlatform ? null : data.PlatformCode), (nameof(data.CarrierCode), "物流企业代码", data.CarrierCode),
        })
        {
            if (CreditCodes.PartyProblem(code, ownCode) is { } problem) yield return new Refusal(field, $"{label}：{problem}");
        }
        foreach (var (field, label, name) in new[]
        {
            (nameof(data.TransmissionName), "传输企业名称", data.TransmissionName), (nameof(data.DeclarantName), "申报企业名称", data.DeclarantName),
            (nameof(data.PlatformName), "电商平台名称", data.PlatformName), (nameof(data.CarrierName), "物流企业名称", data.CarrierName),
        })
        {
            if (name is not null && name.EnumerateRunes().Count() > NameMaxCodePoints) yield return new Refusal(field, $"{label}最多 {NameMaxCodePoints} 个字。");
        }
        foreach (var (field, label, office) in new[]
        {
            (nameof(data.CustomsOffice), "申报地海关", data.CustomsOffice), (nameof(data.PortOffice), "口岸海关", data.PortOffice),
        })
        {
            if (office is not null && (office.Length != OfficeLength || !office.All(char.IsAsciiDigit))) yield return new Refusal(field, $"{label}代码应为 {OfficeLength} 位数字。");
        }
        if (data.DxpId is { Length: > FilingProfile.DxpIdMaxLength }) yield return new Refusal(nameof(data.DxpId), $"报文传输编号最多 {FilingProfile.DxpIdMaxLength} 个字符。");
    }

    private static List<FieldChange> Compare(FilingData old, FilingData now) =>
        [.. old.Describe().Zip(now.Describe(), (o, n) => new FieldChange(o.Label, o.Value, n.Value)).Where(c => c.IsChange)];

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}

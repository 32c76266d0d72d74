using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Applications;

/// <summary>Invented applications in each state, where demonstration data is asked for.</summary>
internal sealed class ApplicationsSeed(PortalDbContext db, ChinaTime time) : RoomSeed
{
    public override int Order => 15;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.EntryApplications.AnyAsync(cancellation)) return;
        db.EntryApplications.AddRange(
            Make("示例跨境贸易有限公司", "91431299MA00002187", EnterpriseType.CrossBorderCommerce, "示例：经营箱包的跨境电商出口，计划通过北部湾通道发往东盟。", 2),
            Make("示例包装材料有限公司", "91431299MA0000234W", EnterpriseType.Manufacturing, "示例：为食品企业提供包装，希望租用标准厂房。", 1),
            Make("示例咨询服务有限公司", "91431299MA00002262", EnterpriseType.Services, "示例：提供企业管理咨询。", 4, "示例：经营内容与综试区业务无关，请补充说明后再申请。"));
        await db.SaveChangesAsync(cancellation);
    }

    private EntryApplication Make(string name, string creditCode, EnterpriseType type, string intent, int daysAgo, string? refusal = null)
    {
        var at = time.UtcNow - TimeSpan.FromDays(daysAgo);
        return new EntryApplication
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"RZ-{ChinaTime.DayOf(at):yyyyMMdd}-0001"),
            Name = name,
            CreditCode = creditCode,
            Type = type,
            Intent = intent,
            ContactName = "示例联系人",
            ContactPhone = "000-00000000",
            ContactEmail = "apply@example.invalid",
            PrivacyNoticeVersion = PrivacyNotice.Version,
            PrivacyNoticeAcceptedAt = at,
            SubmittedAt = at,
            IsDemonstration = true,
            State = refusal is null ? ApplicationState.Submitted : ApplicationState.Refused,
            DecidedAt = refusal is null ? null : at + TimeSpan.FromHours(5),
            DecidedBy = refusal is null ? null : "示例管理员",
            DecisionReason = refusal,
        };
    }
}

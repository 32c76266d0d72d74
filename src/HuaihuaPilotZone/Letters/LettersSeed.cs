using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Letters;

/// <summary>Invented letters, one published and one that waits, where demonstration data is asked for.</summary>
internal sealed class LettersSeed(PortalDbContext db, PersonalColumn personal, ChinaTime time) : RoomSeed
{
    private const string Title = "示例：9610 出口的退货怎么办理？";
    private const string Body = "示例来信：我公司以 9610 方式出口的箱包有少量退货，应在平台上怎样办理？";
    private const string Reply = "示例答复：请先在“退运免税测算”里核对条件，再到“后续申请”选择退货申请单，从原清单带出数据后提交。平台只作申报前的准备，以海关和税务机关的审核为准。";

    public override int Order => 75;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        if (await db.Letters.AnyAsync(l => l.IsDemonstration, cancellation)) return;
        db.Letters.AddRange(
            Make(1, LetterKind.Consultation, Title, Body, daysAgo: 9, answered: true),
            Make(2, LetterKind.Suggestion, "示例：希望增加越南语页面", "示例来信：东盟客户常来查询，希望公开页面有越南语版本。", daysAgo: 2, answered: false));
        await db.SaveChangesAsync(cancellation);
    }

    private Letter Make(int sequence, LetterKind kind, string title, string body, int daysAgo, bool answered)
    {
        var at = time.UtcNow.AddDays(-daysAgo);
        var number = string.Create(CultureInfo.InvariantCulture, $"XJ-20260101-000{sequence}");
        return new Letter
        {
            Number = number,
            CodeHash = QueryCode.Hash(number, QueryCode.New()),
            Kind = kind,
            Title = title,
            Body = body,
            ProtectedWriter = personal.Protect(new LetterWriter("示例来信人", "000-00000000", "writer@example.invalid")),
            WantsPublication = answered,
            PrivacyNoticeVersion = PrivacyNotice.Version,
            ReceivedAt = at,
            LimitDays = kind == LetterKind.Consultation ? 5 : 15,
            State = answered ? LetterState.Answered : LetterState.Received,
            Reply = answered ? Reply : null,
            RepliedAt = answered ? at.AddDays(4) : null,
            RepliedBy = answered ? "示例管理员" : null,
            TakenDays = answered ? 3 : null,
            PublicState = answered ? PublicationState.Published : PublicationState.Draft,
            PublicTitle = answered ? title : null,
            PublicBody = answered ? body : null,
            PublicReply = answered ? Reply : null,
            PublishedAt = answered ? at.AddDays(5) : null,
            IsDemonstration = true,
        };
    }
}

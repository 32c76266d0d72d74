using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>Tells everybody who serves one of the records what became of them.</summary>
public sealed class MergeNews(PortalDbContext db, Outbox outbox)
{
    private const int MostPeople = 200;

    internal Task TellMergedAsync(RosterMerge merge, CancellationToken cancellation) => TellAsync(
        [merge.KeptId], "企业档案已合并", $"园区确认“{merge.OtherName}”与“{merge.KeptName}”是同一家企业，两份档案已合并为“{merge.KeptName}”的档案。预申报、文件、成员等已一并转入，登录后即可看到。", cancellation);

    internal Task TellUndoneAsync(RosterMerge merge, CancellationToken cancellation) => TellAsync(
        [merge.KeptId, merge.OtherId], "企业档案的合并已撤销", $"“{merge.OtherName}”与“{merge.KeptName}”又是两份档案，转入的内容已回到原处。合并之后新做的内容留在“{merge.KeptName}”。", cancellation);

    internal Task TellSplitAsync(RosterMerge split, CancellationToken cancellation) => TellAsync(
        [split.KeptId, split.OtherId], "企业档案已拆分", $"园区从“{split.KeptName}”的档案中分出了“{split.OtherName}”。园区选定的内容已转到新档案。", cancellation);

    internal Task TellSplitUndoneAsync(RosterMerge split, CancellationToken cancellation) => TellAsync(
        [split.KeptId], "企业档案的拆分已撤销", $"“{split.OtherName}”不再是单独的档案，它的内容已回到“{split.KeptName}”。", cancellation);

    private async Task TellAsync(int[] enterprises, string title, string text, CancellationToken cancellation)
    {
        var people = await db.Memberships.Where(m => enterprises.Contains(m.EnterpriseId) && m.EndedAt == null && m.SuspendedAt == null)
            .Select(m => m.UserId).Distinct().OrderBy(id => id).Take(MostPeople).ToListAsync(cancellation);
        foreach (var person in people) await outbox.NotifyAsync(Audience.Person(person), new NoticeDraft(MessageKind.ParkNotice, title, text, "/enterprise"), cancellation);
    }
}

using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Messages;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>Tells whose turn it is, in the transaction of the act.</summary>
public sealed class EditorialNotices(Outbox outbox, IOptions<EditorialOptions> options)
{
    internal async Task AskForReviewAsync(string title, string address, CancellationToken cancellation)
    {
        var notice = Notice($"待审核：{title}", $"“{title}”已送审，请审核。", address);
        await outbox.NotifyAsync(Audience.Staff(StaffRoles.Reviewer), notice, cancellation);
        await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), notice, cancellation);
    }

    /// <param name="submitter">Publishes it, unless that has to be somebody else.</param>
    internal Task AskForPublicationAsync(string title, string address, int? submitter, CancellationToken cancellation) =>
        outbox.NotifyAsync(
            submitter is { } person && options.Value.SeparateDuties != SeparateDuties.Everyone ? Audience.Person(person) : Audience.Staff(StaffRoles.ParkAdministrator),
            Notice($"待发布：{title}", $"“{title}”已审核通过，可以发布。", address), cancellation);

    internal Task TellReturnedAsync(string title, string reason, string address, int? submitter, CancellationToken cancellation) =>
        TellAsync(submitter, Notice($"退回修改：{title}", $"“{title}”没有通过审核：{reason}", address), cancellation);

    internal Task TellNotPublishedAsync(string title, string reason, string address, int? scheduler, CancellationToken cancellation) =>
        TellAsync(scheduler, Notice($"没有按时发布：{title}", $"“{title}”到了设定的时间没有发布：{reason}", address), cancellation);

    /// <summary>Tells those who wrote a text and whoever set its time that its publication broke; where nobody is known, those who run the portal.</summary>
    internal async Task TellBrokenAsync(EditedText text, string address, CancellationToken cancellation)
    {
        var notice = Notice($"没有按时发布：{text.Title}", $"“{text.Title}”到了设定的时间，系统发布时出错，公众还看不到。系统会自动再试，其他稿件照常发布。请打开核对，也可以重新保存后再设定时间；多次不成请告知系统管理员。", address);
        var people = text.WriterIds.Concat(text.ScheduledById is { } scheduler ? [scheduler] : []).Distinct().ToList();
        foreach (var person in people) await outbox.NotifyAsync(Audience.Person(person), notice, cancellation);
        if (people.Count == 0) await outbox.NotifyAsync(Audience.Staff(StaffRoles.ParkAdministrator), notice, cancellation);
    }

    private Task TellAsync(int? person, NoticeDraft notice, CancellationToken cancellation) =>
        person is { } id ? outbox.NotifyAsync(Audience.Person(id), notice, cancellation) : Task.CompletedTask;

    private static NoticeDraft Notice(string title, string text, string address) => new(MessageKind.EditorialTurn, title, text, address);
}

using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Messages;

namespace HuaihuaPilotZone.Web.Public.Inbox;

/// <param name="OnlyUnread">Whether the list shows unread ones alone.</param>
/// <param name="Unread">How many are unread in all.</param>
public sealed record InboxPage(bool OnlyUnread, int Unread, Page<Notice> Notices);

/// <summary>Which kinds are mailed too.</summary>
public sealed class InboxSettingsForm
{
    public List<MessageKind> Mailed { get; set; } = [];
}

public sealed class InboxSettingsFormValidator : AbstractValidator<InboxSettingsForm>
{
    public InboxSettingsFormValidator() => RuleForEach(f => f.Mailed).Must(MessageKinds.Choosable.Contains).WithMessage("没有这种消息，请刷新后再选。");
}

namespace HuaihuaPilotZone.Web.Public.Inbox;

/// <summary>Names the words of the inbox and its settings (InboxText.resx, InboxText.en.resx).</summary>
public sealed class InboxText;

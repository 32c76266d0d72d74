namespace HuaihuaPilotZone.Web.Public.Account;

/// <summary>Names the words of signing in, invitations and passwords (AccountText.resx, AccountText.en.resx).</summary>
public sealed class AccountText;

namespace HuaihuaPilotZone.Web.Public.Privacy;

/// <summary>Names the words of the privacy notice (PrivacyText.resx, PrivacyText.en.resx). A change of meaning needs a new PrivacyNotice.Version.</summary>
public sealed class PrivacyText;

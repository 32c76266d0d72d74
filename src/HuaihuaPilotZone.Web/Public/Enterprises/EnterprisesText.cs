namespace HuaihuaPilotZone.Web.Public.Enterprises;

/// <summary>Names the words of the public directory and of the application for entry (EnterprisesText.resx, EnterprisesText.en.resx).</summary>
public sealed class EnterprisesText;

namespace HuaihuaPilotZone.Web.Public.Status;

/// <summary>Names the resource files StatusText.resx (Chinese) and StatusText.en.resx: the status page.</summary>
public sealed class StatusText;

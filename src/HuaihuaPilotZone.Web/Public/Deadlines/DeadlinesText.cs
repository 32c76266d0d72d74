namespace HuaihuaPilotZone.Web.Public.Deadlines;

/// <summary>Names the resource files DeadlinesText.resx (Chinese) and DeadlinesText.en.resx: the calculator of terms.</summary>
public sealed class DeadlinesText;

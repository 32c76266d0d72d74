namespace HuaihuaPilotZone.Web.Public.Errors;

/// <summary>Names the resource files ErrorText.resx (Chinese) and ErrorText.en.resx: the error pages.</summary>
public sealed class ErrorText;

namespace HuaihuaPilotZone.Web.Public.Letters;

/// <summary>Names the resource files LettersText.resx (Chinese) and LettersText.en.resx: letters and their answers.</summary>
public sealed class LettersText;

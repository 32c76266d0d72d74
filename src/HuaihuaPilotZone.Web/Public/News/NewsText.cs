namespace HuaihuaPilotZone.Web.Public.News;

/// <summary>Names the resource files NewsText.resx (Chinese) and NewsText.en.resx: the news pages.</summary>
public sealed class NewsText;

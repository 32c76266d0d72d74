namespace HuaihuaPilotZone.Web.Public.Home;

/// <summary>Names the resource files HomeText.resx (Chinese) and HomeText.en.resx: the home page.</summary>
public sealed class HomeText;

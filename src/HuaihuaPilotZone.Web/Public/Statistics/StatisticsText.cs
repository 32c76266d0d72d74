namespace HuaihuaPilotZone.Web.Public.Statistics;

/// <summary>Names the resource files StatisticsText.resx (Chinese) and StatisticsText.en.resx: indicators, their series and values.</summary>
public sealed class StatisticsText;

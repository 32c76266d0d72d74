namespace HuaihuaPilotZone.Web.Public.Planner;

/// <summary>Names the resource files PlannerText.resx (Chinese) and PlannerText.en.resx: the route planner.</summary>
public sealed class PlannerText;

namespace HuaihuaPilotZone.Web.Public.Tracking;

/// <summary>Names the resource files TrackingText.resx (Chinese) and TrackingText.en.resx: following consignments.</summary>
public sealed class TrackingText;

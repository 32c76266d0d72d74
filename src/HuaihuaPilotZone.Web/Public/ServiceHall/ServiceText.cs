namespace HuaihuaPilotZone.Web.Public.ServiceHall;

/// <summary>Names the resource files ServiceText.resx (Chinese) and ServiceText.en.resx: the pages of the service hall.</summary>
public sealed class ServiceText;

namespace HuaihuaPilotZone.Web.Public.PolicyDocuments;

/// <summary>Names the resource files PolicyText.resx (Chinese) and PolicyText.en.resx: the policy library.</summary>
public sealed class PolicyText;

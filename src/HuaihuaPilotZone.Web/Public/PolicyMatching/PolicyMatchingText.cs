namespace HuaihuaPilotZone.Web.Public.PolicyMatching;

/// <summary>Names the resource files PolicyMatchingText.resx (Chinese) and PolicyMatchingText.en.resx: for whom a policy is.</summary>
public sealed class PolicyMatchingText;

namespace HuaihuaPilotZone.Web.Public.Subscriptions;

/// <summary>Names the resource files SubscriptionsText.resx (Chinese) and SubscriptionsText.en.resx: subscriptions by mail and feed.</summary>
public sealed class SubscriptionsText;

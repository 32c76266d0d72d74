using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>Section "Webhooks".</summary>
public sealed class WebhookOptions
{
    /// <summary>Allow http and addresses of one's own network, to try things out; null = in Development only.</summary>
    public bool? AllowLocal { get; set; }

    /// <summary>Days of failure without a break after which an address is switched off.</summary>
    [Range(1, 30)]
    public int DisableAfterDays { get; set; } = 3;

    /// <summary>Days that ended deliveries are kept for the enterprise to look up and send again.</summary>
    [Range(1, 365)]
    public int KeptDays { get; set; } = 30;
}

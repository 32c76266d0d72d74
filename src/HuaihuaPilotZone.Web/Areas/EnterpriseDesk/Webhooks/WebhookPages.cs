using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Webhooks;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Webhooks;

/// <summary>A new address of the enterprise's system.</summary>
public sealed class WebhookForm
{
    [Display(Name = "地址")]
    public string? Url { get; set; }

    [Display(Name = "预申报状态变化")]
    public bool SendsStates { get; set; } = true;

    [Display(Name = "海关回执")]
    public bool SendsReceipts { get; set; } = true;
}

public sealed class WebhookFormValidator : AbstractValidator<WebhookForm>
{
    public WebhookFormValidator() =>
        RuleFor(f => f.Url).NotEmpty().WithMessage("请填写地址。").MaximumLength(Webhook.UrlMaxLength).WithMessage($"地址最多 {Webhook.UrlMaxLength} 个字符。");
}

public sealed record WebhooksPage(WebhookForm Form, IReadOnlyList<Webhook> Webhooks);

/// <param name="State">Which deliveries are shown; null = all.</param>
public sealed record DeliveriesPage(Webhook Webhook, DeliveryState? State, Page<WebhookDelivery> Deliveries);

/// <summary>Words of webhooks.</summary>
public static class WebhookLooks
{
    public static string Word(this WebhookEvent e) => e switch
    {
        WebhookEvent.DeclarationState => "预申报状态变化",
        WebhookEvent.Receipt => "海关回执",
        WebhookEvent.Test => "测试",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
    };

    public static string Word(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "待发送",
        DeliveryState.Delivered => "已送达",
        DeliveryState.GivenUp => "未送达",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static DeliveryState State(this WebhookDelivery delivery) =>
        delivery.DeliveredAt is not null ? DeliveryState.Delivered : delivery.GivenUpAt is not null ? DeliveryState.GivenUp : DeliveryState.Waiting;

    public static string Tone(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "info",
        DeliveryState.Delivered => "ok",
        DeliveryState.GivenUp => "bad",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Webhooks;

internal sealed class WebhookTable : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.HasOne(w => w.Enterprise).WithMany().HasForeignKey(w => w.EnterpriseId);
        builder.Property(w => w.Url).HasMaxLength(Webhook.UrlMaxLength);
        builder.Property(w => w.ProtectedSecret).HasMaxLength(Webhook.SecretMaxLength);
        builder.Property(w => w.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(w => new { w.EnterpriseId, w.RemovedAt });
    }
}

internal sealed class WebhookDeliveryTable : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasOne(d => d.Webhook).WithMany().HasForeignKey(d => d.WebhookId);
        builder.Property(d => d.EventId).HasMaxLength(WebhookDelivery.EventIdLength);
        builder.Property(d => d.Subject).HasMaxLength(WebhookDelivery.SubjectMaxLength);
        builder.Property(d => d.Body).Unbounded();
        builder.Property(d => d.Lease).HasMaxLength(WebhookDelivery.LeaseMaxLength);
        builder.Property(d => d.LastError).HasMaxLength(WebhookDelivery.ErrorMaxLength);
        builder.HasIndex(d => new { d.WebhookId, d.EventId }).IsUnique();
        builder.HasIndex(d => new { d.DeliveredAt, d.GivenUpAt, d.DueAt });
        builder.HasIndex(d => d.GivenUpAt).HasFilter($"[{nameof(WebhookDelivery.GivenUpAt)}] IS NOT NULL");
        builder.HasIndex(d => new { d.WebhookId, d.Id });
    }
}

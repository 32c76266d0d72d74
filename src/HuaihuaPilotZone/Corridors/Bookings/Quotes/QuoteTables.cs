using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

internal sealed class QuoteRequestTable : IEntityTypeConfiguration<QuoteRequest>
{
    public void Configure(EntityTypeBuilder<QuoteRequest> builder)
    {
        builder.ToTable("QuoteRequests");
        builder.Property(r => r.Number).HasMaxLength(QuoteRequest.NumberMaxLength);
        builder.Property(r => r.FromPlace).HasMaxLength(QuoteRequest.PlaceMaxLength);
        builder.Property(r => r.ToPlace).HasMaxLength(QuoteRequest.PlaceMaxLength);
        builder.Property(r => r.Goods).HasMaxLength(QuoteRequest.GoodsMaxLength);
        builder.Property(r => r.Note).HasMaxLength(QuoteRequest.NoteMaxLength);
        builder.Property(r => r.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.Ignore(r => r.Teu);
        builder.HasOne(r => r.Enterprise).WithMany().HasForeignKey(r => r.EnterpriseId);
        builder.HasMany(r => r.Invitations).WithOne(i => i.Request).HasForeignKey(i => i.RequestId);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.EnterpriseId, r.Id });
    }
}

internal sealed class QuoteInvitationTable : IEntityTypeConfiguration<QuoteInvitation>
{
    public void Configure(EntityTypeBuilder<QuoteInvitation> builder)
    {
        builder.ToTable("QuoteInvitations");
        builder.Property(i => i.Text).HasMaxLength(QuoteInvitation.TextMaxLength);
        builder.HasOne(i => i.Provider).WithMany().HasForeignKey(i => i.ProviderId);
        // a provider is asked once
        builder.HasIndex(i => new { i.RequestId, i.ProviderId }).IsUnique();
        builder.HasIndex(i => new { i.ProviderId, i.Id });
    }
}

internal sealed class ProviderReviewTable : IEntityTypeConfiguration<ProviderReview>
{
    public void Configure(EntityTypeBuilder<ProviderReview> builder)
    {
        builder.ToTable("ProviderReviews");
        builder.Property(r => r.Comment).HasMaxLength(ProviderReview.CommentMaxLength);
        builder.Property(r => r.Answer).HasMaxLength(ProviderReview.CommentMaxLength);
        builder.Property(r => r.HiddenWhy).HasMaxLength(ProviderReview.ReasonMaxLength);
        builder.Property(r => r.CreatedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(r => r.Order).WithMany().HasForeignKey(r => r.OrderId);
        // an order is reviewed once
        builder.HasIndex(r => r.OrderId).IsUnique();
    }
}

internal sealed class TransportOrderTable : IEntityTypeConfiguration<TransportOrder>
{
    public void Configure(EntityTypeBuilder<TransportOrder> builder)
    {
        builder.ToTable("TransportOrders");
        builder.Property(o => o.Number).HasMaxLength(QuoteRequest.NumberMaxLength);
        builder.Property(o => o.Answer).HasMaxLength(QuoteInvitation.TextMaxLength);
        builder.Property(o => o.PlacedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(o => o.Request).WithMany().HasForeignKey(o => o.RequestId);
        builder.HasOne(o => o.Invitation).WithMany().HasForeignKey(o => o.InvitationId);
        builder.HasOne(o => o.Customer).WithMany().HasForeignKey(o => o.CustomerId);
        builder.HasOne(o => o.Provider).WithMany().HasForeignKey(o => o.ProviderId);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => new { o.CustomerId, o.Id });
        builder.HasIndex(o => new { o.ProviderId, o.Id });
    }
}

using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.InformationRequests;

internal sealed class InformationRequestTable : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.ToTable("InformationRequests");
        builder.Property(r => r.Number).HasMaxLength(InformationRequest.NumberMaxLength);
        builder.Property(r => r.CodeHash).HasMaxLength(QueryCode.HashLength);
        builder.Property(r => r.ProtectedApplicant).HasMaxLength(PersonalColumn.MaxLength);
        builder.Property(r => r.IdentityMark).HasMaxLength(InformationRequest.MarkLength);
        builder.Property(r => r.Content).HasMaxLength(InformationRequest.TextMaxLength);
        builder.Property(r => r.PrivacyNoticeVersion).HasMaxLength(PrivacyNotice.VersionMaxLength);
        builder.Property(r => r.CorrectionNote).HasMaxLength(InformationRequest.NoteMaxLength);
        builder.Property(r => r.ConsultedWhom).HasMaxLength(InformationRequest.NoteMaxLength);
        builder.Property(r => r.ExtensionReason).HasMaxLength(InformationRequest.NoteMaxLength);
        builder.Property(r => r.ExtensionApprovedBy).HasMaxLength(InformationRequest.NameMaxLength);
        builder.Property(r => r.Answer).HasMaxLength(InformationRequest.TextMaxLength);
        builder.Property(r => r.AnsweredBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.IdentityMark).HasFilter($"[{nameof(InformationRequest.IdentityMark)}] IS NOT NULL");
        builder.HasIndex(r => new { r.State, r.ReceivedAt });
    }
}

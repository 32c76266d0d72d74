using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.PublicPages;

/// <summary>Tells all instances that something public has changed: it is another one after every such transaction.</summary>
public sealed class PublicStamp
{
    public required PublicTopic Topic { get; init; }

    public Guid Stamp { get; set; }
}

/// <summary>For acts that change what is public by one UPDATE, past the change tracker.</summary>
public static class PublicStamps
{
    /// <summary>Notes that kept pages of a topic are out of date; told to all instances by the next save.</summary>
    public static void PublicHasChanged(this DbContext context, PublicTopic topic)
    {
        var stamp = context.Set<PublicStamp>().Local.FindEntry(topic) ?? context.Attach(new PublicStamp { Topic = topic });
        stamp.Entity.Stamp = Guid.NewGuid();
        stamp.State = EntityState.Modified;
    }
}

internal sealed class PublicStampTable : IEntityTypeConfiguration<PublicStamp>
{
    public void Configure(EntityTypeBuilder<PublicStamp> builder)
    {
        builder.ToTable("PublicStamps");
        builder.HasKey(s => s.Topic);
        builder.Property(s => s.Topic).HasMaxLength(20);
        // there from the beginning, so that two first changes at once need not both add the row
        builder.HasData(Enum.GetValues<PublicTopic>().Select(t => new PublicStamp { Topic = t }));
    }
}

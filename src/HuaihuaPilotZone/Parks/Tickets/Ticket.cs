using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Parks.Tickets;

/// <summary>Where a repair stands.</summary>
public enum TicketState
{
    /// <summary>待受理.</summary>
    Reported,

    /// <summary>处理中.</summary>
    Accepted,

    /// <summary>待确认: the park says it is done.</summary>
    Done,

    /// <summary>已办结: the tenant agrees.</summary>
    Closed,

    /// <summary>不予受理.</summary>
    Refused,
}

public static class TicketStateWords
{
    public static string Word(this TicketState state) => state switch
    {
        TicketState.Reported => "待受理",
        TicketState.Accepted => "处理中",
        TicketState.Done => "待确认",
        TicketState.Closed => "已办结",
        TicketState.Refused => "不予受理",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>A repair that a tenant asks for in a unit it rents.</summary>
public sealed class Ticket : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int TitleMaxLength = 60;
    public const int TextMaxLength = 1000;
    public const int AnswerMaxLength = 500;

    public int Id { get; init; }

    /// <summary>Such as WX-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required int UnitId { get; init; }

    public Unit? Unit { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether work stands still because of it.</summary>
    public required bool IsUrgent { get; init; }

    public required TicketState State { get; set; }

    /// <summary>What the park, or the tenant when it is not content, said last.</summary>
    public string? Answer { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ReportedAt { get; init; }

    public required string ReportedBy { get; init; }

    public int? ReportedById { get; init; }

    /// <summary>UTC; when the state last changed.</summary>
    public required DateTime MovedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets");
        builder.Property(t => t.Number).HasMaxLength(Ticket.NumberMaxLength);
        builder.Property(t => t.Title).HasMaxLength(Ticket.TitleMaxLength);
        builder.Property(t => t.Text).HasMaxLength(Ticket.TextMaxLength);
        builder.Property(t => t.Answer).HasMaxLength(Ticket.AnswerMaxLength);
        builder.Property(t => t.ReportedBy).HasMaxLength(Actor.NameMaxLength);
        builder.HasOne(t => t.Unit).WithMany().HasForeignKey(t => t.UnitId);
        builder.HasOne(t => t.Enterprise).WithMany().HasForeignKey(t => t.EnterpriseId);
        builder.HasIndex(t => t.Number).IsUnique();
        builder.HasIndex(t => new { t.State, t.Id });
        builder.HasIndex(t => new { t.EnterpriseId, t.Id });
    }
}

using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises.Proposals;

/// <summary>How far a proposal is.</summary>
public enum ProposalState
{
    /// <summary>待处理.</summary>
    Waiting,

    /// <summary>已处理: each field was accepted or refused.</summary>
    Decided,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public static class ProposalWords
{
    public static string Word(this ProposalState state) => state switch
    {
        ProposalState.Waiting => "待处理",
        ProposalState.Decided => "已处理",
        ProposalState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Tone(this ProposalState state) => state switch
    {
        ProposalState.Waiting => "warn",
        ProposalState.Decided => "ok",
        _ => "mute",
    };
}

/// <summary>修改建议: an enterprise proposes other values for its own record; the park decides field by field. One of an enterprise waits at a time.</summary>
public sealed class RecordProposal : IVersioned
{
    public const int NumberMaxLength = 30;
    public const int NoteMaxLength = 500;

    public int Id { get; init; }

    /// <summary>XG-20261129-0001.</summary>
    public required string Number { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>The enterprise's id while it waits, null afterwards: unique, so that two people of one enterprise cannot both propose.</summary>
    public int? WaitsFor { get; set; }

    public required ProposalState State { get; set; }

    /// <summary>What the enterprise wants to say to it.</summary>
    public string? Note { get; init; }

    public int? ProposedById { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    /// <summary>What the park answers, besides the reasons of the fields.</summary>
    public string? Answer { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC; when it was decided or withdrawn.</summary>
    public DateTime? DecidedAt { get; set; }

    public List<ProposedField> Fields { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>One field of a proposal.</summary>
public sealed class ProposedField
{
    public const int ValueMaxLength = 500;
    public const int ReasonMaxLength = 300;

    public int Id { get; init; }

    public int ProposalId { get; init; }

    public required RecordField Field { get; init; }

    /// <summary>What stood in the record when it was proposed, as <see cref="RecordFields"/> keeps it.</summary>
    public string? Before { get; init; }

    public string? Proposed { get; init; }

    /// <summary>Null while it waits.</summary>
    public bool? IsAccepted { get; set; }

    /// <summary>Why it was refused, or what is to be said to it.</summary>
    public string? Reason { get; set; }
}

/// <summary>Fields of a record that its enterprise may speak about. Stage, area, tags, credit code and suspension are the park's alone.</summary>
public enum RecordField
{
    Name,
    EnglishName,
    CustomsCode,
    Type,
    Markets,
    Address,
    Website,
    Summary,
    IsPublic,
}

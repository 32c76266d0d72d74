using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Investment.Opportunities;

namespace HuaihuaPilotZone.Investment;

/// <summary>How far the talks with a company have come.</summary>
public enum LeadStage
{
    /// <summary>线索.</summary>
    Found,

    /// <summary>接洽.</summary>
    Talking,

    /// <summary>考察.</summary>
    Surveying,

    /// <summary>签约: it stands in the roster.</summary>
    Signed,

    /// <summary>流失.</summary>
    Lost,
}

/// <summary>How the park came to know of a company.</summary>
public enum LeadSource
{
    /// <summary>上门走访.</summary>
    Visit,

    /// <summary>展会和招商会.</summary>
    Fair,

    /// <summary>商会和协会.</summary>
    Association,

    /// <summary>企业推荐.</summary>
    Referral,

    /// <summary>网站.</summary>
    Website,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>A company that the park would like to have. The person to speak to is personal data: for those who keep the roster only, never public.</summary>
public sealed class Lead : IVersioned
{
    public const int NumberMaxLength = 20;
    public const int SourceNoteMaxLength = 100;
    public const int NextStepMaxLength = 200;
    public const int RemarkMaxLength = 1000;

    /// <summary>Square metres.</summary>
    public const decimal LargestArea = 1_000_000m;

    public int Id { get; init; }

    /// <summary>Such as ZS-20261122-0001; the day is Huaihua's.</summary>
    public required string Number { get; init; }

    public required string Company { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPosition { get; set; }

    public string? ContactPhone { get; set; }

    public string? ContactEmail { get; set; }

    public int? IndustryTagId { get; set; }

    public IndustryTag? IndustryTag { get; init; }

    /// <summary>Wanted area in hundredths of a square metre, as the area of a unit.</summary>
    public long? WantedHundredths { get; set; }

    /// <summary>Wanted area in square metres.</summary>
    public decimal? WantedArea => WantedHundredths / 100m;

    public required LeadSource Source { get; set; }

    /// <summary>Which fair, who recommended it.</summary>
    public string? SourceNote { get; set; }

    /// <summary>The gap in an industry that it could fill; null for none.</summary>
    public int? ChainNodeId { get; set; }

    public ChainNode? ChainNode { get; init; }

    public int? OpportunityId { get; set; }

    public Opportunity? Opportunity { get; init; }

    /// <summary>Whose turn it is; null while nobody has taken it.</summary>
    public int? OwnerId { get; set; }

    public PortalUser? Owner { get; init; }

    public required LeadStage Stage { get; set; }

    /// <summary>Civil day on which the stage began.</summary>
    public required DateOnly StageSince { get; set; }

    public string? NextStep { get; set; }

    /// <summary>Civil day by which it is to be done.</summary>
    public DateOnly? NextStepOn { get; set; }

    /// <summary>The day of the next step of which its owner was told; another day is told of anew.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>Civil day of the latest visit.</summary>
    public DateOnly? LastVisitOn { get; set; }

    public string? Remark { get; set; }

    /// <summary>The roster entry it became.</summary>
    public int? EnterpriseId { get; set; }

    public Enterprise? Enterprise { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public int Version { get; set; }

    public List<LeadStep> Steps { get; init; } = [];

    public List<LeadVisit> Visits { get; init; } = [];
}

/// <summary>One step from stage to stage; appended, never changed.</summary>
public sealed class LeadStep
{
    public const int ReasonMaxLength = 300;

    public int Id { get; init; }

    public int LeadId { get; init; }

    /// <summary>Null for the first stage.</summary>
    public LeadStage? From { get; init; }

    public required LeadStage To { get; init; }

    /// <summary>Civil day on which the new stage began.</summary>
    public required DateOnly On { get; init; }

    public required string Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>A visit or a talk; appended, never changed.</summary>
public sealed class LeadVisit
{
    public const int ParticipantsMaxLength = 200;
    public const int TextMaxLength = 2000;

    public int Id { get; init; }

    public int LeadId { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Who was there, on both sides. Personal data; null after it was erased.</summary>
    public string? Participants { get; set; }

    public required string Text { get; init; }

    /// <summary>What was agreed to do next.</summary>
    public string? NextStep { get; init; }

    public DateOnly? NextStepOn { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>Which stage may follow which, written down once.</summary>
public static class LeadStages
{
    /// <summary>Stages in which work goes on.</summary>
    public static readonly IReadOnlyList<LeadStage> Open = [LeadStage.Found, LeadStage.Talking, LeadStage.Surveying];

    /// <summary>Signing is a step of its own, since it makes a roster entry.</summary>
    public static IReadOnlyList<LeadStage> After(LeadStage stage) => stage switch
    {
        LeadStage.Found => [LeadStage.Talking, LeadStage.Surveying, LeadStage.Lost],
        LeadStage.Talking => [LeadStage.Surveying, LeadStage.Signed, LeadStage.Lost],
        LeadStage.Surveying => [LeadStage.Talking, LeadStage.Signed, LeadStage.Lost],
        LeadStage.Lost => [LeadStage.Talking],
        LeadStage.Signed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}

public static class LeadWords
{
    public static string Word(this LeadStage stage) => stage switch
    {
        LeadStage.Found => "线索",
        LeadStage.Talking => "接洽",
        LeadStage.Surveying => "考察",
        LeadStage.Signed => "签约",
        LeadStage.Lost => "流失",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public static string Word(this LeadSource source) => source switch
    {
        LeadSource.Visit => "上门走访",
        LeadSource.Fair => "展会和招商会",
        LeadSource.Association => "商会和协会",
        LeadSource.Referral => "企业推荐",
        LeadSource.Website => "网站",
        LeadSource.Other => "其他",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}

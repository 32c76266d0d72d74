using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.ServiceHall;

/// <summary>
/// 服务事项: what somebody can have done here, on what basis, with which papers, within what time, at what fee, in which steps, and whom to ask.
/// A draft may have gaps; what is published has none (see <see cref="ServiceItemRules"/>).
/// </summary>
public sealed class ServiceItem : IVersioned
{
    public const int SlugMaxLength = JournalLine.SubjectKeyMaxLength;
    public const int TitleMaxLength = 60;
    public const int SummaryMaxLength = 200;
    public const int TextMaxLength = 2000;
    public const int FeeMaxLength = 300;
    public const int NoteMaxLength = 300;
    public const int ContactMaxLength = 500;
    public const int MarksMaxLength = 400;
    public const int MostDays = 365;

    public int Id { get; init; }

    /// <summary>The page's address under /services/; unchanged from the first publication on.</summary>
    public required string Slug { get; set; }

    /// <summary>事项名称.</summary>
    public required string Title { get; set; }

    /// <summary>One sentence for lists.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whom it is for, see <see cref="ServiceMarks"/>.</summary>
    public string AudienceMarks { get; set; } = "";

    /// <summary>When in the life of a firm it is needed, likewise.</summary>
    public string StageMarks { get; set; } = "";

    /// <summary>设定依据, one a line.</summary>
    public string Basis { get; set; } = "";

    /// <summary>申请条件, one a line.</summary>
    public string Conditions { get; set; } = "";

    /// <summary>办理材料.</summary>
    public List<ServiceMaterial> Materials { get; init; } = [];

    /// <summary>Nothing has to be handed in; otherwise there is at least one paper.</summary>
    public bool NeedsNoMaterials { get; set; }

    /// <summary>承诺时限 in working days; 0 = at once.</summary>
    public int? PromisedDays { get; set; }

    /// <summary>法定时限 in working days.</summary>
    public int? LegalDays { get; set; }

    /// <summary>No law sets a time.</summary>
    public bool HasNoLegalLimit { get; set; }

    /// <summary>What has to be said of the times.</summary>
    public string? LimitNote { get; set; }

    /// <summary>费用.</summary>
    public string Fee { get; set; } = "";

    /// <summary>流程, one step a line.</summary>
    public string Steps { get; set; } = "";

    /// <summary>联系; null for the contact of the hall, which is configured.</summary>
    public string? Contact { get; set; }

    /// <summary>The desk where it can be done online.</summary>
    public ServiceDesk Desk { get; set; }

    public PublicationState State { get; set; }

    /// <summary>UTC; set by the system at the first publication and never changed.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Why it was withdrawn last.</summary>
    public string? WithdrawalReason { get; set; }

    public bool IsDemonstration { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime UpdatedAt { get; set; }

    public int Version { get; set; }

    public IReadOnlyList<ServiceAudience> Audiences => ServiceMarks.Read<ServiceAudience>(AudienceMarks);

    public IReadOnlyList<ServiceStage> Stages => ServiceMarks.Read<ServiceStage>(StageMarks);
}

/// <summary>One paper of a service, with the form to fill in where there is one.</summary>
public sealed class ServiceMaterial
{
    public const int NameMaxLength = 120;
    public const int NoteMaxLength = 300;

    /// <summary>Papers that one service may ask for.</summary>
    public const int Most = 30;

    public int Id { get; init; }

    public int ServiceItemId { get; init; }

    public required string Name { get; init; }

    /// <summary>Original or copy, how many, how it is signed.</summary>
    public string? Note { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>The blank form.</summary>
    public int? FileId { get; init; }

    public StoredFile? File { get; init; }
}

/// <summary>Several choices in one column, each between bars: |Enterprise|Person|.</summary>
public static class ServiceMarks
{
    private const char Bar = '|';

    public static string Write<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Concat(values.Distinct().Order().Select(Of)).Replace("||", "|", StringComparison.Ordinal);

    public static IReadOnlyList<T> Read<T>(string marks)
        where T : struct, Enum => [.. marks.Split(Bar, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];

    /// <summary>What a column with this choice contains.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => $"{Bar}{value}{Bar}";
}

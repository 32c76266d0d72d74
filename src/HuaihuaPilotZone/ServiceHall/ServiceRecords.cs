using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;

namespace HuaihuaPilotZone.ServiceHall;

/// <summary>Section "ServiceHall".</summary>
public sealed class ServiceHallOptions
{
    public const string Section = "ServiceHall";

    /// <summary>Whom to ask about services that name nobody: office, telephone, hours. Without it the pages say 待填写.</summary>
    public string? Contact { get; set; }
}

/// <summary>What an editor writes. Publication and its time are not in it.</summary>
public sealed record ServiceItemDraft
{
    public required string Title { get; init; }

    /// <summary>Wanted address; null lets the system choose one.</summary>
    public string? Slug { get; init; }

    public string Summary { get; init; } = "";

    public IReadOnlyList<ServiceAudience> Audiences { get; init; } = [];

    public IReadOnlyList<ServiceStage> Stages { get; init; } = [];

    public string Basis { get; init; } = "";

    public string Conditions { get; init; } = "";

    public bool NeedsNoMaterials { get; init; }

    public int? PromisedDays { get; init; }

    public int? LegalDays { get; init; }

    public bool HasNoLegalLimit { get; init; }

    public string? LimitNote { get; init; }

    public string Fee { get; init; } = "";

    public string Steps { get; init; } = "";

    public string? Contact { get; init; }

    public ServiceDesk Desk { get; init; }
}

/// <summary>A paper as an editor adds it.</summary>
public sealed record ServiceMaterialDraft(string Name, string? Note, bool IsRequired);

/// <summary>What the public list is narrowed to.</summary>
public sealed record ServiceFilter(string? Text = null, ServiceAudience? Audience = null, ServiceStage? Stage = null);

public enum ServiceDeskSort
{
    Updated,
    Title,
    State,
    Published,
}

/// <summary>What the editors' list is narrowed to and how it is ordered.</summary>
public sealed record ServiceDeskFilter(string? Text = null, PublicationState? State = null, ServiceDeskSort Sort = ServiceDeskSort.Updated, bool Descending = true);

/// <summary>A row of the public list.</summary>
public sealed record ServiceRow(string Slug, string Title, string Summary, string AudienceMarks, string StageMarks, int? PromisedDays, string Fee, ServiceDesk Desk, bool IsDemonstration)
{
    public IReadOnlyList<ServiceAudience> Audiences => ServiceMarks.Read<ServiceAudience>(AudienceMarks);

    public IReadOnlyList<ServiceStage> Stages => ServiceMarks.Read<ServiceStage>(StageMarks);
}

/// <summary>A row of the editors' list.</summary>
public sealed record ServiceDeskRow(int Id, string Slug, string Title, string StageMarks, PublicationState State, DateTime? PublishedAt, DateTime UpdatedAt, bool IsDemonstration)
{
    public IReadOnlyList<ServiceStage> Stages => ServiceMarks.Read<ServiceStage>(StageMarks);
}

/// <summary>The public list with what it can be narrowed to.</summary>
public sealed record ServiceListAnswer(Page<ServiceRow> Page, IReadOnlyList<Facet<ServiceAudience>> Audiences, IReadOnlyList<Facet<ServiceStage>> Stages);

/// <summary>A service that came out.</summary>
/// <param name="PublishedAt">UTC.</param>
public sealed record ServiceNews(string Slug, string Title, string Summary, DateTime PublishedAt, bool IsDemonstration);

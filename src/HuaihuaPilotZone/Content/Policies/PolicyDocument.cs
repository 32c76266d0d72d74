using HuaihuaPilotZone.Content.Editorial;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>A policy document: the zone's own, or one of another authority that the library points to.</summary>
public sealed class PolicyDocument : EditedText
{
    public const int IndexNumberMaxLength = 30;
    public const int TitleMaxLength = 200;
    public const int NumberMaxLength = 60;
    public const int RegistrationNumberMaxLength = 20;
    public const int IssuersTextMaxLength = 300;
    public const int SummaryMaxLength = 300;
    public const int BodyMaxLength = 200_000;
    public const int SourceMaxLength = 500;
    public const int RepealedByTextMaxLength = 200;
    public const int SearchTextMaxLength = 800;
    public const int KeywordsMaxLength = 100;
    public const int BasisMaxLength = 200;
    public const int RelationsMaxLength = 4000;
    public const int CardMaxLength = 200;

    /// <summary>索引号, such as HHPZ/2026-00001: given once by the system, kept for ever, also when the publisher's code changes.</summary>
    public required string IndexNumber { get; init; }

    /// <summary>The page's address under /policies/, made of the index number.</summary>
    public required string Slug { get; init; }

    /// <summary>文号, in the form X发〔YYYY〕N号; null while not known.</summary>
    public string? Number { get; set; }

    /// <summary>统一登记号, such as HNPR-2020-00011.</summary>
    public string? RegistrationNumber { get; set; }

    /// <summary>A document of another authority: it names its source, and its text is not altered here.</summary>
    public required bool IsExternal { get; set; }

    public List<PolicyIssuer> Issuers { get; init; } = [];

    /// <summary>The issuing bodies in order, joined by 、, for lists.</summary>
    public string IssuersText { get; set; } = "";

    /// <summary>成文日期.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>发布日期: of another authority's document as its source says, of our own the day of the first publication here.</summary>
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>施行日期: the first day in force.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>有效期至: the last day in force; null for no end.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>废止日期: the first day no longer in force because another document says so.</summary>
    public DateOnly? RepealedOn { get; set; }

    /// <summary>The repealing document as the editor wrote it: its number, index number or title.</summary>
    public string? RepealedByText { get; set; }

    /// <summary>The repealing document, where the library has it.</summary>
    public int? RepealedById { get; set; }

    public PolicyDocument? RepealedBy { get; init; }

    public required PolicyTopic Topic { get; set; }

    /// <summary>体裁分类; null while not chosen.</summary>
    public PolicyGenre? Genre { get; set; }

    /// <summary>服务对象; null while not chosen.</summary>
    public PolicyAudience? Audience { get; set; }

    /// <summary>主题词, words of the list (<see cref="PolicyKeyword"/>), divided by blanks.</summary>
    public string? Keywords { get; set; }

    public required Openness Openness { get; set; }

    /// <summary>Why it is not open to everybody.</summary>
    public string? OpennessBasis { get; set; }

    /// <summary>The relations to other documents as the editor wrote them, see <see cref="RelationLine"/>.</summary>
    public string? RelationsText { get; set; }

    /// <summary>What the document does to others.</summary>
    public List<PolicyRelation> Relations { get; init; } = [];

    /// <summary>What other documents do to it.</summary>
    public List<PolicyRelation> ActedOnBy { get; init; } = [];

    /// <summary>政策卡片: who it is for. The five parts of the card stand together or not at all.</summary>
    public string? CardWho { get; set; }

    /// <summary>政策卡片: under which conditions.</summary>
    public string? CardConditions { get; set; }

    /// <summary>政策卡片: what one gets.</summary>
    public string? CardBenefit { get; set; }

    /// <summary>政策卡片: until when.</summary>
    public string? CardUntil { get; set; }

    /// <summary>政策卡片: how it is done.</summary>
    public string? CardHow { get; set; }

    /// <summary>内容概述.</summary>
    public required string Summary { get; set; }

    /// <summary>Markdown; empty where only the source has the text.</summary>
    public required string Body { get; set; }

    /// <summary>Web address or citation of the original; needed for documents of other authorities.</summary>
    public string? Source { get; set; }

    /// <summary>Day on which the source was read.</summary>
    public DateOnly? RetrievedOn { get; set; }

    /// <summary>Title, numbers and issuing bodies as <see cref="DocumentNumbers.Fold"/> leaves them.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Validity on a civil day; computed, never typed.</summary>
    /// <param name="amendedOn">As <see cref="PolicyLibrary.AmendedOnAsync"/> says.</param>
    public Validity ValidityOn(DateOnly day, DateOnly? amendedOn) => PolicyValidity.On(day, EffectiveOn, ExpiresOn, RepealedOn, amendedOn);

    /// <summary>Call after the title, a number or an issuing body changed. Folding makes some characters longer, so numbers stand first and the end may be cut.</summary>
    public void RefreshSearchText()
    {
        var folded = DocumentNumbers.Fold(string.Join('\n', new[] { IndexNumber, Number, RegistrationNumber, Title, IssuersText }.Where(t => !string.IsNullOrEmpty(t))));
        SearchText = folded[..Math.Min(folded.Length, SearchTextMaxLength)];
    }
}

/// <summary>An authority that issues documents; the list is controlled, so that one body has one name.</summary>
public sealed class IssuingBody
{
    public const int NameMaxLength = 60;

    public int Id { get; init; }

    /// <summary>Full standard name.</summary>
    public required string Name { get; init; }
}

/// <summary>One body of those that issued a document together.</summary>
public sealed class PolicyIssuer
{
    public int PolicyDocumentId { get; init; }

    public PolicyDocument? Document { get; init; }

    public int IssuingBodyId { get; init; }

    public IssuingBody? Body { get; init; }

    /// <summary>0 for the leading body.</summary>
    public int Position { get; set; }
}

/// <summary>公开属性.</summary>
public enum Openness
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开: the entry is public, the text is not.</summary>
    OnRequest,

    /// <summary>不予公开: never on a public page.</summary>
    Closed,
}

/// <summary>主题分类.</summary>
public enum PolicyTopic
{
    /// <summary>综试区与陆港建设.</summary>
    ZoneDevelopment,

    /// <summary>通关便利.</summary>
    Clearance,

    /// <summary>物流与班列.</summary>
    Logistics,

    /// <summary>财税与资金.</summary>
    TaxAndFunds,

    /// <summary>金融服务.</summary>
    Finance,

    /// <summary>海外仓.</summary>
    OverseasWarehouses,

    /// <summary>企业服务.</summary>
    EnterpriseServices,

    /// <summary>知识产权.</summary>
    IntellectualProperty,

    /// <summary>人才培训.</summary>
    Talent,

    /// <summary>数据与个人信息.</summary>
    Data,

    /// <summary>综合政务.</summary>
    Government,
}

public static class PolicyWords
{
    public static string Word(this Openness openness) => openness switch
    {
        Openness.Proactive => "主动公开",
        Openness.OnRequest => "依申请公开",
        Openness.Closed => "不予公开",
        _ => throw new ArgumentOutOfRangeException(nameof(openness), openness, null),
    };

    public static string Word(this PolicyTopic topic) => topic switch
    {
        PolicyTopic.ZoneDevelopment => "综试区与陆港建设",
        PolicyTopic.Clearance => "通关便利",
        PolicyTopic.Logistics => "物流与班列",
        PolicyTopic.TaxAndFunds => "财税与资金",
        PolicyTopic.Finance => "金融服务",
        PolicyTopic.OverseasWarehouses => "海外仓",
        PolicyTopic.EnterpriseServices => "企业服务",
        PolicyTopic.IntellectualProperty => "知识产权",
        PolicyTopic.Talent => "人才培训",
        PolicyTopic.Data => "数据与个人信息",
        PolicyTopic.Government => "综合政务",
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, null),
    };
}

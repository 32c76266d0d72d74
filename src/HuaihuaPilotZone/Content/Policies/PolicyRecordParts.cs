using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>体裁分类: the kinds of official documents (党政机关公文处理工作条例), and statutes.</summary>
public enum PolicyGenre
{
    /// <summary>法律法规和规章.</summary>
    Statute,

    /// <summary>决定.</summary>
    Decision,

    /// <summary>命令（令）.</summary>
    Order,

    /// <summary>公告.</summary>
    Announcement,

    /// <summary>通告.</summary>
    PublicNotice,

    /// <summary>意见.</summary>
    Opinion,

    /// <summary>通知.</summary>
    Notice,

    /// <summary>通报.</summary>
    Circular,

    /// <summary>批复.</summary>
    Reply,

    /// <summary>函.</summary>
    Letter,
}

/// <summary>服务对象.</summary>
public enum PolicyAudience
{
    /// <summary>社会公众.</summary>
    Public,

    /// <summary>跨境电商企业.</summary>
    Sellers,

    /// <summary>生产企业.</summary>
    Manufacturers,

    /// <summary>物流和货代企业.</summary>
    Logistics,

    /// <summary>服务机构.</summary>
    ServiceFirms,
}

/// <summary>How one document acts on another; kept once, shown on both. 废止 is kept with its day on the repealed document, 解读 with the interpretation.</summary>
public enum PolicyRelationKind
{
    /// <summary>修改.</summary>
    Amends,

    /// <summary>依据.</summary>
    BasedOn,

    /// <summary>转发.</summary>
    Forwards,

    /// <summary>配套.</summary>
    Accompanies,
}

/// <summary>One document acts on another.</summary>
public sealed class PolicyRelation
{
    public required int FromId { get; init; }

    public PolicyDocument? From { get; init; }

    public required int ToId { get; init; }

    public PolicyDocument? To { get; init; }

    public required PolicyRelationKind Kind { get; init; }
}

/// <summary>A relation as an editor writes it: the kind, a blank, and number, index number or title of the other document.</summary>
/// <param name="Target">The other document as it was written.</param>
public sealed partial record RelationLine(PolicyRelationKind Kind, string Target)
{
    public const int MostLines = 20;

    /// <summary>One relation a line.</summary>
    /// <returns>The relations, and the first line that is none.</returns>
    public static (IReadOnlyList<RelationLine> Lines, string? Unread) Read(string? text)
    {
        var lines = new List<RelationLine>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Form().Match(line) is not { Success: true } match) return (lines, line);
            lines.Add(new RelationLine(KindOf(match.Groups["kind"].Value), match.Groups["target"].Value));
        }
        return (lines, null);
    }

    private static PolicyRelationKind KindOf(string word) => Enum.GetValues<PolicyRelationKind>().First(k => k.Word() == word);

    [GeneratedRegex(@"^(?<kind>修改|依据|转发|配套)[\s:：]+(?<target>\S.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}

public static class PolicyRecordWords
{
    public static string Word(this PolicyGenre genre) => genre switch
    {
        PolicyGenre.Statute => "法律法规和规章",
        PolicyGenre.Decision => "决定",
        PolicyGenre.Order => "命令（令）",
        PolicyGenre.Announcement => "公告",
        PolicyGenre.PublicNotice => "通告",
        PolicyGenre.Opinion => "意见",
        PolicyGenre.Notice => "通知",
        PolicyGenre.Circular => "通报",
        PolicyGenre.Reply => "批复",
        PolicyGenre.Letter => "函",
        _ => throw new ArgumentOutOfRangeException(nameof(genre), genre, null),
    };

    public static string Word(this PolicyAudience audience) => audience switch
    {
        PolicyAudience.Public => "社会公众",
        PolicyAudience.Sellers => "跨境电商企业",
        PolicyAudience.Manufacturers => "生产企业",
        PolicyAudience.Logistics => "物流和货代企业",
        PolicyAudience.ServiceFirms => "服务机构",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };

    public static string Word(this PolicyRelationKind kind) => kind switch
    {
        PolicyRelationKind.Amends => "修改",
        PolicyRelationKind.BasedOn => "依据",
        PolicyRelationKind.Forwards => "转发",
        PolicyRelationKind.Accompanies => "配套",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

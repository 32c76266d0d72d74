namespace HuaihuaPilotZone.Enterprises.Finding;

/// <summary>Which parts of a record are filled in.</summary>
public sealed record RecordFacts(
    bool HasEnglishName, bool HasCustomsCode, bool HasArea, bool HasTags, bool HasMarkets, bool HasAddress, bool HasSummary, bool HasContact, bool HasFilingProfile);

/// <summary>One part of a record, and whether it is there.</summary>
/// <param name="Label">Chinese name of the field.</param>
public sealed record CompletenessPart(string Label, bool IsFilled);

/// <summary>How complete a record is: the one place that counts it, and says what it counted.</summary>
public static class RecordCompleteness
{
    /// <summary>Nothing is missing.</summary>
    internal const int Full = 100;

    /// <summary>Half of the parts.</summary>
    internal const int Half = 50;

    /// <summary>Every part that counts, in the order of the form.</summary>
    public static IReadOnlyList<CompletenessPart> Explain(RecordFacts facts) =>
    [
        new("英文名称", facts.HasEnglishName), new("海关注册编码", facts.HasCustomsCode), new("片区", facts.HasArea), new("行业标签", facts.HasTags),
        new("目标市场", facts.HasMarkets), new("地址", facts.HasAddress), new("简介", facts.HasSummary), new("联系人", facts.HasContact), new("申报资料", facts.HasFilingProfile),
    ];

    /// <summary>The facts of a record that was read with all its parts.</summary>
    public static RecordFacts FactsOf(Enterprise enterprise) =>
        FactsOf(enterprise, enterprise.Tags.Count, enterprise.Markets.Count, enterprise.Contacts.Count, enterprise.FilingProfile is not null);

    /// <summary>The facts of a record whose parts were counted.</summary>
    internal static RecordFacts FactsOf(Enterprise e, int tags, int markets, int contacts, bool hasProfile) => new(
        e.EnglishName is not null, e.CustomsCode is not null, e.ParkAreaId is not null, tags > 0, markets > 0, e.Address is not null, e.Summary is not null, contacts > 0, hasProfile);

    /// <summary>0 to 100; 100 only when nothing is missing. Every part counts the same.</summary>
    public static int Score(RecordFacts facts)
    {
        var parts = Explain(facts);
        return parts.Count(p => p.IsFilled) * Full / parts.Count;
    }
}

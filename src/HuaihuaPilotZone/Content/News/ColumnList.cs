namespace HuaihuaPilotZone.Content.News;

/// <summary>A column of the news.</summary>
/// <param name="Code">Its name in addresses and records; never changes.</param>
/// <param name="RhythmDays">Days after which something new is expected; null for no rhythm.</param>
/// <param name="RetiredAt">UTC; from then on nothing new comes into it. What stands in it stays where it is.</param>
/// <param name="Version">0 while staff have set nothing.</param>
public sealed record ColumnInfo(string Code, string Name, string EnglishName, ColumnKind Kind, int? RhythmDays, int Position, DateTime? RetiredAt, int Version)
{
    public bool IsRetired => RetiredAt is not null;
}

/// <summary>All columns in the order of the staff, with what they call them.</summary>
public sealed class ColumnList
{
    // news within two weeks, notices and interpretations within six months (the inspection's terms, mission D2), guides within a year
    private static readonly ColumnInfo[] _brought =
    [
        new(NewsColumn.ZoneNews, "综试动态", "Zone news", ColumnKind.Report, 14, 1, null, 0),
        new(NewsColumn.Notice, "通知公告", "Notices", ColumnKind.Notice, 180, 2, null, 0),
        new(NewsColumn.IndustryWatch, "行业观察", "Industry watch", ColumnKind.Report, 14, 3, null, 0),
        new(NewsColumn.Interpretation, "政策解读", "Interpretations", ColumnKind.Interpretation, 180, 4, null, 0),
        new(NewsColumn.Guide, "市场指南", "Market guides", ColumnKind.Guide, 365, 5, null, 0),
        new(NewsColumn.Story, "案例故事", "Stories", ColumnKind.Story, null, 6, null, 0),
        new(NewsColumn.FactPage, "资料专页", "Fact pages", ColumnKind.FactPage, null, 7, null, 0),
    ];

    private readonly Dictionary<string, ColumnInfo> _byCode;

    private ColumnList(IEnumerable<ColumnInfo> columns)
    {
        All = [.. columns.OrderBy(c => c.Position).ThenBy(c => Array.FindIndex(_brought, b => b.Code == c.Code) is var at and >= 0 ? at : _brought.Length).ThenBy(c => c.Code, StringComparer.Ordinal)];
        _byCode = All.ToDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Only what the portal brings along, as long as staff have changed nothing.</summary>
    public static ColumnList Brought { get; } = new(_brought);

    public IReadOnlyList<ColumnInfo> All { get; }

    /// <summary>Those that new texts can come into.</summary>
    public IEnumerable<ColumnInfo> Open => All.Where(c => !c.IsRetired);

    /// <summary>What the portal brings along, with what staff have set and added.</summary>
    public static ColumnList Of(IReadOnlyCollection<ColumnSetting> settings)
    {
        var rows = settings.ToDictionary(s => s.Column, StringComparer.Ordinal);
        var added = settings.Where(s => !Array.Exists(_brought, b => b.Code == s.Column)).Select(s => With(new ColumnInfo(s.Column, s.Column, s.Column, ColumnKind.Report, null, s.Position, null, 0), s));
        return new([.. _brought.Select(b => rows.TryGetValue(b.Code, out var row) ? With(b, row) : b), .. added]);
    }

    /// <summary>The column of a code, in whatever case an address has it; null where there is none.</summary>
    public ColumnInfo? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Where an item stands, also where the column is gone.</summary>
    public ColumnInfo ColumnOf(NewsItem item) => Find(item.Column) ?? new ColumnInfo(item.Column, item.Column, item.Column, ColumnKind.Report, null, ColumnSetting.LastPosition, null, 0);

    /// <summary>What people call it; the code itself where the column is gone.</summary>
    public string NameOf(string code, bool inEnglish = false) => Find(code) is not { } column ? code : inEnglish ? column.EnglishName : column.Name;

    /// <summary>The codes of all columns of one kind.</summary>
    public IReadOnlyList<string> CodesOf(ColumnKind kind) => [.. All.Where(c => c.Kind == kind).Select(c => c.Code)];

    private static ColumnInfo With(ColumnInfo column, ColumnSetting row) => column with
    {
        Name = row.Name ?? column.Name,
        EnglishName = row.EnglishName ?? column.EnglishName,
        Kind = row.Kind ?? column.Kind,
        RhythmDays = row.RhythmDays,
        Position = row.Position,
        RetiredAt = row.RetiredAt,
        Version = row.Version,
    };
}

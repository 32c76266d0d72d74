using System.Globalization;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>One of two people who changed a document.</summary>
public enum MergeSide
{
    /// <summary>What is saved already.</summary>
    Theirs,

    /// <summary>What is about to be saved.</summary>
    Mine,
}

/// <summary>What a difference is about.</summary>
public enum MergeKind
{
    Field,

    /// <summary>A line that one side added.</summary>
    AddedLine,

    /// <summary>A line that one side took out.</summary>
    RemovedLine,
}

/// <summary>A place where the two sides differ.</summary>
/// <param name="Key">Names the place among the differences of one comparison.</param>
/// <param name="Label">Chinese.</param>
/// <param name="Base">What stood there before; null when empty or unknown.</param>
/// <param name="Usual">The side to take where only one side changed something; null where both did and a person has to decide.</param>
public sealed record MergeDifference(string Key, MergeKind Kind, string Label, string? Base, string? Theirs, string? Mine, MergeSide? Usual)
{
    public bool IsConflict => Usual is null;

    /// <summary>What taking a side means, Chinese.</summary>
    public string Say(MergeSide side) => (Kind, side == MergeSide.Mine ? Mine : Theirs) switch
    {
        (MergeKind.Field, var value) => value ?? "空",
        (MergeKind.AddedLine, null) => "不要这一项",
        (MergeKind.AddedLine, { } line) => $"保留：{line}",
        (_, null) => "删除这一项",
        (_, { } line) => $"保留：{line}",
    };
}

/// <summary>
/// Brings two people's changes of one document together, field by field and line by line. Nothing is decided here that both have changed,
/// and no line that somebody added is left out unless it was chosen so.
/// </summary>
public static class DocumentMerge
{
    private const int MostShown = 4;

    /// <summary>All places where the two sides differ.</summary>
    /// <param name="base">What both started from; null when that is no longer known, and every difference is a conflict.</param>
    /// <exception cref="ArgumentException">The documents are of different kinds.</exception>
    public static IReadOnlyList<MergeDifference> Between(CustomsDocument? @base, CustomsDocument theirs, CustomsDocument mine) => [.. Steps(@base, theirs, mine).Select(s => s.Difference).OfType<MergeDifference>()];

    /// <summary>The document with every difference decided as chosen; where nothing was chosen, the side that changed something, and theirs where both did.</summary>
    public static CustomsDocument Resolve(CustomsDocument? @base, CustomsDocument theirs, CustomsDocument mine, IReadOnlyDictionary<string, MergeSide> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var steps = Steps(@base, theirs, mine).ToList();
        var merged = new CustomsDocument(theirs.Schema);
        foreach (var step in steps.Where(s => s.Lines is null)) merged = merged.With(step.Field!, step.Value(chosen));
        foreach (var collection in theirs.Schema.Collections)
        {
            var lines = steps.Where(s => s.Lines == collection.Collection).GroupBy(s => s.LineKey).Where(g => g.All(s => s.Keeps(chosen)))
                .Select(g => g.Where(s => s.Field is not null).Aggregate(g.First().Start ?? new DocumentLine(collection), (line, s) => line.With(s.Field!, s.Value(chosen))));
            merged = merged.With(collection.Collection, [.. lines]);
        }

        return merged;
    }

    private static IEnumerable<Step> Steps(CustomsDocument? @base, CustomsDocument theirs, CustomsDocument mine)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(mine);
        if (theirs.Schema != mine.Schema || (@base is not null && @base.Schema != mine.Schema)) throw new ArgumentException("Documents of different kinds cannot be merged.", nameof(mine));
        var knowsBase = @base is not null;
        var start = @base ?? theirs;
        foreach (var field in theirs.Schema.Header)
            yield return Step.OfField(null, null, field, field.PathAt(), field.LabelFor(mine.TradeMode), (knowsBase ? start[field] : null, theirs[field], mine[field]), knowsBase);
        foreach (var collection in theirs.Schema.Collections)
        {
            foreach (var step in LineSteps(collection, start, theirs, mine, knowsBase)) yield return step;
        }
    }

    private static IEnumerable<Step> LineSteps(LineSchema collection, CustomsDocument start, CustomsDocument theirs, CustomsDocument mine, bool knowsBase)
    {
        var lines = collection.Collection;
        var (before, there, here) = (start.Lines(lines), theirs.Lines(lines), mine.Lines(lines));
        var (toTheirs, toMine) = (LineAlignment.Of(before, there, collection.Fields), LineAlignment.Of(before, here, collection.Fields));
        for (var line = 0; line < before.Count; line++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"/{lines.Name}/{line}");
            var label = string.Create(CultureInfo.InvariantCulture, $"{lines.LineWord}第 {line + 1} 项");
            var (t, m) = (toTheirs.After(line) is { } i ? there[i] : null, toMine.After(line) is { } j ? here[j] : null);
            if (t is not null && m is not null)
            {
                foreach (var field in collection.Fields)
                    yield return Step.OfField(lines, key, field, field.PathAt(line), $"{label}：{field.LabelFor(mine.TradeMode)}", (knowsBase ? before[line][field] : null, t[field], m[field]), knowsBase);
            }
            else if ((t ?? m) is { } left)
            {
                // who left the line as it was does not contradict who took it out
                var isUntouched = LineAlignment.AreAlike(before[line], left, collection.Fields);
                MergeSide? usual = !knowsBase || !isUntouched ? null : t is null ? MergeSide.Theirs : MergeSide.Mine;
                yield return Step.OfLine(lines, key, left, new MergeDifference(key, MergeKind.RemovedLine, label, Summary(before[line], collection), Summary(t, collection), Summary(m, collection), usual));
            }
        }

        foreach (var step in AddedSteps(collection, (there, toTheirs.Added), (here, toMine.Added))) yield return step;
    }

    private static IEnumerable<Step> AddedSteps(LineSchema collection, (IReadOnlyList<DocumentLine> Lines, IReadOnlyList<int> Added) theirs, (IReadOnlyList<DocumentLine> Lines, IReadOnlyList<int> Added) mine)
    {
        var lines = collection.Collection;
        var left = mine.Added.Select(i => mine.Lines[i]).Where(l => !l.IsEmpty).ToList();
        var number = 0;
        foreach (var line in theirs.Added.Select(i => theirs.Lines[i]))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"/{lines.Name}/+{++number}");
            // both added the same line: it is one
            var twin = left.FindIndex(l => LineAlignment.AreAlike(l, line, collection.Fields));
            if (twin >= 0) left.RemoveAt(twin);
            yield return Step.OfLine(lines, key, line, twin >= 0 || line.IsEmpty ? null : new MergeDifference(key, MergeKind.AddedLine, $"他人加的{lines.LineWord}", null, Summary(line, collection), null, MergeSide.Theirs));
        }

        foreach (var line in left)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"/{lines.Name}/+{++number}");
            yield return Step.OfLine(lines, key, line, new MergeDifference(key, MergeKind.AddedLine, $"您加的{lines.LineWord}", null, null, Summary(line, collection), MergeSide.Mine));
        }
    }

    private static string? Summary(DocumentLine? line, LineSchema collection) => line is null ? null
        : line.IsEmpty ? "空行"
        : string.Join("，", collection.Fields.Select(f => line[f]).Where(v => !string.IsNullOrEmpty(v)).Take(MostShown));

    /// <summary>One value or line of the merged document.</summary>
    /// <param name="Difference">Null where both sides agree.</param>
    /// <param name="Start">For a whole line: what it says.</param>
    private sealed record Step(LineGroup? Lines, string? LineKey, Field? Field, string? Theirs, string? Mine, DocumentLine? Start, MergeDifference? Difference)
    {
        public static Step OfField(LineGroup? lines, string? lineKey, Field field, string key, string label, (string? Base, string? Theirs, string? Mine) values, bool knowsBase)
        {
            var (before, theirs, mine) = (Blank(values.Base), Blank(values.Theirs), Blank(values.Mine));
            if (theirs == mine) return new Step(lines, lineKey, field, theirs, mine, null, null);
            MergeSide? usual = !knowsBase ? null : theirs == before ? MergeSide.Mine : mine == before ? MergeSide.Theirs : null;
            return new Step(lines, lineKey, field, theirs, mine, null, new MergeDifference(key, MergeKind.Field, label, before, theirs, mine, usual));
        }

        public static Step OfLine(LineGroup lines, string key, DocumentLine line, MergeDifference? difference) => new(lines, key, null, null, null, line, difference);

        public string? Value(IReadOnlyDictionary<string, MergeSide> chosen) => SideOf(chosen) == MergeSide.Mine ? Mine : Theirs;

        /// <summary>Whether the line stays: a side that has nothing there leaves it out.</summary>
        public bool Keeps(IReadOnlyDictionary<string, MergeSide> chosen) =>
            Difference is not { Kind: not MergeKind.Field } difference || (SideOf(chosen) == MergeSide.Mine ? difference.Mine : difference.Theirs) is not null;

        private MergeSide SideOf(IReadOnlyDictionary<string, MergeSide> chosen) =>
            Difference is null ? MergeSide.Theirs : chosen.TryGetValue(Difference.Key, out var side) ? side : Difference.Usual ?? MergeSide.Theirs;

        private static string? Blank(string? value) => string.IsNullOrEmpty(value) ? null : value;
    }
}

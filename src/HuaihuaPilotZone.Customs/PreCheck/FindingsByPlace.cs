using System.Buffers;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>
/// Collects findings and gives them in the order of the form: the document, its header, then collection by collection, each as a whole and line by
/// line, and at one place in the order in which they came. Each is put to its line by counting, so that one more costs the same however many there are.
/// </summary>
/// <param name="reading">The document they are about; it says how many lines each collection has.</param>
internal sealed class FindingsByPlace(DocumentReading reading)
{
    // blocks stay below the size from which arrays are collected only with everything else
    private const int BlockLength = 2_048;
    private const int WholeDocument = -1;

    private readonly List<List<Found>> _blocks = [];

    // what was said last of each field: of a long list the same is said again and again, and one text is kept for all of it
    private readonly Dictionary<Field, string> _said = [];
    private int _count;

    /// <summary>Adds one about the document as a whole.</summary>
    public void Add(Finding finding) => Add(new Found(0, WholeDocument, finding));

    /// <summary>Adds one about a collection as a whole.</summary>
    public void Add(LineGroup collection, Finding finding) => Add(new Found(RowOf(collection.Index), 0, finding));

    /// <summary>Adds one about a field; the line is without meaning for the header.</summary>
    public void Add(Field field, int line, Finding finding) => Add(new Found(field.Collection is { } lines ? RowOf(lines.Index) + 1 + line : 0, field.Index, finding));

    /// <summary>The text that was said of the field before, if it is the same.</summary>
    public string Share(Field field, string reason)
    {
        if (_said.TryGetValue(field, out var before) && before == reason) return before;
        return _said[field] = reason;
    }

    public Finding[] ToArray()
    {
        var (findings, fields, first) = (new Finding[_count], ArrayPool<int>.Shared.Rent(_count), FirstOfRows());
        var filled = new int[first.Length];
        foreach (var block in _blocks)
        {
            foreach (var found in block)
            {
                // a row has few: what comes later in the form makes room
                var place = first[found.Row] + filled[found.Row]++;
                for (; place > first[found.Row] && fields[place - 1] > found.Field; place--) (findings[place], fields[place]) = (findings[place - 1], fields[place - 1]);
                (findings[place], fields[place]) = (found.Finding, found.Field);
            }
        }

        ArrayPool<int>.Shared.Return(fields);
        return findings;
    }

    private void Add(Found found)
    {
        if (_count++ % BlockLength == 0) _blocks.Add([]);
        _blocks[^1].Add(found);
    }

    /// <summary>Where the findings of each row begin.</summary>
    private int[] FirstOfRows()
    {
        var first = new int[RowOf(reading.Document.Schema.Collections.Count)];
        foreach (var found in _blocks.SelectMany(b => b)) first[found.Row]++;
        var before = 0;
        for (var row = 0; row < first.Length; row++) (first[row], before) = (before, before + first[row]);
        return first;
    }

    /// <summary>The row of a collection as a whole; its lines are the next ones. The first of all is that of the header.</summary>
    private int RowOf(int collection)
    {
        var row = 1;
        for (var before = 0; before < collection; before++) row += 1 + reading.Count(before);
        return row;
    }

    private readonly record struct Found(int Row, int Field, Finding Finding);
}

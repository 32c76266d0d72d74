using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// All messages as data: CEB 202205 with its differences to 2018/113, DecMessage (names and order of the 2018 XSD, lengths of interface 4.9),
/// and the DXP envelopes. The tables are embedded CSV files beside this class: messages.csv, blocks.csv, elements.csv.
/// </summary>
public static class MessageCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, MessageLayout>> _byName = new(() => All.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<MessageLayout>> _all = new(() => new MessageTables().Load());

    /// <summary>Every message, in the order of the specification.</summary>
    public static IReadOnlyList<MessageLayout> All => _all.Value;

    /// <summary>The message of a root element such as CEB603Message, or null.</summary>
    public static MessageLayout? Find(string? root) => root is null ? null : _byName.Value.GetValueOrDefault(root);

    /// <summary>The message of a root element.</summary>
    /// <exception cref="ArgumentException">There is no such message.</exception>
    public static MessageLayout Get(string root) => Find(root) ?? throw new ArgumentException($"There is no message {root}.", nameof(root));
}

/// <summary>Reads the embedded tables of the catalogue.</summary>
internal sealed class MessageTables
{
    // elements and blocks that all CEB messages share, and those of all that are sent
    private const string Shared = "*";

    private readonly ILookup<(string Message, string Block), CsvRow> _elements = Rows("elements").ToLookup(r => (r["message"], r["block"]));
    private readonly ILookup<string, CsvRow> _blocks = Rows("blocks").ToLookup(r => r["message"], StringComparer.Ordinal);

    public IReadOnlyList<MessageLayout> Load() => [.. Rows("messages").Select(Message)];

    internal static IEnumerable<CsvRow> Rows(string table)
    {
        using var stream = typeof(MessageTables).Assembly.GetManifestResourceStream($"HuaihuaPilotZone.Customs.Messages.Tables.{table}.csv")
            ?? throw new InvalidOperationException($"The table {table}.csv is not embedded in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. CsvRows.Parse(reader.ReadToEnd()).Rows];
    }

    private MessageLayout Message(CsvRow row)
    {
        var name = row["message"];
        var family = Enum.Parse<MessageFamily>(row["family"], ignoreCase: true);
        var isSent = row["direction"] == "sent";
        var isCeb = family is MessageFamily.Export or MessageFamily.Import;
        var around = isCeb && isSent ? _blocks[Shared + row["family"]] : [];
        var root = new BlockLayout(name) { Label = row["title"], Least = 1, Most = 1 };
        Fill(root, name, "", [.. _blocks[name], .. around], isCeb);
        return new MessageLayout(name, family, root, row["entity"] == name ? root : root.FindBlock(row["entity"])!)
        {
            Title = row["title"],
            IsSent = isSent,
            Sender = row["sender"],
            NaturalKey = row["key"].Split('+'),
            Receipt = row.OrNull("receipt"),
            Since = row.OrNull("since"),
        };
    }

    private void Fill(BlockLayout block, string message, string name, IReadOnlyList<CsvRow> rows, bool isCeb)
    {
        var blocks = rows.Where(r => r["parent"] == name).Select(r => Block(r, message, rows, isCeb)).ToList();
        var cells = _elements[(message, name)].Concat(isCeb ? _elements[(Shared, name)] : []).ToList();
        var elements = new List<ElementLayout>();
        var sequence = new List<object>();
        foreach (var cell in cells)
        {
            if (cell["type"] == "BLOCK") sequence.Add(blocks.Single(b => b.Wrapper == cell["element"] || b.Name == cell["element"]));
            else elements.Add(Element(elements.Count, cell));
            if (cell["type"] != "BLOCK") sequence.Add(elements[^1]);
        }

        block.Fill(elements, blocks, [.. sequence, .. blocks.Except(sequence)]);
    }

    private BlockLayout Block(CsvRow row, string message, IReadOnlyList<CsvRow> rows, bool isCeb)
    {
        var block = new BlockLayout(row["block"])
        {
            Wrapper = row.OrNull("wrapper"),
            Label = row["label"],
            Least = Number(row["min"]),
            Most = row.OrNull("max") is { } most ? Number(most) : null,
            IsOpaque = row["kind"] == "opaque",
            Alias = row.OrNull("alias"),
        };
        Fill(block, message, block.Name, rows, isCeb);
        return block;
    }

    private static ElementLayout Element(int index, CsvRow row)
    {
        var values = row.OrNull("values")?.Split('|') ?? [];
        var old = row.OrNull("old");
        return new ElementLayout(index, row["element"], ElementType.Parse(row["type"]))
        {
            Label = row["label"],
            Need = row["required"] switch { "R" => ElementNeed.Required, "B" => ElementNeed.MayBeBlank, _ => ElementNeed.Optional },
            IsNeededToDeclare = row["declare"] == "R",
            Allowed = values,
            Default = row.OrNull("default") ?? (values.Length == 1 ? values[0] : null),
            TimeFormat = row["format"] switch { "date8" => MessageTimes.Day, "time14" => MessageTimes.Second, "time17" => MessageTimes.Millisecond, _ => null },
            OldType = old is null or "absent" ? null : ElementType.Parse(old),
            IsNew = old == "absent",
            Personal = row["personal"] switch { "id" => PersonalData.IdentityNumber, "person" => PersonalData.Person, _ => PersonalData.None },
            Alias = row.OrNull("alias"),
            Rule = row["rule"],
        };
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>The parts of a line that are told from each other when one was changed.</summary>
public enum JournalPart
{
    /// <summary>Time.</summary>
    Time,

    /// <summary>Who acted.</summary>
    Person,

    /// <summary>Kind and number of the record.</summary>
    Subject,

    Act,

    Note,

    /// <summary>Fields with their old and new values, personal ones by their salted hash only.</summary>
    Changes,
}

/// <summary>
/// The bytes of a line that a block covers: the same on both databases, each value with its length, so that no two lines have the same bytes.
/// Personal values are not among them, only their salted hashes: they can be blanked without breaking the chain.
/// </summary>
public static class JournalCanon
{
    /// <summary>How many parts a line has.</summary>
    public const int PartCount = 6;

    /// <summary>What a block covers of a line, part by part.</summary>
    public static IReadOnlyList<byte[]> Parts(JournalLine line) =>
    [
        Bytes(Text(line.At.Ticks)),
        Bytes(Text(line.UserId), line.UserName),
        Bytes(line.Subject, line.SubjectKey),
        Bytes(line.Act),
        Bytes(line.Note),
        Bytes([.. line.Changes.OrderBy(c => c.Id).SelectMany(Values)]),
    ];

    /// <summary>Values one after the other, each with its length; null is told from the empty text.</summary>
    public static byte[] Bytes(params IReadOnlyList<string?> values)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var value in values)
        {
            var length = value is null ? -1 : Encoding.UTF8.GetByteCount(value);
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), length);
            bytes.Advance(sizeof(int));
            if (value is not null) Encoding.UTF8.GetBytes(value, bytes);
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Hash of a block over everything it says.</summary>
    public static string HashOf(int number, JournalSealKind kind, long after, long first, long last, int count, string content, string previous, DateTime sealedAt) =>
        Convert.ToHexStringLower(SHA256.HashData(
            Bytes("v1", Text(number), kind.ToString(), Text(after), Text(first), Text(last), Text(count), content, previous, Text(sealedAt.Ticks))));

    private static IEnumerable<string?> Values(JournalChange change) =>
        [Text(change.Id), change.Field, change.OldValue, change.NewValue, change.Salt, change.OldHash, change.NewHash];

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Hashes lines one after the other and keeps a short mark of each part.</summary>
internal sealed class JournalDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _marks = new();

    public int Count { get; private set; }

    public void Add(JournalLine line)
    {
        var parts = JournalCanon.Parts(line);
        Span<byte> id = stackalloc byte[sizeof(long)];
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt64BigEndian(id, line.Id);
        _hash.AppendData(id);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            _hash.AppendData(length);
            _hash.AppendData(part);
        }

        _marks.Write(JournalMarks.Of(line.Id, parts));
        Count++;
    }

    public byte[] Marks => _marks.WrittenSpan.ToArray();

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}

/// <summary>
/// For each line of a block its id and four bytes of the hash of each part. They prove nothing, the hash of the block does; they say which
/// line is not what it was, and which part of it.
/// </summary>
public static class JournalMarks
{
    private const int MarkLength = 4;
    private const int LineLength = sizeof(long) + (JournalCanon.PartCount * MarkLength);

    internal static byte[] Of(long id, IReadOnlyList<byte[]> parts)
    {
        var marks = new byte[LineLength];
        BinaryPrimitives.WriteInt64BigEndian(marks, id);
        for (var i = 0; i < parts.Count; i++) SHA256.HashData(parts[i]).AsSpan(0, MarkLength).CopyTo(marks.AsSpan(sizeof(long) + (i * MarkLength)));
        return marks;
    }

    /// <summary>The marks of each line of a block by the line's id.</summary>
    public static IReadOnlyDictionary<long, ReadOnlyMemory<byte>> Read(byte[] marks)
    {
        var lines = new Dictionary<long, ReadOnlyMemory<byte>>();
        for (var at = 0; at + LineLength <= marks.Length; at += LineLength)
            lines[BinaryPrimitives.ReadInt64BigEndian(marks.AsSpan(at))] = marks.AsMemory(at, LineLength);
        return lines;
    }

    /// <summary>Which parts of a line are not what they were.</summary>
    internal static IReadOnlyList<JournalPart> Differences(ReadOnlyMemory<byte> kept, JournalLine line)
    {
        var now = Of(line.Id, JournalCanon.Parts(line));
        return [.. Enum.GetValues<JournalPart>().Where(p => !Mark(kept.Span, p).SequenceEqual(Mark(now, p)))];
    }

    private static ReadOnlySpan<byte> Mark(ReadOnlySpan<byte> marks, JournalPart part) => marks.Slice(sizeof(long) + ((int)part * MarkLength), MarkLength);
}

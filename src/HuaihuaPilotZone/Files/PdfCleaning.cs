using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HuaihuaPilotZone.Files;

/// <summary>
/// Empties what a PDF notes of itself (ISO 32000-1, 14.3) at the place where it stands: the information dictionaries of all its versions, its XMP,
/// and the notes of cameras in its photos. The file keeps its length, and every other byte its place, so that nothing has to be written anew.
/// See docs/decisions/0021-pdf-emptied-in-place.md.
/// </summary>
internal sealed partial class PdfCleaning
{
    private const string Nothing = "null";

    private readonly string _text;
    private readonly byte[] _bytes;
    private readonly IReadOnlyList<PdfObject> _objects;
    private readonly IReadOnlyList<PdfObjectStream> _streams;

    /// <summary>Of each object stream, what it is to hold; null where it stays.</summary>
    private readonly char[]?[] _unpacked;

    private bool _hasChanged;

    private PdfCleaning(string text, IReadOnlyList<PdfObject> objects, IReadOnlyList<PdfObjectStream> streams)
    {
        _text = text;
        _bytes = Encoding.Latin1.GetBytes(text);
        _objects = objects;
        _streams = streams;
        _unpacked = new char[]?[streams.Count];
    }

    /// <returns>Whether a copy was written; otherwise there is nothing to empty, or it cannot be emptied here, which <see cref="PdfTraces"/> tells.</returns>
    public static bool TryCopy(Stream from, Stream to)
    {
        var text = PdfTraces.TextOf(from);
        if (MustStay(text) || PdfObjects.Of(text) is not { } objects || PdfObjects.Streams(text, objects) is not { } streams) return false;
        var cleaning = new PdfCleaning(text, objects, streams);
        if (!cleaning.EmptyInformation() || !cleaning.EmptyStreams() || !cleaning._hasChanged) return false;
        to.Write(cleaning._bytes);
        return true;
    }

    /// <summary>An encrypted one cannot be read here, and a signed one would no longer be the one that was signed.</summary>
    private static bool MustStay(string text) => PdfTraces.IsEncrypted(text) || PdfTraces.IsSigned(text);

    private bool EmptyInformation()
    {
        var texts = new Queue<int>();
        foreach (var number in PdfObjects.Information(_text))
        {
            foreach (var (text, place, empty) in Places(number))
            {
                var dictionary = text[place.Start..place.End];
                if (!place.IsDictionary || place.StreamEnd > place.StreamStart || !PdfObjects.IsInformation(dictionary)) return false;
                foreach (var next in PdfObjects.References(dictionary)) texts.Enqueue(next);
                empty(place);
            }
        }

        // a value may stand in an object of its own
        while (texts.TryDequeue(out var number))
        {
            foreach (var (text, place, empty) in Places(number))
            {
                if (!place.IsDictionary && text[place.Start..place.End].TrimStart() is ['(' or '<', ..]) empty(place);
            }
        }

        return Enumerable.Range(0, _streams.Count).All(i => _unpacked[i] is not { } own || Put(_streams[i].Place, Pack(Encoding.Latin1.GetBytes(own)), (byte)' '));
    }

    /// <summary>Where an object stands, in every version of the file, and how it is emptied there.</summary>
    private IEnumerable<(string Text, PdfObject Place, Action<PdfObject> Empty)> Places(int number)
    {
        foreach (var found in _objects.Where(o => o.Number == number)) yield return (_text, found, Blank);
        for (var i = 0; i < _streams.Count; i++)
        {
            var at = i;
            if (PdfObjects.In(_streams[at], number) is { } packed) yield return (_streams[at].Unpacked, packed, place => Blank(at, place));
        }
    }

    private bool EmptyStreams()
    {
        foreach (var place in _objects.Where(o => o.StreamEnd > o.StreamStart))
        {
            var dictionary = _text[place.Start..place.End];
            if (PdfObjects.IsMetadata(dictionary) && !EmptyMetadata(place, dictionary)) return false;
            if (PdfObjects.IsPhoto(dictionary)) EmptyPhoto(place);
        }

        return true;
    }

    private bool EmptyMetadata(PdfObject place, string dictionary)
    {
        var packet = Encoding.Latin1.GetBytes(Packet(place, dictionary));
        if (PdfObjects.IsPacked(dictionary)) return Put(place, Pack(packet), (byte)' ') || Put(place, Pack([]), (byte)' ');
        if (PdfObjects.HasFilter(dictionary)) return false;
        var own = _bytes.AsSpan(place.StreamStart, place.StreamEnd - place.StreamStart);
        own.Fill((byte)' ');
        if (packet.Length <= own.Length) packet.CopyTo(own);
        _hasChanged = true;
        return true;
    }

    /// <summary>An empty XMP packet; of a document kept for the archive (PDF/A) it still says so.</summary>
    private string Packet(PdfObject place, string dictionary)
    {
        var own = PdfObjects.HasFilter(dictionary) ? "" : _text[place.StreamStart..place.StreamEnd];
        var (part, conformance) = (ArchivePart().Match(own).Groups["value"].Value, ArchiveConformance().Match(own).Groups["value"].Value);
        var archive = part.Length == 0 ? "" : $"<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance></rdf:Description>";
        return $"<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">{archive}</rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }

    /// <summary>A photo that is none stays as it is: then nobody reads notes in it either.</summary>
    private void EmptyPhoto(PdfObject place)
    {
        using var photo = new MemoryStream(_bytes, place.StreamStart, place.StreamEnd - place.StreamStart, writable: false);
        using var clean = new MemoryStream();
        if (PictureCleaning.Copy(photo, clean, FileType.Jpeg).IsDone && clean.Length < photo.Length) Put(place, clean.ToArray(), 0);
    }

    private void Blank(PdfObject place)
    {
        var own = new char[place.End - place.Start];
        Fill(own, place.IsDictionary);
        Encoding.Latin1.GetBytes(own).CopyTo(_bytes, place.Start);
        _hasChanged = true;
    }

    private void Blank(int stream, PdfObject place)
    {
        var own = _unpacked[stream] ??= _streams[stream].Unpacked.ToCharArray();
        Fill(own.AsSpan(place.Start, place.End - place.Start), place.IsDictionary);
    }

    private static void Fill(Span<char> own, bool isDictionary)
    {
        own.Fill(' ');
        if (!isDictionary && own.Length > Nothing.Length) Nothing.CopyTo(own);
    }

    /// <summary>Writes a stream anew in its place, if it has room there.</summary>
    private bool Put(PdfObject place, byte[] content, byte rest)
    {
        var own = _bytes.AsSpan(place.StreamStart, place.StreamEnd - place.StreamStart);
        if (content.Length > own.Length) return false;
        content.CopyTo(own);
        own[content.Length..].Fill(rest);
        if (PdfObjects.LengthIn(_text[place.Start..place.End]) is { } said)
        {
            var length = content.Length.ToString(CultureInfo.InvariantCulture).PadRight(said.Length);
            if (length.Length == said.Length) Encoding.Latin1.GetBytes(length).CopyTo(_bytes, place.Start + said.Index);
        }

        _hasChanged = true;
        return true;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(content);
        return packed.ToArray();
    }

    [GeneratedRegex("""pdfaid:part(>|=["'])(?<value>[1-4])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArchivePart();

    [GeneratedRegex("""pdfaid:conformance(>|=["'])(?<value>[ABUFEabufe])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArchiveConformance();
}

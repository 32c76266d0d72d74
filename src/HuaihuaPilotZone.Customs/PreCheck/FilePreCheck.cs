using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck.Repairs;
using HuaihuaPilotZone.Customs.PreCheck.Rules;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>One document of a file and what the rules say of it.</summary>
/// <param name="Number">From 1, in the order of the file.</param>
/// <param name="Noun">清单, 订单 or 报关单.</param>
/// <param name="Schema">What the paths of its findings point into.</param>
/// <param name="Notes">What could not be taken over from a message as it stood.</param>
/// <param name="Repairs">The fewest changes that resolve what contradicts itself.</param>
public sealed record FileDocument(int Number, string Noun, DocumentSchema Schema, PreCheckResult Result, IReadOnlyList<MappingNote> Notes, RepairAnswer Repairs);

/// <summary>What a file holds and what is wrong with it.</summary>
/// <param name="Message">Name of the message, such as CEB603Message; null for a document as JSON and for what cannot be read.</param>
/// <param name="Documents">The documents that the pre-check knows; other messages are read and checked as messages only.</param>
/// <param name="Problems">What is wrong with the file itself, with line and column.</param>
/// <param name="Tolerances">What was put up with.</param>
public sealed record CheckedFile(string? Message, IReadOnlyList<FileDocument> Documents, IReadOnlyList<MessageProblem> Problems, IReadOnlyList<MessageTolerance> Tolerances)
{
    /// <summary>Neither a message nor a document was recognised.</summary>
    public bool IsUnreadable => Message is null && Documents.Count == 0;

    /// <summary>Something stands against handing the file in.</summary>
    public bool HasMustFix => Problems.Count > 0 || Documents.Any(d => d.Result.HasMustFix);
}

/// <summary>
/// Checks a file as it is: any message of the catalogue, also inside JSON or DXP, or a document as JSON with the document's own names.
/// Nothing about other documents is known here, so that duplicates are not looked for. Pure and stateless.
/// </summary>
public static class FilePreCheck
{
    private const string ListMessage = "CEB603Message";
    private const string OrderMessage = "CEB303Message";
    private const string DeclarationMessage = "DecMessage";

    /// <param name="file">The whole file.</param>
    /// <param name="date">Today in China.</param>
    public static CheckedFile Run(ReadOnlyMemory<byte> file, CustomsTables tables, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (DocumentFile.FromJson(file) is not { } read) return DocumentBatch.FromJson(file) is { } many ? RunMany(many, tables, date) : RunMessage(file, tables, date);
        if (read.Document is not { } document) return new CheckedFile(null, [], [new MessageProblem(MessageProblemKind.NotAllowed, 0, 0, "", read.Refusal!)], []);
        return DocumentFile.IsTooLong(document)
            ? new CheckedFile(null, [], [TooLong(0)], [])
            : new CheckedFile(null, [Check(1, document, tables, date, null, read.Notes, _ => true)], [], []);
    }

    private static CheckedFile RunMany(DocumentBatch many, CustomsTables tables, DateOnly date)
    {
        // all of them together ask for no longer an answer than one may
        if ((many.Refusal ?? (many.Lines > DocumentFile.MostLines ? DocumentFile.TooLong : null)) is { } refusal)
            return new CheckedFile(null, [], [new MessageProblem(MessageProblemKind.LimitReached, 0, 0, "", refusal)], []);
        var numbered = many.Documents.Select((d, i) => (File: d, Number: i + 1)).ToList();
        var problems = numbered.Where(d => d.File.Document is null).Select(d => new MessageProblem(MessageProblemKind.LimitReached, 0, 0, DocumentBatch.PathOf(d.Number - 1), d.File.Refusal!));
        return new CheckedFile(null, [.. numbered.Where(d => d.File.Document is not null).Select(d => Check(d.Number, d.File.Document!, tables, date, null, d.File.Notes, _ => true))], [.. problems], []);
    }

    private static CheckedFile RunMessage(ReadOnlyMemory<byte> file, CustomsTables tables, DateOnly date)
    {
        using var reader = MessageReader.Open(file, MessageReadingOptions.Default with { Today = date });
        var documents = new List<FileDocument>();
        var contradictions = new List<MessageProblem>();
        if (reader.Message is { Name: var message } && (message is ListMessage or OrderMessage or DeclarationMessage || ApplicationOf(message) is not null))
        {
            while (reader.ReadEntity() is { } entity)
            {
                if (entity.Records.Count > DocumentFile.MostLines) contradictions.Add(TooLong(entity.Line));
                else if (OfEntity(documents.Count + 1, message, entity, tables, date) is { } check) documents.Add(check);
            }
        }
        else if (reader.Message is { Name: var import } && ImportChecks.Covers(import))
        {
            for (var number = 1; reader.ReadEntity() is { } entity; number++) contradictions.AddRange(ImportChecks.Of(import, entity, number, tables.Tolerances.Amount));
        }
        else
        {
            while (reader.Read())
            {
                // reading is the check
            }
        }

        return new CheckedFile(reader.Message?.Name, documents, [.. reader.Problems, .. contradictions], reader.Tolerances);
    }

    private static MessageProblem TooLong(int line) => new(MessageProblemKind.LimitReached, line, line == 0 ? 0 : 1, "", DocumentFile.TooLong);

    private static FileDocument? OfEntity(int number, string message, MessageRecord entity, CustomsTables tables, DateOnly date)
    {
        if (message == DeclarationMessage)
            return DeclarationReader.SchemaOf(entity) is { } schema ? Check(number, DeclarationReader.Read(entity, schema), tables, date, null, [], _ => true) : null;
        if (ApplicationOf(message) is { } application) return Check(number, ApplicationReader.Read(application, entity, tables), tables, date, null, [], _ => true);
        var isList = message == ListMessage;
        var mapped = ExportListReader.Read(isList ? entity : null, isList ? null : entity, tables);
        // what the other message of the pair carries is not missing here
        return Check(number, mapped.Document.ToDocument(), tables, date, isList ? null : "订单", mapped.Notes, field => (isList ? field.ListElement : field.OrderElement) is not null);
    }

    // the lists of other applications have no end and are read line by line, as messages only
    private static DocumentSchema? ApplicationOf(string? message) =>
        ApplicationReader.SchemaOf(message) is { } schema && schema.Collections.All(c => c.Collection.MaxLines <= FieldMap.MaxLines) ? schema : null;

    private static FileDocument Check(int number, CustomsDocument document, CustomsTables tables, DateOnly date, string? noun, IReadOnlyList<MappingNote> notes, Func<Field, bool> carries)
    {
        var result = PreChecker.Run(document, tables, date, new NoLookups());
        // who sends is said by the message, not by the document
        var findings = result.Findings.Where(f => f.RuleId != FilingRules.TransmissionRule && (!DocumentPath.TryParse(document.Schema, f.Path, out var place) || place.Field is not { } field || carries(field)));
        return new FileDocument(
            number, noun ?? document.Schema.Noun, document.Schema, result with { Findings = [.. findings] }, notes, RepairFinder.Find(document, result, tables, date, new NoLookups()));
    }
}

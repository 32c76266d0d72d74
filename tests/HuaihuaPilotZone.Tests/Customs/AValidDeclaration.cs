using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>The 报关单 of <see cref="SampleDocuments"/>; tables, lookups and day are those of <see cref="AValidList"/>.</summary>
internal static class AValidDeclaration
{
    public const string GeneralTrade = "0110";

    public static readonly IReadOnlyList<string> Modes = SampleDocuments.DeclarationModes;

    public static CustomsDocument Of(string mode, int lines = 2) => SampleDocuments.Declaration(mode, lines);

    public static PreCheckResult Check(CustomsDocument document) => PreChecker.Run(document, AValidList.Tables, AValidList.Today, AValidList.Lookups);

    /// <summary>The document with other lines in a collection; values by document name.</summary>
    public static CustomsDocument WithLines(this CustomsDocument document, string collection, IEnumerable<Dictionary<string, string>> lines)
    {
        var schema = document.Schema.FindCollection(collection)!;
        return document.With(schema.Collection, [.. lines.Select(line => line.Aggregate(new DocumentLine(schema), (l, pair) => l.With(document.Schema.FindField(schema, pair.Key)!, pair.Value)))]);
    }

    /// <summary>Pointers to every field of a document that has lines.</summary>
    public static IEnumerable<(Field Field, string Path)> Places(CustomsDocument document) =>
    [
        .. document.Schema.Header.Select(f => (f, f.PathAt())),
        .. document.Schema.Collections.SelectMany(c => Enumerable.Range(0, document.Lines(c.Collection).Count).SelectMany(i => c.Fields.Select(f => (f, f.PathAt(i))))),
    ];
}

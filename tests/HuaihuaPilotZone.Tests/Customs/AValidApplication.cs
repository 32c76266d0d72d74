using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>The application of each kind of <see cref="SampleDocuments"/>, made of one or two retail lists; tables and day are those of <see cref="AValidList"/>.</summary>
internal static class AValidApplication
{
    public static readonly IReadOnlyList<DocumentSchema> Kinds = [.. DocumentSchemas.All.Where(s => s.IsApplication)];

    public static CustomsDocument Of(DocumentScope scope) => SampleDocuments.Application(scope);

    /// <summary>The lists that an application of a kind refers to, accepted by customs.</summary>
    public static IDocumentLookups Lookups(DocumentScope scope) => (scope & DocumentScope.Applications) == DocumentScope.None ? AValidList.Lookups : new KnownSources(SampleWorld.SourcesOf(scope));

    public static PreCheckResult Check(CustomsDocument document, params IReadOnlyList<SourceDocument> sources) =>
        PreChecker.Run(document, AValidList.Tables, AValidList.Today, sources.Count == 0 ? Lookups(document.Schema.Scope) : new KnownSources(sources));
}

/// <summary>Lookups of somebody who knows what an application was made from.</summary>
internal sealed record KnownSources(IReadOnlyList<SourceDocument> Sources) : IDocumentLookups
{
    public Transmission? Transmission => AValidList.Lookups.Transmission;

    public string? OtherDocumentWithOrder(string ebpCode, string orderNo) => null;

    public string? OtherDocumentWithWaybill(string logisticsCode, string logisticsNo) => null;
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Which message of a list is wanted.</summary>
public enum HandoverMessage
{
    /// <summary>CEB303 电子订单; for 9810 the booking order.</summary>
    Order,

    /// <summary>CEB603 出口申报清单.</summary>
    List,
}

/// <summary>A file that the enterprise imports into its E-Port client, unsigned.</summary>
public sealed record HandoverFile(string Name, byte[] Content);

/// <summary>Writes the messages of a document that has passed. Making a file never changes a state.</summary>
public sealed class HandoverFiles(DeclarationCheck check, CustomsTablesSource tables, ChinaTime time, IOptions<DeclarationOptions> options)
{
    /// <summary>
    /// The messages that a kind of document is handed over in; empty where the portal writes none yet. This is the one place where the
    /// writer of DecMessage joins: its message is named here and written in <see cref="WriteAsync"/>, and pages and acts follow.
    /// </summary>
    public static IReadOnlyList<HandoverMessage> MessagesOf(DocumentKind kind) => kind switch
    {
        DocumentKind.List => [HandoverMessage.Order, HandoverMessage.List],
        _ => [],
    };

    /// <summary>
    /// Whether files may be made: the document has passed; or it has waited for the park long enough (it must be imported before that
    /// can be reported); or, with review off, nothing must be mended.
    /// </summary>
    public bool AreOpen(Declaration declaration) =>
        MessagesOf(declaration.Kind).Count > 0 && (declaration.State is DeclarationState.Accepted or DeclarationState.HandedOver
            || declaration.IsUnanswered(options.Value.ReviewHours, time.UtcNow)
            || (!options.Value.ReviewBeforeHandover && declaration is { State: DeclarationState.Draft, MustFixCount: 0 }));

    /// <summary>Writes one message, or says everything that stands against it; never half a file.</summary>
    public async Task<Outcome<HandoverFile>> WriteAsync(Declaration declaration, HandoverMessage message, CancellationToken cancellation)
    {
        if (!MessagesOf(declaration.Kind).Contains(message)) return Outcome.Refused($"{declaration.Kind.Word()}的报文生成尚未开放，请在国际贸易单一窗口录入。");
        if (!AreOpen(declaration)) return Outcome.Refused("园区核对通过后才能下载报文。");
        var transmission = await check.TransmissionAsync(declaration.EnterpriseId, cancellation);
        var batch = new CebBatch(
            [new CebItem(ExportList.From(declaration.Read()), declaration.Number.CopNo)], transmission, new DateTimeOffset(time.UtcNow), CebBatch.RandomGuid);
        using var output = new MemoryStream();
        var snapshot = await tables.ReadAsync(cancellation);
        var outcome = message == HandoverMessage.Order
            ? CebWriter.WriteOrders(output, batch, snapshot, cancellation)
            : CebWriter.WriteLists(output, batch, snapshot, cancellation);
        if (!outcome.IsWritten) return Outcome.Refused([.. outcome.Refusals.Select(r => new Refusal(r.Path, r.Reason))]);
        var root = message == HandoverMessage.Order ? "CEB303" : "CEB603";
        return new HandoverFile($"{root}_{declaration.Number.CopNo}.xml", output.ToArray());
    }
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Declarations.Tables;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Which message of a document is wanted.</summary>
public enum HandoverMessage
{
    /// <summary>CEB303 电子订单; for 9810 the booking order.</summary>
    Order,

    /// <summary>CEB603 出口申报清单.</summary>
    List,

    /// <summary>DecMessage 报关单.</summary>
    Declaration,

    /// <summary>The one message of an application.</summary>
    Application,
}

public static class HandoverMessages
{
    /// <summary>The Chinese name of a message; the order of 9810 is a booking order.</summary>
    public static string Word(this HandoverMessage message, DocumentKind kind, string? tradeMode) => message switch
    {
        HandoverMessage.Order => tradeMode == "9810" ? "海外仓订仓单" : "电子订单",
        HandoverMessage.List => "出口申报清单",
        _ => kind.Word(),
    };
}

/// <summary>A file that the enterprise imports into its E-Port client, unsigned.</summary>
public sealed record HandoverFile(string Name, byte[] Content);

/// <summary>Writes the messages of a document that has passed. Making a file never changes a state.</summary>
public sealed class HandoverFiles(DeclarationCheck check, CustomsTablesSource tables, ChinaTime time, IOptions<DeclarationOptions> options)
{
    /// <summary>
    /// Whether files may be made: the document has passed; or it has waited for the park long enough (it must be imported before that
    /// can be reported); or, with review off, nothing must be mended.
    /// </summary>
    public bool AreOpen(Declaration declaration) =>
        declaration.State is DeclarationState.Accepted or DeclarationState.HandedOver
        || declaration.IsUnanswered(options.Value.ReviewHours, time.UtcNow)
        || (!options.Value.ReviewBeforeHandover && declaration is { State: DeclarationState.Draft, MustFixCount: 0 });

    /// <summary>Writes one message, or says everything that stands against it; never half a file.</summary>
    public async Task<Outcome<HandoverFile>> WriteAsync(Declaration declaration, HandoverMessage message, CancellationToken cancellation)
    {
        if (!declaration.Kind.Facts().Messages.Contains(message)) return Outcome.Refused($"{declaration.Kind.Word()}没有这种报文。");
        if (!AreOpen(declaration)) return Outcome.Refused("园区核对通过后才能下载报文。");
        using var output = new MemoryStream();
        var outcome = message == HandoverMessage.Declaration
            ? DeclarationWriter.Write(output, declaration.Read(), declaration.Number.CopNo, new DateTimeOffset(time.UtcNow), cancellation)
            : await WriteCebAsync(output, declaration, message, cancellation);
        if (!outcome.IsWritten) return Outcome.Refused([.. outcome.Refusals.Select(r => new Refusal(r.Path, r.Reason))]);
        return new HandoverFile($"{RootOf(message, declaration.Kind)}_{declaration.Number.CopNo}.xml", output.ToArray());
    }

    /// <summary>What a message is called: CEB603, DecMessage.</summary>
    public static string RootOf(HandoverMessage message, DocumentKind kind) => message switch
    {
        HandoverMessage.Order => "CEB303",
        HandoverMessage.List => "CEB603",
        HandoverMessage.Declaration => "DecMessage",
        _ => kind.Schema().Message!.Replace("Message", "", StringComparison.Ordinal),
    };

    private async Task<MessageOutcome> WriteCebAsync(MemoryStream output, Declaration declaration, HandoverMessage message, CancellationToken cancellation)
    {
        var transmission = await check.TransmissionAsync(declaration.EnterpriseId, cancellation);
        var snapshot = (await tables.ReadAsync(cancellation)).On(time.Today);
        if (message == HandoverMessage.Application)
            return ApplicationWriter.Write(output, declaration.Read(), declaration.Number.CopNo, snapshot, transmission, new DateTimeOffset(time.UtcNow), CebBatch.RandomGuid, cancellation);
        var batch = new CebBatch(
            [new CebItem(ExportList.From(declaration.Read()), declaration.Number.CopNo)], transmission, new DateTimeOffset(time.UtcNow), CebBatch.RandomGuid);
        return message == HandoverMessage.Order
            ? CebWriter.WriteOrders(output, batch, snapshot, cancellation)
            : CebWriter.WriteLists(output, batch, snapshot, cancellation);
    }
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.CrossCheck;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Declarations.Tables;

namespace HuaihuaPilotZone.Declarations;

/// <summary>A file as it was sent, never kept.</summary>
public sealed record SentFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>The documents of a shipment side by side.</summary>
/// <param name="Present">Which documents are at hand.</param>
/// <param name="Remarks">What was said of the files.</param>
/// <param name="Words">What each part is called, in the order of <see cref="DocumentSet.Parts"/>.</param>
public sealed record CrossAnswer(IReadOnlyList<ComparedRow> Rows, IReadOnlyList<SetPart> Present, IReadOnlyList<string> Remarks, IReadOnlyList<string> Words)
{
    public string Word(SetPart part) => Words[(int)part];
}

/// <summary>Sets order, receipt, waybill and list side by side: from files, and the list from a document filed here. Nothing is kept.</summary>
public sealed class CrossCheckService(DeclarationService declarations, ReviewService review, OrderBook orders, CustomsTablesSource tables, ChinaTime time)
{
    /// <summary>For an enterprise: its own document, in any state.</summary>
    /// <param name="number">A list filed here; null where the list comes as a file.</param>
    public async Task<Outcome<CrossAnswer>> CompareAsync(int enterpriseId, DeclarationNumber? number, IReadOnlyList<SentFile> files, CancellationToken cancellation) =>
        await CompareAsync(number is { } filed ? (await declarations.FindAsync(enterpriseId, filed, cancellation))?.Read() : null, enterpriseId, number, files, cancellation);

    /// <summary>For the park: any document as it was last submitted.</summary>
    /// <inheritdoc cref="CompareAsync(int, DeclarationNumber?, IReadOnlyList{SentFile}, CancellationToken)"/>
    public async Task<Outcome<CrossAnswer>> CompareSubmittedAsync(DeclarationNumber? number, IReadOnlyList<SentFile> files, CancellationToken cancellation)
    {
        var declaration = number is { } filed ? await review.FindAsync(filed, cancellation) : null;
        var document = declaration is null ? null : (await review.CheckAsync(declaration, cancellation)).Document;
        return await CompareAsync(document, declaration?.EnterpriseId, number, files, cancellation);
    }

    private async Task<Outcome<CrossAnswer>> CompareAsync(CustomsDocument? document, int? enterpriseId, DeclarationNumber? number, IReadOnlyList<SentFile> files, CancellationToken cancellation)
    {
        if (number is not null && document is null) return Outcome.Refused("Number", DeclarationService.Gone);
        if (document is { Schema.Scope: not DocumentScope.List }) return Outcome.Refused("Number", $"{number} 是{document.Schema.Noun}，这里只核对清单。");
        if (number is null && files.Count == 0) return Outcome.Refused("Files", "请选择报文文件，或填写清单的申报单号。");
        var reading = SetReading.None;
        if (document is not null) reading = reading with { Set = reading.Set.WithList(document, await tables.ReadAsync(cancellation)) };
        reading = files.Aggregate(reading, (r, file) => r.Add(file.Name, file.Content, time.Today));
        if (document is not null && reading.Set.Order is null) reading = await WithKeptOrderAsync(reading, enterpriseId!.Value, document, cancellation);
        return new CrossAnswer(CrossChecker.Run(reading.Set), [.. DocumentSet.Parts.Where(p => reading.Set[p] is not null)], reading.Remarks, [.. DocumentSet.Parts.Select(reading.Set.WordOf)]);
    }

    /// <summary>The order that the enterprise keeps here stands in for a file that was not sent.</summary>
    private async Task<SetReading> WithKeptOrderAsync(SetReading reading, int enterpriseId, CustomsDocument list, CancellationToken cancellation) =>
        await orders.FindForAsync(enterpriseId, list, cancellation) is { } order
            ? new SetReading(reading.Set.WithOrder(order.Read(), await tables.ReadAsync(cancellation)), [.. reading.Remarks, $"订单取自平台上的登记 {order.RecordNo}。"])
            : reading;
}

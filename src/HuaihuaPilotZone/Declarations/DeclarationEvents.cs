using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Webhooks;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Tells an enterprise's own systems what happened to its documents, in the transaction in which it happened.</summary>
public sealed class DeclarationEvents(WebhookOutbox queue)
{
    /// <summary>Adds an event for every change of state that this act has made.</summary>
    internal async Task ChangedAsync(Declaration declaration, CancellationToken cancellation)
    {
        foreach (var change in declaration.StateChanges.Where(c => c.Id == 0).ToList())
        {
            await queue.AddAsync(
                declaration.EnterpriseId, WebhookEvent.DeclarationState, declaration.Number.ToString(),
                new
                {
                    Number = declaration.Number.ToString(),
                    From = Word(change.From),
                    To = Word(change.To),
                    change.At,
                    Unreviewed = declaration.IsUnreviewed,
                },
                cancellation);
        }
    }

    /// <param name="moved">The customs state that the receipt moved the document to; null when it moved nothing.</param>
    internal Task ReceiptAsync(Declaration declaration, CustomsReceipt receipt, Receipt read, CustomsState? moved, CancellationToken cancellation) => queue.AddAsync(
        declaration.EnterpriseId, WebhookEvent.Receipt, declaration.Number.ToString(),
        new
        {
            Number = declaration.Number.ToString(),
            receipt.Message,
            Status = receipt.StatusText,
            read.Meaning.Text,
            read.Meaning.Next,
            receipt.Time,
            CustomsState = moved is { } state ? Word(state) : null,
        },
        cancellation);

    private static string Word<T>(T state)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}

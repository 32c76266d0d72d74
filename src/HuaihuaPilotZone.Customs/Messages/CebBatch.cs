using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>One document of a message.</summary>
/// <param name="Document">As typed; codes are turned into the old customs numbers when they are written.</param>
/// <param name="CopNo">企业唯一编号, at most 30 characters; the key for later changes and for receipts. CEB303 does not carry it.</param>
public sealed record CebItem(ExportList Document, string CopNo);

/// <summary>What is needed to write one message.</summary>
/// <param name="Items">1 to 100 documents.</param>
/// <param name="Transmission">BaseTransfer: the company that owns the E-Port client.</param>
/// <param name="AppTime">报送时间; any offset, written as China time.</param>
/// <param name="NewGuid">Gives a new 36-character number at every call: first for the message, then for each document.</param>
public sealed record CebBatch(IReadOnlyList<CebItem> Items, Transmission? Transmission, DateTimeOffset AppTime, Func<string> NewGuid)
{
    /// <summary>A random number of the form the specification asks for: 36 characters, upper case.</summary>
    public static string RandomGuid() => MessageDraft.RandomGuid();
}

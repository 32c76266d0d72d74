using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>How complete a DecMessage must be. CEB messages have one measure only.</summary>
public enum MessageStage
{
    /// <summary>Complete enough to be saved (暂存).</summary>
    Save,

    /// <summary>Complete enough to be declared, but for the signature.</summary>
    Declare,
}

/// <summary>What is needed to write one message.</summary>
/// <param name="Message">Out of <see cref="MessageCatalogue"/>.</param>
/// <param name="Entities">The documents, each made by <see cref="MessageLayout.NewEntity"/>.</param>
/// <param name="Transmission">BaseTransfer: the company that owns the E-Port client; needed for the CEB messages that are sent.</param>
/// <param name="Time">报送时间; any offset, written as China time where appTime was not given.</param>
/// <param name="NewGuid">Gives a new 36-character number at every call: first for the message, then for each document without one.</param>
public sealed record MessageDraft(MessageLayout Message, IReadOnlyList<MessageRecord> Entities, Transmission? Transmission, DateTimeOffset Time, Func<string> NewGuid)
{
    /// <summary>BaseSubscribe: up to five third parties that receive copies.</summary>
    public IReadOnlyList<MessageRecord> Subscribers { get; init; } = [];

    /// <summary>Values of the root itself, for the messages that have some besides the attributes (DxpRep); null for none.</summary>
    public MessageRecord? Root { get; init; }

    /// <summary>For DecMessage.</summary>
    public MessageStage Stage { get; init; }

    /// <summary>A random number of the form the specification asks for: 36 characters, upper case.</summary>
    public static string RandomGuid() => Guid.NewGuid().ToString("D").ToUpperInvariant();
}

/// <summary>Why a message was not written.</summary>
/// <param name="Item">Number of the document from 0; null when the whole message is meant.</param>
/// <param name="Path">
/// Where in that document: InventoryList[2]/qty for records, a JSON Pointer for an export list; empty when no field is meant.
/// </param>
/// <param name="Reason">The plain Chinese sentence.</param>
public sealed record MessageRefusal(int? Item, string Path, string Reason);

/// <summary>What became of a message: written as a whole, or refused with every reason at once and not a byte written.</summary>
/// <param name="Refusals">All reasons; empty when the message was written.</param>
public sealed record MessageOutcome(IReadOnlyList<MessageRefusal> Refusals)
{
    public bool IsWritten => Refusals.Count == 0;
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Personal;

/// <summary>Whose contact data somebody asks to see in full.</summary>
public enum UnmaskKind
{
    /// <summary>The contacts of an enterprise.</summary>
    Enterprise,

    /// <summary>An account.</summary>
    Person,

    /// <summary>The contact of an application for entry.</summary>
    Application,

    /// <summary>Who wrote a letter.</summary>
    Letter,

    /// <summary>Who asked for information.</summary>
    InformationRequest,

    /// <summary>Who asks to take over, and the present administrators.</summary>
    Succession,

    /// <summary>The contact of a lead.</summary>
    Lead,

    /// <summary>The contacts that have to be mended in an import of the roster.</summary>
    Import,

    /// <summary>Whom a mail went to.</summary>
    Mail,

    /// <summary>The vehicles of a stay in the yard.</summary>
    YardStay,

    /// <summary>A colleague, whom the administrator of their enterprise looks up.</summary>
    Colleague,
}

/// <summary>The record whose people somebody asks to see.</summary>
/// <param name="Key">Number of the record, or its id where it has none.</param>
/// <param name="IsAdministrator">Whether the park's administrator asks: reports are seen by them and their handler only.</param>
public sealed record UnmaskTarget(UnmaskKind Kind, string Key, bool IsAdministrator = false)
{
    /// <summary>The enterprise of the sign-in, for a colleague; nobody of another one is found.</summary>
    public int EnterpriseId { get; init; }
}

/// <summary>A person in full.</summary>
public sealed record UnmaskedPerson(string Name, string? Position, string? Phone, string? Email)
{
    /// <summary>Number of a document, such as of an identity card.</summary>
    public string? Identity { get; init; }

    public string? Address { get; init; }
}

/// <summary>A vehicle in full.</summary>
/// <param name="At">UTC; when it passed the gate.</param>
public sealed record UnmaskedVehicle(string Vehicle, string Passage, DateTime At);

/// <summary>A value that stood or came to stand in the record, as the journal still keeps it.</summary>
/// <param name="At">UTC.</param>
public sealed record UnmaskedValue(DateTime At, string By, string Field, string? Old, string? New);

/// <summary>What was asked for.</summary>
/// <param name="Former">Newest first.</param>
public sealed record UnmaskedRecord(IReadOnlyList<UnmaskedPerson> People, IReadOnlyList<UnmaskedValue> Former)
{
    public IReadOnlyList<UnmaskedVehicle> Vehicles { get; init; } = [];
}

/// <summary>
/// What lists and pages show masked, in full, for a reason. The look is journalled before anything is shown: with the reason and who looked, never with what was seen.
/// This is the one place, so that a step-up before it is asked for once.
/// </summary>
public sealed class Unmasking(PortalDbContext db, MaskedRecords records, PortalJournal journal)
{
    public const int ReasonMaxLength = 200;

    /// <summary>What the record is called; null where there is none, or none that this person may see.</summary>
    public async Task<string?> NameAsync(UnmaskTarget target, CancellationToken cancellation) => (await records.FindAsync(target, cancellation))?.Name;

    public async Task<Outcome<UnmaskedRecord>> LookAsync(UnmaskTarget target, string? reason, CancellationToken cancellation)
    {
        if (Texts.Tidy(reason) is not { Length: <= ReasonMaxLength } why) return Outcome.Refused("Reason", $"请写明查看的原因，最多 {ReasonMaxLength} 个字。");
        if (await records.FindAsync(target, cancellation) is not { } record) return Outcome.Refused("没有这条记录。");
        journal.Write(record.Subject, record.JournalKey, target.Kind == UnmaskKind.YardStay ? PrivacyActs.VehiclesUnmasked : PrivacyActs.Unmasked, why, [.. record.Whose]);
        await db.SaveChangesAsync(cancellation);
        return new UnmaskedRecord(record.People, await records.FormerAsync(record, cancellation)) { Vehicles = record.Vehicles };
    }
}

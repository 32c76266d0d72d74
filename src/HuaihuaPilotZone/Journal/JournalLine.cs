namespace HuaihuaPilotZone.Journal;

/// <summary>One act on one record: who, when, what, why. Written in the same save as the change; never changed afterwards.</summary>
public sealed class JournalLine
{
    public const int SubjectMaxLength = 40;
    public const int SubjectKeyMaxLength = 60;
    public const int ActMaxLength = 60;
    public const int NoteMaxLength = 2000;

    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public int? UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>Kind of record, see <see cref="JournalSubjects"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Number or id people know the record by.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>The act, such as declaration.submitted.</summary>
    public required string Act { get; init; }

    public string? Note { get; init; }

    public List<JournalChange> Changes { get; init; } = [];
}

/// <summary>One field's old and new value. Values of personal fields stand in <see cref="JournalPersonalValue"/>; here only their salted hash.</summary>
public sealed class JournalChange
{
    public const int FieldMaxLength = 120;
    public const int ValueMaxLength = 4000;
    public const int HashMaxLength = 64;

    public long Id { get; init; }

    public long JournalLineId { get; init; }

    public required string Field { get; init; }

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    public string? Salt { get; init; }

    public string? OldHash { get; init; }

    public string? NewHash { get; init; }

    public JournalPersonalValue? Personal { get; init; }
}

/// <summary>Old and new value of a personal field, which can be blanked without touching the line.</summary>
public sealed class JournalPersonalValue
{
    public long JournalChangeId { get; init; }

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }

    /// <summary>UTC; when the values were blanked.</summary>
    public DateTime? BlankedAt { get; set; }
}

/// <summary>Kinds of records that the journal speaks of.</summary>
public static class JournalSubjects
{
    public const string Account = "account";
    public const string Enterprise = "enterprise";
    public const string Application = "application";
    public const string Roster = "roster";
    public const string Declaration = "declaration";
    public const string News = "news";
    public const string Policy = "policy";
    public const string English = "english";
    public const string Table = "table";
    public const string Mail = "mail";
    public const string Job = "job";
    public const string Vault = "vault";
    public const string ReviewReason = "review-reason";
    public const string ApiKey = "api-key";
    public const string Webhook = "webhook";
    public const string Party = "party";
    public const string Product = "product";
    public const string Template = "template";
    public const string Import = "import";
    public const string Order = "order";
    public const string Search = "search";
    public const string Media = "media";
    public const string WorkingDays = "working-days";
    public const string Service = "service";
    public const string Letter = "letter";
    public const string InformationRequest = "information-request";
    public const string Indicator = "indicator";
    public const string Observation = "observation";
    public const string PolicyCriteria = "policy-criteria";
    public const string Subscription = "subscription";
    public const string Park = "park";
    public const string Area = "area";
    public const string Unit = "unit";
    public const string Ticket = "ticket";
    public const string Showcase = "showcase";
    public const string Succession = "succession";
    public const string Proposal = "proposal";
    public const string Taxonomy = "taxonomy";
    public const string Lead = "lead";
    public const string Opportunity = "opportunity";
    public const string Cost = "cost";
    public const string Chain = "chain";
    public const string Relation = "relation";
    public const string Network = "network";
    public const string Risk = "risk";
    public const string ScheduledService = "scheduled-service";
    public const string Departure = "departure";
    public const string Booking = "booking";
    public const string CargoIntent = "cargo-intent";
    public const string SharedContainer = "shared-container";
    public const string Consignment = "consignment";
    public const string Yard = "yard";
    public const string YardStay = "yard-stay";
    public const string Inspection = "inspection";
    public const string QuoteRequest = "quote-request";
    public const string TransportOrder = "transport-order";
    public const string Warehouse = "warehouse";
    public const string Inbound = "inbound";
    public const string FilingReceipt = "filing-receipt";
    public const string PrivacyRequest = "privacy-request";
    public const string Privacy = "privacy";
    public const string Backup = "backup";
}

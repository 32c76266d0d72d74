namespace HuaihuaPilotZone.Corridors;

/// <summary>What was said of a corridor from a day on, with its legs, until a later one begins. Its status has days of its own; how it is drawn has none.</summary>
public sealed class CorridorState
{
    public int Id { get; init; }

    public required int CorridorId { get; init; }

    public Corridor? Corridor { get; init; }

    /// <summary>The first day on which it holds; <see cref="DateOnly.MinValue"/> where it has always held.</summary>
    public required DateOnly From { get; init; }

    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public required string Description { get; init; }

    public required string EnglishDescription { get; init; }

    public string? Partners { get; init; }

    public required string Source { get; init; }

    public string? SourceAddress { get; init; }

    public string? Documents { get; init; }

    public string? EnglishDocuments { get; init; }

    public string? Contact { get; init; }

    public List<CorridorStateLeg> Legs { get; init; } = [];

    /// <summary>What a corridor is, from a day on.</summary>
    /// <param name="corridor">With its legs.</param>
    public static CorridorState Of(Corridor corridor, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(corridor);
        return new CorridorState
        {
            CorridorId = corridor.Id,
            From = from,
            Name = corridor.Name,
            EnglishName = corridor.EnglishName,
            Description = corridor.Description,
            EnglishDescription = corridor.EnglishDescription,
            Partners = corridor.Partners,
            Source = corridor.Source,
            SourceAddress = corridor.SourceAddress,
            Documents = corridor.Documents,
            EnglishDocuments = corridor.EnglishDocuments,
            Contact = corridor.Contact,
            Legs = [.. corridor.Legs.OrderBy(l => l.Position).Select(l => new CorridorStateLeg { LegId = l.LegId, Position = l.Position })],
        };
    }

    /// <summary>The state as a corridor that has the same on its own columns. Its status is that of now, those through time are with it.</summary>
    public Corridor ToCorridor() => new()
    {
        Id = CorridorId,
        Slug = Corridor!.Slug,
        Name = Name,
        EnglishName = EnglishName,
        Status = Corridor.Status,
        StatusSource = Corridor.StatusSource,
        Description = Description,
        EnglishDescription = EnglishDescription,
        Colour = Corridor.Colour,
        Partners = Partners,
        Source = Source,
        SourceAddress = SourceAddress,
        SortOrder = Corridor.SortOrder,
        Documents = Documents,
        EnglishDocuments = EnglishDocuments,
        Contact = Contact,
        Legs = [.. Legs.OrderBy(l => l.Position).Select(l => new CorridorLeg { CorridorId = CorridorId, LegId = l.LegId, Leg = l.Leg, Position = l.Position })],
        Standings = Corridor.Standings,
    };
}

/// <summary>A leg of a corridor as it was from a day on.</summary>
public sealed class CorridorStateLeg
{
    public int StateId { get; init; }

    public required int LegId { get; init; }

    public Leg? Leg { get; init; }

    /// <summary>0 for the leg that starts at the dry port.</summary>
    public required int Position { get; init; }
}

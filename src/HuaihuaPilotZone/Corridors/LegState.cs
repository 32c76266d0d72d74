namespace HuaihuaPilotZone.Corridors;

/// <summary>What was said of a leg from a day on, until a later one begins. Its values have days of their own.</summary>
public sealed class LegState
{
    public int Id { get; init; }

    public required int LegId { get; init; }

    public Leg? Leg { get; init; }

    /// <summary>The first day on which it holds; <see cref="DateOnly.MinValue"/> where it has always held.</summary>
    public required DateOnly From { get; init; }

    public string? Via { get; set; }

    public string? EnglishVia { get; set; }

    public bool HasCooling { get; set; }

    public bool IsClosed { get; set; }

    /// <summary>What a leg is, from a day on.</summary>
    public static LegState Of(Leg leg, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(leg);
        var state = new LegState { LegId = leg.Id, From = from };
        state.Take(leg);
        return state;
    }

    /// <summary>Takes over what the leg says now.</summary>
    public void Take(Leg leg)
    {
        ArgumentNullException.ThrowIfNull(leg);
        (Via, EnglishVia, HasCooling, IsClosed) = (leg.Via, leg.EnglishVia, leg.HasCooling, leg.IsClosed);
    }
}

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

    /// <summary>As <see cref="Leg.HasCooling"/>.</summary>
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

    /// <summary>The state as a leg that has the same on its own columns, with the values that are loaded.</summary>
    public Leg ToLeg() => new()
    {
        Id = LegId,
        FromId = Leg!.FromId,
        From = Leg.From,
        ToId = Leg.ToId,
        To = Leg.To,
        Mode = Leg.Mode,
        Via = Via,
        EnglishVia = EnglishVia,
        HasCooling = HasCooling,
        IsClosed = IsClosed,
        Values = Leg.Values,
    };

    /// <summary>Takes over what the leg says now.</summary>
    public void Take(Leg leg)
    {
        ArgumentNullException.ThrowIfNull(leg);
        (Via, EnglishVia, HasCooling, IsClosed) = (leg.Via, leg.EnglishVia, leg.HasCooling, leg.IsClosed);
    }
}

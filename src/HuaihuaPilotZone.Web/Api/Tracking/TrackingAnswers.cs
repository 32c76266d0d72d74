using HuaihuaPilotZone.Tracking;

namespace HuaihuaPilotZone.Web.Api.Tracking;

/// <summary>What became of one event.</summary>
/// <param name="Path">JSON Pointer into what was sent.</param>
/// <param name="EventID">As DCSA writes it.</param>
/// <param name="Answer">accepted, repeated (kept before, nothing was changed) or refused.</param>
/// <param name="Consignment">The consignment it belongs to.</param>
/// <param name="Errors">What stands against it.</param>
public sealed record EventItemAnswer(string Path, string? EventID, EventAnswer Answer, string? Consignment, IReadOnlyList<ApiProblemPoint> Errors);

/// <summary>The answer to a batch of events: what is refused does not keep the others from being kept.</summary>
public sealed record EventsAnswer(int Accepted, int Repeated, int Refused, IReadOnlyList<EventItemAnswer> Items)
{
    public static EventsAnswer Of(IReadOnlyList<EventResult> results) => new(
        results.Count(r => r.Answer == EventAnswer.Accepted), results.Count(r => r.Answer == EventAnswer.Repeated), results.Count(r => r.Answer == EventAnswer.Refused),
        [.. results.Select(r => new EventItemAnswer(r.Path, r.EventId, r.Answer, r.Consignment, [.. r.Problems.Select(p => ApiProblemPoint.At(p.Path, p.Message))]))]);
}

/// <summary>The answer to a batch of readings.</summary>
/// <param name="Errors">What stands against those that were not kept.</param>
public sealed record ReadingsAnswer(int Accepted, int Repeated, IReadOnlyList<ApiProblemPoint> Errors)
{
    public static ReadingsAnswer Of(KeptReadings kept) => new(kept.Accepted, kept.Repeated, [.. kept.Problems.Select(p => ApiProblemPoint.At(p.Path, p.Message))]);
}

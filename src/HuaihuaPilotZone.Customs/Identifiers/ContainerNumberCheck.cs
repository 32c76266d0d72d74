namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>A container number as people are told of it.</summary>
/// <param name="Normalised">As it is kept: upper case, half-width, without spaces and hyphens.</param>
/// <param name="Problem">The whole Chinese sentence, with the likely wrong character where it can be told; null when the number is right.</param>
/// <param name="LikelyWrongPlace">Place from 0 of the character that is probably wrong, of two that were swapped the first one; null when it cannot be told.</param>
/// <param name="Proposal">The whole number with that slip taken back; null when nothing or several changes explain the fault.</param>
public sealed record ContainerNumberCheck(string Normalised, bool IsValid, string? Problem, int? LikelyWrongPlace, string? Proposal)
{
    /// <summary>Whether only the check digit does not fit, as with the few boxes that carry none that is valid.</summary>
    public bool IsCheckDigitOnly { get; init; }
}

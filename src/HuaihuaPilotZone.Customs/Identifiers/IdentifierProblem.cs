namespace HuaihuaPilotZone.Customs.Identifiers;

/// <summary>Which test an identifier failed.</summary>
public enum IdentifierFault
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>Too short or too long.</summary>
    Length,

    /// <summary>A character that cannot stand at its place.</summary>
    Character,

    /// <summary>A part of it does not exist: a date, a chapter.</summary>
    Structure,

    /// <summary>The check character does not fit.</summary>
    CheckCharacter,

    /// <summary>Both checks of a credit code fail, so a character is almost certainly wrong.</summary>
    BothChecks,
}

/// <summary>What is wrong with an identifier.</summary>
/// <param name="Fault">The test that failed.</param>
/// <param name="Message">The whole Chinese sentence, without the name of the field.</param>
/// <param name="Position">Position from 1 of the character that is wrong or probably wrong; null when it cannot be told.</param>
public sealed record IdentifierProblem(IdentifierFault Fault, string Message, int? Position = null)
{
    /// <summary>The whole number with the one character changed that was probably mistyped; null when nothing or several changes explain the fault.</summary>
    public string? Repair { get; init; }
}

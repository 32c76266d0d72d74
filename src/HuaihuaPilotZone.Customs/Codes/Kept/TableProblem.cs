namespace HuaihuaPilotZone.Customs.Codes.Kept;

/// <summary>What is wrong with a line of an imported table.</summary>
public enum TableFault
{
    /// <summary>A required value is missing.</summary>
    Missing,

    /// <summary>A code, a date or a number is not what it should be.</summary>
    Shape,

    /// <summary>A code of the other code system.</summary>
    OtherSystem,

    /// <summary>A unit, or another code, that is in no table.</summary>
    UnknownCode,

    /// <summary>The validity ends before it begins.</summary>
    EndsBeforeStart,

    /// <summary>The same row twice; the first is taken.</summary>
    Duplicate,

    /// <summary>Two lines say different things of one code and time.</summary>
    Contradiction,

    /// <summary>Two rows of one code hold at the same time.</summary>
    Overlap,
}

/// <summary>A fault of one line.</summary>
/// <param name="Line">Number of the line in the file, from 1.</param>
/// <param name="Column">Heading of the column in Chinese, or null for the line as a whole.</param>
/// <param name="Message">The sentence with the value seen.</param>
public sealed record TableProblem(int Line, string Code, TableFault Fault, string? Column, string Message)
{
    /// <summary>A repeated line harms nothing: it is left out and said.</summary>
    public bool IsHarmless => Fault == TableFault.Duplicate;
}

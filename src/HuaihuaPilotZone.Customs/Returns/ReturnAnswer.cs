using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Customs.Returns;

/// <summary>Whether one condition holds. What is not known stays unknown: it is never counted as not met.</summary>
public enum ConditionState
{
    /// <summary>符合.</summary>
    Met,

    /// <summary>不符合.</summary>
    NotMet,

    /// <summary>待补充.</summary>
    Unknown,
}

/// <summary>One condition of the exemption.</summary>
/// <param name="Title">What is asked, 2 to 8 Chinese characters.</param>
/// <param name="Reason">The plain sentence with the dates and values seen.</param>
/// <param name="Basis">The text in force on the export date; experience or consistency where none is claimed.</param>
public sealed record ReturnCondition(string Title, ConditionState State, string Reason, Basis Basis);

/// <summary>The time in which goods must be back.</summary>
/// <param name="CountsFrom">The day it is counted from.</param>
/// <param name="LastDay">The last day, included.</param>
/// <param name="DaysLeft">Days from the day of asking to the last one; negative when it has passed. Null once the goods are back.</param>
public sealed record ReturnWindow(DateOnly CountsFrom, DateOnly LastDay, int? DaysLeft);

/// <summary>How the customs side of a return is filed.</summary>
/// <param name="Document">What to file, Chinese.</param>
/// <param name="Window">The year in which it may be asked for; null where it is not known or not limited in what could be read.</param>
public sealed record ReturnRoute(string Document, ReturnWindow? Window, Basis Basis);

/// <summary>The answer to a return: every condition with its reason and its text.</summary>
/// <param name="State">Met when all conditions are; NotMet as soon as one is not; Unknown otherwise.</param>
/// <param name="Window">The six months; null while the export date or its rule is not known.</param>
/// <param name="Route">The customs procedure, independent of the taxes.</param>
public sealed record ReturnAnswer(ConditionState State, IReadOnlyList<ReturnCondition> Conditions, ReturnWindow? Window, ReturnRoute? Route);

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Deadlines;
using HuaihuaPilotZone.WorkingDays;

namespace HuaihuaPilotZone.InformationRequests;

/// <summary>The times of a request in working days, after the 政府信息公开条例 (2019).</summary>
public static class RequestTimes
{
    /// <summary>What is missing is told once within so many days of receipt (art. 30).</summary>
    public const int Correction = 7;

    /// <summary>An answer is given within so many days (art. 33).</summary>
    public const int Answer = 20;

    /// <summary>The most an extension may add (art. 33).</summary>
    public const int MostExtension = 20;

    /// <summary>A third party answers within so many days (art. 32).</summary>
    public const int ThirdParty = 15;

    /// <summary>Until when it can be told what is missing.</summary>
    public static WorkingDeadline CorrectionDue(this WorkingCalendar calendar, InformationRequest request) => calendar.Due(DeadlineRules.RequestCorrection, ChinaTime.DayOf(request.ReceivedAt));

    /// <summary>Until when a consulted third party should answer; null without a consultation.</summary>
    public static WorkingDeadline? ThirdPartyDue(this WorkingCalendar calendar, InformationRequest request) => request.ConsultedFrom is { } from ? calendar.Due(DeadlineRules.RequestThirdParty, from) : null;

    /// <summary>Until when it has to be answered: 20 days from the confirmation, the extension, and the days of the consultation, which are not counted.</summary>
    /// <param name="today">How far a consultation that still lasts has come.</param>
    /// <returns>Null before the confirmation.</returns>
    public static WorkingDeadline? AnswerDue(this WorkingCalendar calendar, InformationRequest request, DateOnly today)
    {
        if (request.ConfirmedOn is not { } confirmed) return null;
        var consulted = request.ConsultedFrom is { } from ? calendar.CountBetween(from, request.ConsultedTo ?? today) : 0;
        return calendar.Due(DeadlineRules.RequestAnswer, confirmed, (request.ExtensionDays ?? 0) + consulted);
    }
}

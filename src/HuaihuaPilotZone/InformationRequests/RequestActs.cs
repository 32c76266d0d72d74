namespace HuaihuaPilotZone.InformationRequests;

/// <summary>Acts on information requests as the journal names them, and their Chinese words.</summary>
public static class RequestActs
{
    public const string Received = "request.received";
    public const string CorrectionAsked = "request.correction-asked";
    public const string Corrected = "request.corrected";
    public const string Abandoned = "request.abandoned";
    public const string Confirmed = "request.confirmed";
    public const string Consulted = "request.consulted";
    public const string ConsultationEnded = "request.consultation-ended";
    public const string Extended = "request.extended";
    public const string Answered = "request.answered";
    public const string Reminded = "request.reminded";
    public const string Erased = "request.erased";

    /// <summary>The Chinese words of an act; acts of other rooms come back as they are.</summary>
    public static string Word(string act) => act switch
    {
        Received => "收到申请",
        CorrectionAsked => "告知补正",
        Corrected => "申请人补正",
        Abandoned => "视为放弃",
        Confirmed => "确认，开始计时",
        Consulted => "征求第三方意见",
        ConsultationEnded => "第三方意见征求结束",
        Extended => "延长答复期限",
        Answered => "答复",
        Reminded => "期限提醒",
        Erased => "清除个人信息",
        _ => act,
    };
}

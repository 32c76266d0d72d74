namespace HuaihuaPilotZone.Letters;

/// <summary>Acts on letters as the journal names them, in Chinese.</summary>
public static class LetterActs
{
    /// <summary>The Chinese words of an act; acts of other rooms come back as they are.</summary>
    public static string Word(string act) => act switch
    {
        "letter.received" => "收到来信",
        "letter.assigned" => "交办",
        "letter.forwarded" => "转办",
        "letter.answered" => "答复",
        "letter.escalated" => "超时提醒",
        "letter.published" => "公开",
        "letter.withdrawn" => "撤回公开",
        "letter.erased" => "清除个人信息",
        _ => act,
    };
}

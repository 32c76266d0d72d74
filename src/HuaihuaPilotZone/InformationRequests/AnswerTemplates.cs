namespace HuaihuaPilotZone.InformationRequests;

/// <summary>A letter for each kind of answer, in our own words after art. 36; the places still to be filled in keep it from being sent.</summary>
public static class AnswerTemplates
{
    /// <summary>Begins every place that has to be filled in.</summary>
    public const string Open = "【待填：";

    private const string Close = "】";

    /// <summary>The draft of an answer.</summary>
    public static string Of(RequestAnswer answer, string number, string content)
    {
        var text = answer switch
        {
            RequestAnswer.AlreadyPublic => $"经查，您申请的信息已经主动公开，可以通过以下方式和途径获取：{Gap("网址或公开场所")}。",
            RequestAnswer.Granted => $"经审查，您申请的信息可以公开，现提供如下：{Gap("信息内容，或获取的方式、途径和时间")}。",
            RequestAnswer.Refused => $"经审查，您申请的信息依照《政府信息公开条例》{Gap("第几条")}的规定不予公开。理由：{Gap("理由")}。",
            RequestAnswer.DoesNotExist => $"经检索{Gap("检索的范围和方法")}，没有您申请的信息，该信息不存在。",
            RequestAnswer.NotResponsible => $"您申请的信息不属于本机关负责公开。理由：{Gap("理由")}。负责公开的机关是{Gap("机关名称和联系方式；不能确定的写明不能确定")}。",
            RequestAnswer.Repeated => $"您曾申请公开相同的信息，已于{Gap("原答复日期和文号")}答复，现不予重复处理。",
            RequestAnswer.SpecialRules => $"您申请的信息属于有特别规定的信息，请依照{Gap("法律、行政法规的名称和条款")}的规定，向{Gap("办理机关")}办理。",
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };
        return $"您好：\n\n您提出的政府信息公开申请（{number}）已收悉。申请内容：{content}\n\n{text}\n\n如对本答复不服，可以依法申请行政复议或者提起行政诉讼。";
    }

    private static string Gap(string what) => Open + what + Close;
}

using HuaihuaPilotZone.Customs.Documents;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>Whether the transmission data of a profile can stand in BaseTransfer.</summary>
public static class TransmissionCheck
{
    /// <summary>传输企业代码.</summary>
    public const int CopCodeLength = 18;

    /// <summary>传输企业名称.</summary>
    public const int CopNameLength = 100;

    /// <summary>报文传输编号.</summary>
    public const int DxpIdLength = 30;

    /// <summary>Everything that is missing or too long as one Chinese sentence; null when all is right.</summary>
    public static string? Problem(Transmission? transmission)
    {
        if (transmission is null) return "企业档案里还没有报文传输信息：传输企业代码、传输企业名称、报文传输编号。";
        var problems = new List<string>();
        Check(problems, "传输企业代码", transmission.CopCode, CopCodeLength);
        Check(problems, "传输企业名称", transmission.CopName, CopNameLength);
        Check(problems, "报文传输编号", transmission.DxpId, DxpIdLength);
        return problems.Count == 0 ? null : $"企业档案的报文传输信息不完整：{string.Join('，', problems)}。";
    }

    private static void Check(List<string> problems, string label, string? value, int most)
    {
        var text = TextCleaning.Trim(value ?? "");
        if (text.Length == 0) problems.Add(label + "没有填写");
        else if (TextCleaning.CodePoints(text) > most) problems.Add(Invariant($"{label}超过 {most} 个字符"));
        else if (!TextCleaning.IsXmlText(text)) problems.Add(label + "含有不可传输的字符");
    }
}

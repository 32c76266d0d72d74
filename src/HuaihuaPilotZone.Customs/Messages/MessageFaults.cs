using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>The sentences about values and blocks, the same for reader and writer.</summary>
internal static class MessageFaults
{
    /// <summary>Label and name of an element; the name alone where it has no label.</summary>
    public static string Name(ElementLayout element) => element.Label.Length == 0 ? $"元素 {element.Name}" : $"{element.Label}（{element.Name}）";

    public static string Values(ElementLayout element) => element.Values.Count == 0 ? "" : $"，取值 {string.Join('、', element.Values)}";

    /// <summary>What is wrong with a value. Values about persons are never quoted.</summary>
    public static string Sentence(ElementLayout element, ValueFault fault, string? value)
    {
        var name = Name(element);
        var quoted = element.Personal == PersonalData.None && value is not null ? Words.Quote(value) : "现在的值";
        return fault switch
        {
            ValueFault.Missing or ValueFault.Blank => $"{name}没有填写。",
            ValueFault.TooShort => Invariant($"{name}{Length(element.Type)}，{quoted}只有 {TextCleaning.CodePoints(value ?? "")} 个。"),
            ValueFault.TooLong => Invariant($"{name}{Length(element.Type)}，{quoted}有 {TextCleaning.CodePoints(value ?? "")} 个。"),
            ValueFault.NotANumber => $"{name}应为{(element.Type.Kind == ElementKind.Integer ? "整数" : "数字")}，{quoted}不是。",
            ValueFault.TooManyDigits => $"{name}{Digits(element.Type)}，{quoted}超出了。",
            ValueFault.NotATime => $"{name}应为 {element.TimeFormat ?? "yyyy-MM-ddTHH:mm:ss"} 格式的时间，{quoted}不是。",
            ValueFault.NotAllowed => $"{name}应为 {string.Join('、', element.Values)}{(element.Values.Count > 1 ? " 之一" : "")}，{quoted}不是。",
            ValueFault.NotXmlText => $"{name}含有报文不能传输的字符。",
            ValueFault.Masked => $"{name}是遮盖过的号码，不能写入报文。",
            _ => $"{name}的{quoted}表示申报，须由持有证书的企业签名；这里只生成暂存的未签名报文。",
        };
    }

    public static string TooMany(BlockLayout block, int count) => block.Most == 1
        ? $"{block.Label}（{block.Name}）只能有一个，这里出现了第二个。"
        : Invariant($"{block.Label}（{block.Name}）最多 {block.Most} 个，这里是第 {count} 个。");

    public static string TooFew(BlockLayout block) => $"缺少{block.Label}（{block.Name}）。";

    public static MessageProblemKind KindOf(ValueFault fault) => fault switch
    {
        ValueFault.TooShort => MessageProblemKind.TooShort,
        ValueFault.TooLong => MessageProblemKind.TooLong,
        ValueFault.NotANumber => MessageProblemKind.NotANumber,
        ValueFault.TooManyDigits => MessageProblemKind.TooManyDigits,
        ValueFault.NotATime => MessageProblemKind.NotATime,
        _ => MessageProblemKind.NotAllowed,
    };

    private static string Length(ElementType type) => type.Least == type.Most
        ? Invariant($"应为 {type.Most} 个字符")
        : type.Least > 1 ? Invariant($"应为 {type.Least} 至 {type.Most} 个字符") : Invariant($"最多 {type.Most} 个字符");

    private static string Digits(ElementType type) => type.Kind == ElementKind.Decimal
        ? Invariant($"最多 {type.Most - type.Decimals} 位整数、{type.Decimals} 位小数")
        : Invariant($"最多 {type.Most ?? 10} 位整数");
}

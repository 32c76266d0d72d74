using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Whether a message can carry a document at all: every required element has a value, every value has its old code and fits.
/// What the message could carry but customs would not like is for the pre-check to say.
/// </summary>
internal static class CebCheck
{
    public static void Run(CebLayout layout, CebPlace place, int item, List<CebRefusal> refusals)
    {
        var copNo = place.CopNo ?? "";
        if (copNo.Length == 0 || TextCleaning.CodePoints(copNo) > CebBatch.CopNoLength || !TextCleaning.IsXmlText(copNo))
        {
            refusals.Add(new CebRefusal(item, "", Invariant($"企业唯一编号应为 1 至 {CebBatch.CopNoLength} 个字符，现为{Words.Quote(copNo)}。")));
        }

        var mode = place.Reading[HeaderFields.TradeMode].Text;
        if (FieldMap.ModeOf(mode) == ListModes.None)
        {
            refusals.Add(new CebRefusal(item, DocumentPath.Of(HeaderFields.TradeMode), $"监管方式{Words.Quote(mode)}不能用清单申报，报文无法填写。"));
        }

        if (place.Reading.Lines is 0 or > FieldMap.MaxLines)
        {
            refusals.Add(new CebRefusal(item, "/goods", Invariant($"商品应为 1 至 {FieldMap.MaxLines} 项，现有 {place.Reading.Lines} 项。")));
            return;
        }

        CheckElements(layout.HeadElements, place, item, refusals);
        for (place.Line = 0; place.Line < place.Reading.Lines; place.Line++) CheckElements(layout.LineElements, place, item, refusals);
    }

    private static void CheckElements(IReadOnlyList<CebElement> elements, CebPlace place, int item, List<CebRefusal> refusals)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var element = elements[i];
            var value = element.ValueAt(place);
            if (element.Field is not { } field || value is { Length: > 0 } || (value is "" && !element.IsRequired)) continue;

            // the mode has been answered above, for the order too, which does not carry it
            if (!ReferenceEquals(field, HeaderFields.TradeMode)) refusals.Add(Refusal(element, field, place, item, isEmpty: value is ""));
        }
    }

    private static CebRefusal Refusal(CebElement element, Field field, CebPlace place, int item, bool isEmpty)
    {
        var path = field is GoodsField goods ? DocumentPath.Of(goods, place.Line) : DocumentPath.Of((HeaderField)field);
        var label = FieldMap.Label(path, place.Reading[HeaderFields.TradeMode].Text);
        var typed = DocumentPath.Get(place.Reading.Document, path);
        return new CebRefusal(item, path, isEmpty
            ? $"{label}没有填写，报文元素 {element.Name} 不能为空。"
            : $"{label}填的是{Words.Quote(typed)}，报文元素 {element.Name} 无法填写。");
    }
}

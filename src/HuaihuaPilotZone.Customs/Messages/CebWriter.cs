using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Writes export lists as the unsigned CEB messages (version 202205) that the E-Port client signs and sends: everything is checked first,
/// then streamed, so that there is never half a file. Writing is synchronous; give it a file or a memory stream.
/// </summary>
public static class CebWriter
{
    /// <summary>Namespace of all CEB messages.</summary>
    public const string Namespace = "http://www.chinaport.gov.cn/ceb";

    /// <summary>Writes CEB303Message 电子订单: one Order per document.</summary>
    public static MessageOutcome WriteOrders(Stream output, CebBatch batch, CustomsTables tables, CancellationToken cancellation = default) =>
        Write(ExportListLayout.Order, output, batch, tables, cancellation);

    /// <summary>Writes CEB603Message 出口申报清单: one Inventory per document.</summary>
    public static MessageOutcome WriteLists(Stream output, CebBatch batch, CustomsTables tables, CancellationToken cancellation = default) =>
        Write(ExportListLayout.List, output, batch, tables, cancellation);

    private static MessageOutcome Write(ExportListLayout layout, Stream output, CebBatch batch, CustomsTables tables, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(tables);
        var items = new ItemRefusals[batch.Items.Count];
        var entities = new MessageRecord[items.Length];
        for (var item = 0; item < items.Length; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            items[item] = new ItemRefusals(layout, item, batch.Items[item]);
            entities[item] = items[item].Record(tables);
        }

        var draft = new MessageDraft(layout.Message, entities, batch.Transmission, batch.AppTime, batch.NewGuid);
        var refusals = MessageWriter.CheckAround(draft);
        if (refusals.Count > 0 || MessageWriter.Complete(draft, refusals) is not { } root) return new MessageOutcome(refusals);
        foreach (var (item, fault) in MessageWriter.Faults(draft, cancellation)) items[item!.Value].Add(fault);
        refusals.AddRange(items.SelectMany(i => i.Refusals));
        if (refusals.Count == 0) MessageWriter.Stream(output, draft, root);
        return new MessageOutcome(refusals);
    }

    /// <summary>Why one document is not written, in the words of the document and not of the message.</summary>
    private sealed class ItemRefusals(ExportListLayout layout, int item, CebItem source)
    {
        private readonly List<MessageRefusal> _refusals = [];
        private string _mode = "";

        public IReadOnlyList<MessageRefusal> Refusals => _refusals;

        public MessageRecord Record(CustomsTables tables)
        {
            _mode = FieldReading.Read(source.Document.TradeMode, HeaderFields.TradeMode.Kind).Text;

            // asked here, because the order does not carry the mode
            if (FieldMap.ModeOf(_mode) == ListModes.None) Add(DocumentPath.Of(HeaderFields.TradeMode), $"监管方式{Words.Quote(_mode)}不能用清单申报，报文无法填写。");
            return layout.RecordOf(source, _mode, tables, (field, line) => AddTyped(PathOf(field, line), field));
        }

        public void Add(RecordFault fault)
        {
            if (fault.Element is not { } element)
            {
                Add("/goods", Invariant($"商品应为 1 至 {FieldMap.MaxLines} 项，现有 {source.Document.Goods?.Count ?? 0} 项。"));
            }
            else if (layout.FieldOf(element) is not { } field)
            {
                Add("", Invariant($"企业唯一编号应为 1 至 {element.Type.Most} 个字符，现为{Words.Quote(source.CopNo)}。"));
            }
            else if (fault.Fault == ValueFault.Missing)
            {
                var path = PathOf(field, fault.Number);
                Add(path, $"{FieldMap.Label(path, _mode)}没有填写，报文元素 {element.Name} 不能为空。");
            }
            else
            {
                AddTyped(PathOf(field, fault.Number), field);
            }
        }

        private static string PathOf(Field field, int line) => field is GoodsField goods ? DocumentPath.Of(goods, line) : DocumentPath.Of((HeaderField)field);

        private void AddTyped(string path, Field field)
        {
            var name = ReferenceEquals(layout, ExportListLayout.Order) ? field.OrderElement : field.ListElement;
            Add(path, $"{FieldMap.Label(path, _mode)}填的是{Words.Quote(DocumentPath.Get(source.Document, path))}，报文元素 {name} 无法填写。");
        }

        // a typed value that has no form in the message leaves its element empty, which is not a second fault
        private void Add(string path, string reason)
        {
            if (_refusals.All(r => r.Path != path)) _refusals.Add(new MessageRefusal(item, path, reason));
        }
    }
}

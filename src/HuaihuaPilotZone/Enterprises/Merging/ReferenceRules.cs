using System.Linq.Expressions;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.Successions;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Orders;
using HuaihuaPilotZone.Declarations.Receipts;
using HuaihuaPilotZone.Declarations.Templates;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.BulkEdits;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Past;
using HuaihuaPilotZone.Enterprises.Proposals;
using HuaihuaPilotZone.Enterprises.Showcase;
using HuaihuaPilotZone.Enterprises.Vault;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Parks.Tickets;
using HuaihuaPilotZone.Risks.Telling;
using HuaihuaPilotZone.Search;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Webhooks;
using HuaihuaPilotZone.Yard;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Enterprises.Merging;

/// <summary>The rule of every foreign key to an enterprise, written down once. A key without one fails a test, and a merge would refuse to begin.</summary>
public static class ReferenceRules
{
    private const string OwnBook = "编号或名称与保留档案重复的，以保留档案里的为准，重复的不转入";

    private const string OwnOrder = "两家之间的订单不转入：同一家企业不能给自己下单";

    private const string TwiceRelated = "两家之间的关系不转入：同一家企业不能是自己的上下游；与保留档案里相同的关系以保留档案里的为准";

    private const string OfTheRecord = "属于原档案的历史，随原档案保留，可在合并记录中查看";

    /// <summary>People, and what they and their programs come in by.</summary>
    private static readonly ReferenceRule[] _people =
    [
        new ReferenceRule<Membership>(nameof(Membership.EnterpriseId), "成员", "位")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = "在两边都有身份的人，以保留档案里的身份为准",
            Text = m => m.User!.DisplayName,
        },
        new ReferenceRule<Invitation>(nameof(Invitation.EnterpriseId), "邀请", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<Succession>(nameof(Succession.EnterpriseId), "接任申请", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<ApiKey>(nameof(ApiKey.EnterpriseId), "接口密钥", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = k => k.Name },
        new ReferenceRule<Webhook>(nameof(Webhook.EnterpriseId), "回调地址", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = w => w.Url },
        new ReferenceRule<Notice>(nameof(Notice.EnterpriseId), "消息", "条") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<Contact>(nameof(Contact.EnterpriseId), "联系人", "位") { OnMerge = MergeWay.United, OnSplit = SplitWay.Chosen, Text = c => c.Name },
    ];

    /// <summary>What is declared, and what it is made of.</summary>
    private static readonly ReferenceRule[] _work =
    [
        new ReferenceRule<Declaration>(nameof(Declaration.EnterpriseId), "预申报和草稿", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Text = d => d.SearchText,
            On = d => d.CreatedAt,
        },
        new ReferenceRule<KeptOrder>(nameof(KeptOrder.EnterpriseId), "订单", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = "两边都有的订单，以保留档案里的为准；已做成清单的订单随清单",
            Text = o => o.OrderNo,
            On = o => o.CreatedAt,
            Choosable = o => o.DeclarationId == null,
            BelongsTo = (_, to) => o => o.Declaration!.EnterpriseId == to,
        },
        new ReferenceRule<CustomsReceipt>(nameof(CustomsReceipt.EnterpriseId), "海关回执", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Follows,
            Why = "两边都交来的同一份回执，以保留档案里的为准",
            BelongsTo = (_, to) => r => r.Declaration!.EnterpriseId == to,
        },
        new ReferenceRule<DraftTemplate>(nameof(DraftTemplate.EnterpriseId), "模板", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = OwnBook, Text = t => t.Name },
        new ReferenceRule<BookParty>(nameof(BookParty.EnterpriseId), "往来单位", "家") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = OwnBook, Text = p => p.Name },
        new ReferenceRule<BookProduct>(nameof(BookProduct.EnterpriseId), "商品", "种") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = OwnBook, Text = p => p.ItemNo + " " + p.Name },
        new ReferenceRule<ImportBatch>(nameof(ImportBatch.EnterpriseId), "导入批次", "批") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<RememberedColumn>(nameof(RememberedColumn.EnterpriseId), "记住的导入列", "列") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays, Why = OwnBook },
        new ReferenceRule<Job>(nameof(Job.EnterpriseId), "后台任务", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<Consignment>(nameof(Consignment.EnterpriseId), "货运单", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = c => c.Number + " " + c.Goods, On = c => c.CreatedAt },
        new ReferenceRule<ConsignmentProvider>(nameof(ConsignmentProvider.EnterpriseId), "承接的货运单", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = "同一货运单两边都在的，以保留档案为准",
            Text = p => p.Consignment!.Number,
            On = p => p.Consignment!.CreatedAt,
        },
        new ReferenceRule<Sensor>(nameof(Sensor.ProviderId), "报告数据的传感器", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<TrackingEvent>(nameof(TrackingEvent.ProviderId), "报告的物流事件", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays, Why = "事件号相同的，以保留档案报告的为准" },
        new ReferenceRule<StoredFile>(nameof(StoredFile.EnterpriseId), "文件", "个")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Follows,
            BelongsTo = (db, to) => f => db.VaultVersions.Any(v => v.FileId == f.Id && v.Document!.EnterpriseId == to),
        },
    ];

    /// <summary>What the park keeps about it, and what it shows.</summary>
    private static readonly ReferenceRule[] _park =
    [
        new ReferenceRule<VaultDocument>(nameof(VaultDocument.EnterpriseId), "证照和文件库", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = d => d.Title },
        new ReferenceRule<ShowcaseItem>(nameof(ShowcaseItem.EnterpriseId), "展示内容", "项") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = OwnBook, Text = i => i.Name },
        new ReferenceRule<Lease>(nameof(Lease.EnterpriseId), "租约", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = l => l.Unit!.Building!.Name + " " + l.Unit.Code },
        new ReferenceRule<Ticket>(nameof(Ticket.EnterpriseId), "报修", "件") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = t => t.Number + " " + t.Title, On = t => t.ReportedAt },
        new ReferenceRule<InspectionBooking>(nameof(InspectionBooking.EnterpriseId), "查验预约", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Text = b => b.Number + " " + b.Slot!.Place,
            On = b => b.BookedAt,
        },
        new ReferenceRule<YardStay>(nameof(YardStay.EnterpriseId), "进场集装箱", "次") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = s => s.Container, On = s => s.InAt },
        new ReferenceRule<Lead>(nameof(Lead.EnterpriseId), "招商线索", "条") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = l => l.Number + " " + l.Company },
        new ReferenceRule<Booking>(nameof(Booking.EnterpriseId), "订舱", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = b => b.Number + " " + b.Goods, On = b => b.CreatedAt },
        new ReferenceRule<CargoIntent>(nameof(CargoIntent.EnterpriseId), "拼箱货", "票") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = i => i.Number + " " + i.Goods, On = i => i.CreatedAt },
        new ReferenceRule<QuoteRequest>(nameof(QuoteRequest.EnterpriseId), "询价", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = "两家之间的询价不转入：同一家企业不能向自己询价",
            Text = r => r.Number + " " + r.Goods,
            On = r => r.CreatedAt,
            NamesBoth = AsksOther,
        },
        new ReferenceRule<QuoteInvitation>(nameof(QuoteInvitation.ProviderId), "收到的询价", "份")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = "同一份询价两边都收到的，以保留档案的报价为准；两家之间的询价不转入",
            Text = i => i.Request!.Number + " " + i.Request.Goods,
            NamesBoth = IsAskedByOther,
        },
        new ReferenceRule<TransportOrder>(nameof(TransportOrder.CustomerId), "委托的运输订单", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = OwnOrder, Text = o => o.Number, On = o => o.PlacedAt, NamesBoth = BetweenBoth },
        new ReferenceRule<TransportOrder>(nameof(TransportOrder.ProviderId), "承接的运输订单", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = OwnOrder, Text = o => o.Number, On = o => o.PlacedAt, NamesBoth = BetweenBoth },
        new ReferenceRule<InboundBooking>(nameof(InboundBooking.EnterpriseId), "入仓预约", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Text = b => b.Number + " " + b.Goods, On = b => b.CreatedAt },
        new ReferenceRule<RiskDelivery>(nameof(RiskDelivery.EnterpriseId), "风险提示通知", "次") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays, Why = "两边都收到的，以保留档案的为准" },
        new ReferenceRule<EntryApplication>(nameof(EntryApplication.EnterpriseId), "入驻申请", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<RecordProposal>(nameof(RecordProposal.EnterpriseId), "修改建议", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<ChainMember>(nameof(ChainMember.EnterpriseId), "产业链环节", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Chosen, Why = "两边都在的环节，以保留档案里的为准", Text = m => m.Node!.Name },
        new ReferenceRule<SupplyRelation>(nameof(SupplyRelation.StatedById), "登记的上下游关系", "条")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = TwiceRelated,
            Text = r => r.Goods,
            NamesBoth = Between,
            Twice = (db, from, to, cancellation) => RelationKeys.TwiceAsync(db, from, to, isStated: true, cancellation),
            Renewed = nameof(SupplyRelation.Key),
            Renew = RelationKeys.RenewAsync,
        },
        new ReferenceRule<SupplyRelation>(nameof(SupplyRelation.OtherId), "对方登记的上下游关系", "条")
        {
            OnMerge = MergeWay.Moves,
            OnSplit = SplitWay.Chosen,
            Why = TwiceRelated,
            Text = r => r.StatedBy!.Name + " " + r.Goods,
            NamesBoth = Between,
            Twice = (db, from, to, cancellation) => RelationKeys.TwiceAsync(db, from, to, isStated: false, cancellation),
            Renewed = nameof(SupplyRelation.Key),
            Renew = RelationKeys.RenewAsync,
        },
        new ReferenceRule<Enterprise>(nameof(Enterprise.MergedIntoId), "以前并入的档案", "份") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
        new ReferenceRule<FormerCode>(nameof(FormerCode.EnterpriseId), "曾用代码", "个") { OnMerge = MergeWay.Moves, OnSplit = SplitWay.Stays },
    ];

    /// <summary>The record itself and its history.</summary>
    private static readonly ReferenceRule[] _record =
    [
        new ReferenceRule<EnterpriseTag>(nameof(EnterpriseTag.EnterpriseId), "行业标签", "个") { OnMerge = MergeWay.United, OnSplit = SplitWay.OfForm },
        new ReferenceRule<EnterpriseMarket>(nameof(EnterpriseMarket.EnterpriseId), "目标市场", "个") { OnMerge = MergeWay.United, OnSplit = SplitWay.OfForm },
        new ReferenceRule<FormerName>(nameof(FormerName.EnterpriseId), "曾用名", "个") { OnMerge = MergeWay.United, OnSplit = SplitWay.Stays },
        new ReferenceRule<FilingProfile>(nameof(FilingProfile.EnterpriseId), "申报资料", "份") { OnMerge = MergeWay.United, OnSplit = SplitWay.Stays },
        new ReferenceRule<EnterpriseGram>(nameof(EnterpriseGram.EnterpriseId), "检索键", "个") { OnMerge = MergeWay.United, OnSplit = SplitWay.OfForm },
        new ReferenceRule<EnterpriseSound>(nameof(EnterpriseSound.EnterpriseId), "检索键", "个") { OnMerge = MergeWay.United, OnSplit = SplitWay.OfForm },
        new ReferenceRule<SearchEntry>(nameof(SearchEntry.EnterpriseId), "全站检索", "条") { OnMerge = MergeWay.United, OnSplit = SplitWay.OfForm },
        new ReferenceRule<StageChange>(nameof(StageChange.EnterpriseId), "阶段历史", "步") { OnMerge = MergeWay.Stays, OnSplit = SplitWay.Stays, Why = OfTheRecord },
        new ReferenceRule<RecordSpan>(nameof(RecordSpan.EnterpriseId), "过去的资料", "段") { OnMerge = MergeWay.Stays, OnSplit = SplitWay.Stays, Why = OfTheRecord },
        new ReferenceRule<BulkEditItem>(nameof(BulkEditItem.EnterpriseId), "批量操作", "次") { OnMerge = MergeWay.Stays, OnSplit = SplitWay.Stays, Why = OfTheRecord },
        new ReferenceRule<RosterMerge>(nameof(RosterMerge.KeptId), "合并记录", "次") { OnMerge = MergeWay.Stays, OnSplit = SplitWay.Stays, Why = OfTheRecord },
        new ReferenceRule<RosterMerge>(nameof(RosterMerge.OtherId), "合并记录", "次") { OnMerge = MergeWay.Stays, OnSplit = SplitWay.Stays, Why = OfTheRecord },
    ];

    /// <summary>In the order in which pages show them.</summary>
    public static IReadOnlyList<ReferenceRule> All { get; } = [.. _people, .. _work, .. _park, .. _record];

    public static ReferenceRule Named(string name) => All.First(r => string.Equals(r.Name, name, StringComparison.Ordinal));

    /// <summary>The rules of every foreign key of the model.</summary>
    /// <exception cref="InvalidOperationException">A key has no rule.</exception>
    public static IReadOnlyList<ReferenceRule> Of(IModel model)
    {
        var missing = EnterpriseReferences.Keys(model).Where(k => !All.Any(r => r.Entity == k.DeclaringEntityType.ClrType && r.Property == k.Properties[0].Name)).ToList();
        return missing.Count == 0 ? All : throw new InvalidOperationException($"No rule for {string.Join(", ", missing.Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties[0].Name}"))}.");
    }

    private static Expression<Func<SupplyRelation, bool>> Between(int from, int to) =>
        r => (r.StatedById == from || r.StatedById == to) && (r.OtherId == from || r.OtherId == to);

    private static Expression<Func<TransportOrder, bool>> BetweenBoth(int from, int to) =>
        o => (o.CustomerId == from || o.CustomerId == to) && (o.ProviderId == from || o.ProviderId == to);

    private static Expression<Func<QuoteRequest, bool>> AsksOther(int from, int to) =>
        r => (r.EnterpriseId == from || r.EnterpriseId == to) && r.Invitations.Any(i => i.ProviderId == from || i.ProviderId == to);

    private static Expression<Func<QuoteInvitation, bool>> IsAskedByOther(int from, int to) =>
        i => (i.ProviderId == from || i.ProviderId == to) && (i.Request!.EnterpriseId == from || i.Request.EnterpriseId == to);
}

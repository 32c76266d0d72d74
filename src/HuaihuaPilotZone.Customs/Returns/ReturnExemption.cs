using HuaihuaPilotZone.Customs.PreCheck;
using static System.FormattableString;

namespace HuaihuaPilotZone.Customs.Returns;

/// <summary>
/// Whether export goods that come back are exempt from import duty, import VAT and consumption tax (and get an export duty back),
/// by the rule in force on the export date. Facts: customs-facts E18 to E21, mission R-14. Pure: the day of asking is given.
/// </summary>
public static class ReturnExemption
{
    private const string BondedMode = "1210";

    private static readonly string[] _modes = [BondedMode, "9610", "9710", "9810"];

    private static readonly Basis _noRule = new(BasisKind.Experience, "没有查到适用于这一出口日期的公告", Verified: false);

    private static readonly Basis _noDay = new(BasisKind.Experience, "出口日期决定适用哪份公告，还没有填写", Verified: false);

    /// <summary>Every condition at once. Nothing is guessed: what is missing is asked for.</summary>
    /// <param name="asked">Today in China.</param>
    public static ReturnAnswer Check(ReturnCase goods, DateOnly asked)
    {
        ArgumentNullException.ThrowIfNull(goods);
        var rule = goods.ExportedOn is { } day ? ReturnExemptionRule.On(day) : null;
        var window = rule is null ? null : WindowOf(goods, rule, asked);
        var basis = rule?.Basis ?? Unknown(goods);
        var conditions = new List<ReturnCondition> { Mode(goods, basis), Period(goods, rule), Time(goods, rule, window, asked), State(goods, basis), Food(goods, basis), Reason(goods, basis) };
        if (rule is { AsksForRefundCertificate: true }) conditions.Add(Refund(goods, basis));
        return new ReturnAnswer(Sum(conditions), conditions, window, RouteOf(goods, asked));
    }

    private static ConditionState Sum(List<ReturnCondition> conditions) =>
        conditions.Exists(c => c.State == ConditionState.NotMet) ? ConditionState.NotMet
        : conditions.Exists(c => c.State == ConditionState.Unknown) ? ConditionState.Unknown
        : ConditionState.Met;

    private static ReturnCondition Mode(ReturnCase goods, Basis basis) => goods.TradeMode switch
    {
        null or "" => new("监管方式", ConditionState.Unknown, "请选择出口时的监管方式。", basis),
        { } mode when _modes.Contains(mode) => new("监管方式", ConditionState.Met, $"出口监管方式 {mode} 在适用范围内。", basis),
        { } mode => new("监管方式", ConditionState.NotMet, $"出口监管方式 {mode} 不在适用范围内，只有 1210、9610、9710、9810 适用。", basis),
    };

    private static ReturnCondition Period(ReturnCase goods, ReturnExemptionRule? rule)
    {
        const string title = "出口日期";
        if (goods.ExportedOn is not { } day) return new(title, ConditionState.Unknown, "请填写申报出口的日期，适用哪份公告由它决定。", Unknown(goods));
        if (rule is not null) return new(title, ConditionState.Met, Invariant($"{day:yyyy-MM-dd} 出口，适用 {rule.From:yyyy-MM-dd} 至 {rule.To:yyyy-MM-dd} 出口的规定。"), rule.Basis);
        var first = ReturnExemptionRule.All[0];
        return day < first.From
            ? new(title, ConditionState.NotMet, Invariant($"{day:yyyy-MM-dd} 出口，早于政策起始日 {first.From:yyyy-MM-dd}。"), first.Basis)
            : new(title, ConditionState.Unknown, Invariant($"没有查到适用于 {day:yyyy-MM-dd} 出口的公告，请向主管海关和税务机关核实。"), _noRule);
    }

    private static Basis Unknown(ReturnCase goods) => goods.ExportedOn is null ? _noDay : _noRule;

    private static ReturnCondition Time(ReturnCase goods, ReturnExemptionRule? rule, ReturnWindow? window, DateOnly asked)
    {
        const string title = "退运期限";
        if (rule is null) return new(title, ConditionState.Unknown, "先确定适用的公告，再算期限。", Unknown(goods));
        if (window is null) return new(title, ConditionState.Unknown, "1210 从出区（中心）之日起算，请填写出区日期。", rule.Basis);
        var last = Invariant($"{window.CountsFrom:yyyy-MM-dd} 起 {rule.Months} 个月内，最后一天是 {window.LastDay:yyyy-MM-dd}");
        var back = goods.ReturnedOn ?? asked;
        if (back < window.CountsFrom) return new(title, ConditionState.Unknown, Invariant($"退运日期 {back:yyyy-MM-dd} 早于起算日 {window.CountsFrom:yyyy-MM-dd}，请核对。"), rule.Basis);
        if (back > window.LastDay) return new(title, ConditionState.NotMet, Invariant($"超过{rule.Months}个月：{last}，{(goods.ReturnedOn is null ? "今天" : "退运进境")}是 {back:yyyy-MM-dd}。"), rule.Basis);
        return goods.ReturnedOn is null
            ? new(title, ConditionState.Met, Invariant($"{last}，还有 {window.DaysLeft} 天。"), rule.Basis)
            : new(title, ConditionState.Met, Invariant($"{last}，{back:yyyy-MM-dd} 退运进境，在期限内。"), rule.Basis);
    }

    private static ReturnCondition State(ReturnCase goods, Basis basis) => goods.IsInOriginalState switch
    {
        true => new("原状", ConditionState.Met, "原状退运：没有增加零件、没有加工。只拆除外包装的，仍算原状。", basis),
        false => new("原状", ConditionState.NotMet, "货物经过加工或增加了零件，不是原状退运。", basis),
        null => new("原状", ConditionState.Unknown, "请说明货物是否原状：没有加工、没有增加零件。只拆除外包装不影响。", basis),
    };

    private static ReturnCondition Food(ReturnCase goods, Basis basis) => goods.IsFood switch
    {
        false => new("不含食品", ConditionState.Met, "退运货物不是食品。", basis),
        true => new("不含食品", ConditionState.NotMet, "食品不适用这项免税。", basis),
        null => new("不含食品", ConditionState.Unknown, "请说明退运货物是否食品。", basis),
    };

    private static ReturnCondition Reason(ReturnCase goods, Basis basis) => goods.Reason switch
    {
        ReturnReason.Unsold => new("滞销或退货", ConditionState.Met, "因滞销退运：备好企业自我声明。", basis),
        ReturnReason.SentBack => new("滞销或退货", ConditionState.Met, "因退货退运：备好退货记录，如平台退货单、与买家的往来记录。", basis),
        _ => new("滞销或退货", ConditionState.Unknown, "请选择退运原因：滞销，或买家退货。", basis),
    };

    private static ReturnCondition Refund(ReturnCase goods, Basis basis)
    {
        const string title = "出口退税";
        return goods switch
        {
            { RefundTaken: false } => new(title, ConditionState.Met, "没有办理过出口退税。海关可能要求提交《出口货物已补税/未退税证明》。", basis),
            { RefundTaken: true, HasRefundCertificate: true } => new(title, ConditionState.Met, "已补缴退税款，并有《出口货物已补税/未退税证明》。", basis),
            { RefundTaken: true, HasRefundCertificate: false } => new(title, ConditionState.NotMet, "已经办理出口退税的，要先补缴退税款，取得《出口货物已补税/未退税证明》。", basis),
            { RefundTaken: true } => new(title, ConditionState.Unknown, "已经办理出口退税，请说明是否已补税并取得《出口货物已补税/未退税证明》。", basis),
            _ => new(title, ConditionState.Unknown, "请说明是否办理过出口退税。", basis),
        };
    }

    private static ReturnWindow? WindowOf(ReturnCase goods, ReturnExemptionRule rule, DateOnly asked)
    {
        var from = goods.TradeMode == BondedMode ? goods.LeftAreaOn : goods.ExportedOn;
        return from is { } start ? Window(start, rule.Term.LastDay(start), goods, asked) : null;
    }

    private static ReturnWindow Window(DateOnly from, DateOnly last, ReturnCase goods, DateOnly asked) =>
        new(from, last, goods.ReturnedOn is null ? last.DayNumber - asked.DayNumber : null);

    /// <summary>Facts B1 (which document), E16 to E18 (one year; back through another customs district).</summary>
    private static ReturnRoute? RouteOf(ReturnCase goods, DateOnly asked)
    {
        var year = goods.ExportedOn is { } day ? Window(day, ReturnTerms.CustomsSide.LastDay(day), goods, asked) : null;
        var list = ReturnTerms.CustomsSideBasis;
        return goods.TradeMode switch
        {
            null or "" => null,
            _ when goods.WasCustomsDeclaration == true => new("用报关单申报，监管方式 4561 退运货物", null, new Basis(BasisKind.Experience, "以报关单出口的，退运也用报关单", Verified: false)),
            BondedMode => new("提交 CEB213 出口退货申请单（监管方式 1261），由监管场所提交 CEB215 理货明细单", year, list),
            "9610" => new("提交 CEB213 出口退货申请单（监管方式 9661），由监管场所提交 CEB215 理货明细单；9610 可跨关区退货，须退回 9610 监管场所", year, list),
            _ => new("提交 CEB213 出口退货申请单（监管方式 9661），由监管场所提交 CEB215 理货明细单", year, list),
        };
    }
}

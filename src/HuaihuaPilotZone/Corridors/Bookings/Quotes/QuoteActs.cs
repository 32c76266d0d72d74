namespace HuaihuaPilotZone.Corridors.Bookings.Quotes;

/// <summary>What is done to requests for quotes and orders, as the journal has it.</summary>
public static class QuoteActs
{
    public const string Asked = "quote.asked";
    public const string Closed = "quote.closed";
    public const string Chosen = "quote.chosen";
    public const string Answered = "quote.answered";
    public const string Refused = "quote.refused";
    public const string Placed = "transport-order.placed";
    public const string Accepted = "transport-order.accepted";
    public const string Declined = "transport-order.declined";
    public const string Done = "transport-order.done";
    public const string Cancelled = "transport-order.cancelled";

    public const string Reviewed = "transport-order.reviewed";
    public const string ReviewAnswered = "transport-order.review-answered";
    public const string ReviewHidden = "transport-order.review-hidden";
    public const string ReviewShown = "transport-order.review-shown";

    /// <summary>What people read; other acts as they are.</summary>
    public static string Word(string act) => act switch
    {
        Asked => "发出询价",
        Closed => "结束询价",
        Chosen => "选定报价",
        Answered => "报价",
        Refused => "不报价",
        Placed => "下单",
        Accepted => "承接订单",
        Declined => "不承接订单",
        Done => "确认完成",
        Cancelled => "取消订单",
        Reviewed => "评价服务商",
        ReviewAnswered => "答复评价",
        ReviewHidden => "隐藏评价",
        ReviewShown => "恢复显示评价",
        _ => act,
    };
}

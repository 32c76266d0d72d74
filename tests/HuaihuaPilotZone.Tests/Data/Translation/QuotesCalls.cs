using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class QuotesCalls : ServiceCalls
{
    protected override void Describe()
    {
        const string number = "XQ-20261122-0001";
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(5));
        var filter = new QuoteFilter("A", false);
        var page = new PageRequest(2, 10);
        Call<QuoteLists>(s => s.ProvidersAsync("甲", true, page, CancellationToken.None));
        Call<QuoteLists>(s => s.StreamProvidersAsync(null, false));
        Call<QuoteLists>(s => s.RequestsAsync(1, filter, page, CancellationToken.None));
        Call<QuoteLists>(s => s.StreamRequestsAsync(1, new QuoteFilter()));
        Call<QuoteLists>(s => s.InquiriesAsync(1, filter, page, CancellationToken.None));
        Call<QuoteLists>(s => s.StreamInquiriesAsync(1, new QuoteFilter()));
        Call<QuoteLists>(s => s.OrdersAsync(1, filter, page, CancellationToken.None));
        Call<QuoteLists>(s => s.StreamOrdersAsync(1, new QuoteFilter()));
        Call<QuoteLists>(s => s.RequestAsync(number, 1, CancellationToken.None));
        Call<QuoteLists>(s => s.InquiryAsync(number, 1, CancellationToken.None));
        Call<QuoteLists>(s => s.OrderAsync("WL-20261122-0001", 1, CancellationToken.None));
        Call<QuoteLists>(s => s.OrdersOfAsync(1, CancellationToken.None));
        Call<QuoteLists>(s => s.RequestHistoryAsync(number, new PageRequest(), CancellationToken.None));
        Call<QuoteLists>(s => s.OrderHistoryAsync("WL-20261122-0001", new PageRequest(), CancellationToken.None));
        Call<QuoteDesk>(s => s.AskAsync(7, new RequestData("怀化", "万象", "箱包", 1, 0, 1000, 5m, null, null, false, day, day, null, [1]), CancellationToken.None));
        Call<QuoteDesk>(s => s.QuoteAsync(number, 1, 1, new QuoteData(QuoteBasis.PerTeu, 100m, 5, day, "含装卸"), CancellationToken.None));
        Call<QuoteDesk>(s => s.DeclineAsync(number, 1, 1, "没有运力", CancellationToken.None));
        Call<QuoteDesk>(s => s.CloseAsync(number, 1, 1, CancellationToken.None));
        Call<QuoteDesk>(s => s.ChooseAsync(number, 1, 1, 1, 1, CancellationToken.None));
        Call<OrderDesk>(s => s.StepAsync("WL-20261122-0001", 1, OrderStep.Accept, 1, "原因", CancellationToken.None));
    }
}

using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Backups;
using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Investment;
using HuaihuaPilotZone.Parks;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Yard;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>What people read of the journal's acts. Each room has the words of its own and gives back those of others.</summary>
internal static class ActWords
{
    private static readonly Func<string, string>[] _rooms =
    [
        AccountActs.Word, EnterpriseActs.Word, IndicatorActs.Word, CriteriaWords.ActWord, ParkActs.Word, InvestmentActs.Word, ChainActs.Word, NetworkActs.Word, RiskActs.Word, BookingActs.Word, SharingActs.Word,
        QuoteActs.Word, WarehouseActs.Word, ConsignmentActs.Word, YardActs.Word, FilingReceiptActs.Word, PrivacyActs.Word, BackupActs.Word,
    ];

    public static string Of(string act) => _rooms.Aggregate(act, static (word, room) => room(word));
}

using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.Terms;

namespace HuaihuaPilotZone.Customs.Returns;

/// <summary>Within what time exported goods may come back by the simple way of customs (facts E18).</summary>
public static class ReturnTerms
{
    public static Term CustomsSide { get; } = Term.OfYears(1);

    public static Basis CustomsSideBasis { get; } = new(BasisKind.Announcement, "海关总署公告2020年第44号", "出口之日起 1 年内", new DateOnly(2020, 3, 27), Verified: false);
}

using System.Globalization;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>When the goods are loaded, where a booking tells it (mission D5 R-05).</summary>
internal static class LoadingRules
{
    private static readonly TimeSpan _term = TimeSpan.FromHours(24);

    private static readonly Rule _late = new Rule("LOADING-001", "距装货不足二十四小时", Severity.Advice, new Basis(BasisKind.Law, "《中华人民共和国海关法》", "第二十四条：出口货物在运抵海关监管区后、装货的二十四小时以前申报，海关特准的除外"),
        "单证关联了订舱时，按车次离开装货站的时间推算；装货早于开车，实际期限更早。请尽快申报，或改订后面的车次。", "mission D5 R-05").AlsoForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_late];

    public static void Check(Examination examination)
    {
        if (examination.Lookups.Loading is not { } loading || loading.LeavesAt - loading.CheckedAt >= _term) return;
        var next = loading.Next is { } other ? $"可改订 {other}。" : "";
        examination.AddForDocument(_late, $"关联的订舱在车次 {loading.Departure} 上，{Time(loading.LeavesAt)} 离开装货站；检查时是 {Time(loading.CheckedAt)}，{(loading.LeavesAt <= loading.CheckedAt ? "车已开出" : "距装货不足 24 小时")}。{next}");
    }

    private static string Time(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

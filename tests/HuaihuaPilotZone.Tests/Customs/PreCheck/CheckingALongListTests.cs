using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>A list of more lines than are looked at at once. What is found is what is found in any other list.</summary>
public class CheckingALongListTests
{
    private const int Lines = 700;
    private const int Part = 100;

    /// <summary>Bytes that the readings of a line take at least.</summary>
    private const int LeastReadings = 500;

    /// <summary>Each fault of a line, what is said of several lines together apart.</summary>
    private static readonly Func<GoodsLine, GoodsLine>[] _faults =
    [
        g => g with { Country = "越南", Unit = "个" },
        g => g with { Price = "25。5", Qty = "0" },
        g => g with { Qty1 = "9", TotalPrice = "300" },
        g => g with { Gname = null, BarCode = null, Gmodel = " x\u0001" },
        g => g with { Gcode = "7700", ItemNo = g.ItemNo + "一二三四五六七八九十一二三四五六七八九十" },
        g => g with { Currency = "THB", Qty2 = null, Note = "430421199001011234" },
        g => g,
    ];

    [Fact]
    public void What_is_said_of_a_line_is_what_a_short_list_says_of_it()
    {
        var list = AValidList.Of(AValidList.Retail, Lines);
        list = list with { Goods = [.. list.Goods.Select((g, i) => _faults[i % _faults.Length](g with { ItemNo = "L" + Text(i) }))] };

        var whole = OfLines(list, from: 0);

        var parts = Enumerable.Range(0, Lines / Part).SelectMany(p => OfLines(list with { Goods = [.. list.Goods.Skip(p * Part).Take(Part)] }, p * Part)).ToList();
        Assert.True(whole.Count > Lines);
        Assert.Equal(parts, whole);
    }

    [Fact]
    public void What_rests_on_all_lines_is_said_once_all_of_them_were_looked_at()
    {
        var list = AValidList.Of(AValidList.Retail, Lines);
        var value = list.OrderGoodsValue!;
        list = list with { OrderGoodsValue = "1", NetWeight = "1" };
        list = list.WithLine(Lines - 1, g => g with { ItemNo = list.Goods[0].ItemNo });
        foreach (var line in (int[])[2, 300, Lines - 2]) list = list.WithLine(line, g => g with { Gcode = "4202129999" });

        var findings = AValidList.Check(list).Findings;

        Assert.Equal(["ORDER-001", "WEIGHT-003", "LINES-002", "HS-009", "ITEM-002"], findings.Select(f => f.RuleId));
        Assert.Equal(value, findings[0].Proposal?.Value);
        Assert.Contains($"{Lines} 项商品以千克计的法定数量合计", findings[1].Reason, StringComparison.Ordinal);
        Assert.Equal("/goods/2/gcode", findings[3].Path);
        Assert.Contains("4202129999，共 3 项：第 3、301、699 项", findings[3].Reason, StringComparison.Ordinal);
        Assert.Equal($"/goods/{Lines - 1}/itemNo", findings[4].Path);
        Assert.Contains("第 1 项商品", findings[4].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_of_a_list_counts_the_value_of_every_line()
    {
        var list = AValidList.Of(AValidList.OverseasWarehouse, Lines);

        var finding = Assert.Single(AValidList.Check(list).Findings, f => f.RuleId == "VALUE-001");

        // what the goods are worth at the sample's one rate
        var yuan = list.Goods.Sum(g => decimal.Parse(g.TotalPrice!, CultureInfo.InvariantCulture)) * AValidList.Tables.CnyPerUnit(list.OrderCurrency!, AValidList.Today)!.Value;
        Assert.Contains($"折合人民币 {TypedValue.Number(Math.Round(yuan, 2, MidpointRounding.AwayFromZero))} 元", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_long_list_takes_no_more_memory_than_one_of_a_short_list()
    {
        var (hundred, tenThousand) = (PerLine(AValidList.Of(AValidList.Retail, 100)), PerLine(AValidList.Of(AValidList.Retail, 10_000)));

        // the readings of a line, most of what it takes, are used again for the next stretch; what an unoptimized build adds it adds to both
        Assert.True(hundred - tenThousand > LeastReadings, $"{hundred} bytes a line of a hundred, {tenThousand} of ten thousand.");
    }

    private static long PerLine(ExportList list)
    {
        AValidList.Check(list);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AValidList.Check(list);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / list.Goods.Count;
    }

    private static List<(string Rule, string Path, string? Value, string Reason, string? Proposal)> OfLines(ExportList list, int from) =>
        [.. AValidList.Check(list).Findings.Where(f => f.Path.StartsWith("/goods/", StringComparison.Ordinal)).Select(f => (f.RuleId, Moved(f.Path, from)!, f.Value, f.Reason, Moved(f.Proposal?.Path, from) + f.Proposal?.Value))];

    private static string? Moved(string? path, int from)
    {
        if (path is null) return null;
        var parts = path.Split('/');
        parts[2] = Text(int.Parse(parts[2], CultureInfo.InvariantCulture) + from);
        return string.Join('/', parts);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Repairs;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

/// <summary>
/// Two lines: 10 suitcases at 25.5, 32 kg, and 12 kg of tea at 8; order value 351, net weight 44, gross weight 48.5.
/// The known minimum is written beside each mistake.
/// </summary>
public sealed class FindingTheSmallestRepairTests
{
    private static readonly string[] _rules = ["PRICE-002", "ORDER-001", "QTY-004", "WEIGHT-002", "WEIGHT-003"];

    [Theory]
    [InlineData("/goods/0/totalPrice=525", "/goods/0/totalPrice=255")]
    [InlineData("/orderGoodsValue=315", "/orderGoodsValue=351")]
    [InlineData("/goods/0/price=2.55", "/goods/0/price=25.5")]
    [InlineData("/goods/0/qty=1", "/goods/0/qty=10")]
    [InlineData("/goods/0/qty1=1", "/goods/0/qty1=10")]
    [InlineData("/netWeight=440", "/netWeight=44")]
    [InlineData("/goods/0/qty2=320", "/goods/0/qty2=32")]
    [InlineData("/goods/1/totalPrice=69;/orderGoodsValue=324", "/goods/1/price=5.75")]
    [InlineData("/goods/0/totalPrice=525;/goods/1/totalPrice=69", "/goods/0/totalPrice=255;/goods/1/totalPrice=96")]
    [InlineData("/goods/0/qty=1;/grossWeight=4.85", "/goods/0/qty=10;/grossWeight=44")]
    [InlineData("/goods/0/price=2.55;/goods/1/price=80;/netWeight=4.4", "/goods/0/price=25.5;/goods/1/price=8;/netWeight=44")]
    public void The_known_smallest_repair_is_found(string mistakes, string repair)
    {
        var answer = Find(With(mistakes));

        Assert.Equal(repair.Split(';').Length, answer.Changes);
        Assert.Equal(repair, Join(answer.Repairs[0]));
    }

    [Fact]
    public void Where_several_numbers_may_be_wrong_each_choice_is_offered_and_the_slip_of_the_finger_comes_first()
    {
        // nothing else says how many pieces these are: the traded unit is not the statutory one, and the order is in another currency
        var document = With("/goods/0/unit=011;/orderCurrency=CNY;/goods/0/totalPrice=2555");

        var answer = Find(document);

        Assert.Equal(1, answer.Changes);
        Assert.Equal(["/goods/0/totalPrice=255", "/goods/0/price=255.5"], answer.Repairs.Select(Join));
    }

    [Fact]
    public void A_document_without_contradiction_needs_no_repair()
    {
        Assert.Same(RepairAnswer.None, Find(With("")));
        Assert.Same(RepairAnswer.None, Find(With("/ebcCode=")));
    }

    [Fact]
    public void Where_a_limit_keeps_a_repair_from_being_found_the_answer_says_which()
    {
        // nine wrong totals of nine lines: each needs a change of its own
        var wrong = DocumentPath.Set(With(""), "/goods/0/totalPrice", "999")!.Goods[0];
        CustomsDocument Of(int count, DocumentLine each) => With("/orderCurrency=CNY").With(DocumentSchemas.ExportList.Goods.Collection, [.. Enumerable.Repeat(each, count)]);

        var many = Find(Of(9, wrong));
        Assert.Equal((RepairLimit.TooManyChanges, 0), (many.Limit, many.Changes));
        Assert.True(many.Contradictions >= 9);
        Assert.Equal(RepairLimit.TooManyLines, Find(Of(RepairFinder.MostLines + 1, wrong)).Limit);
        Assert.Equal(RepairLimit.None, Find(With("/goods/0/totalPrice=525")).Limit);
    }

    [Fact]
    public void A_repair_never_brings_a_new_fault()
    {
        // 5000 yuan are the limit of a list: raising the order's value and the price would pass the arithmetic and break that rule
        var document = With("/goods/0/totalPrice=2550;/goods/1/totalPrice=96");

        Assert.All(Find(document).Repairs, r => Assert.DoesNotContain(Check(RepairFinder.Apply(document, r)!).Findings, f => f.RuleId == "VALUE-001"));
    }

    [Fact]
    public void Nobody_is_offered_a_repair_of_half_the_document()
    {
        var document = AValidList.Of(AValidList.BusinessToBusiness, 20).ToDocument();
        for (var line = 0; line < 20; line++) document = DocumentPath.Set(document, $"/goods/{line}/price", "3.21")!;

        Assert.Empty(Find(document).Repairs);
    }

    [Fact]
    public void Undoing_the_mistakes_is_never_smaller_than_the_answer_and_every_repair_repairs()
    {
        var random = new Random(20261128);
        for (var round = 0; round < 150; round++)
        {
            var count = random.Next(1, 4);
            var (document, touched) = Break(random, count);
            var answer = Find(document);
            if (!Check(document).Findings.Any(f => _rules.Contains(f.RuleId))) continue;

            Assert.True(answer.Repairs.Count > 0, $"round {round}: {touched}");
            Assert.True(answer.Changes <= count, $"round {round}: {touched} → {Join(answer.Repairs[0])}");
            Assert.All(answer.Repairs, r => Assert.DoesNotContain(Check(RepairFinder.Apply(document, r)!).Findings, f => _rules.Contains(f.RuleId)));
            if (answer.Changes > 1) Assert.False(OneChangeIsEnough(document), $"round {round}: {touched} → {Join(answer.Repairs[0])}");
        }
    }

    [Fact]
    public void The_same_document_gets_the_same_answer()
    {
        var (document, _) = Break(new Random(7), 3);

        Assert.Equal(Find(document).Repairs, Find(document).Repairs);
    }

    private static readonly string[] _fields =
    [
        "/goods/0/qty", "/goods/0/price", "/goods/0/totalPrice", "/goods/0/qty1", "/goods/0/qty2",
        "/goods/1/qty", "/goods/1/price", "/goods/1/totalPrice", "/goods/1/qty1", "/orderGoodsValue", "/netWeight", "/grossWeight",
    ];

    private static (CustomsDocument Document, string Touched) Break(Random random, int count)
    {
        var document = With("");
        var touched = new List<string>();
        foreach (var path in random.GetItems(_fields, count).Distinct())
        {
            var value = decimal.Parse(DocumentPath.Get(document, path)!, CultureInfo.InvariantCulture);
            var wrong = random.Next(4) switch { 0 => value * 10, 1 => value / 10, 2 => value + 1, _ => value * 2 };
            document = DocumentPath.Set(document, path, wrong.ToString("0.#####", CultureInfo.InvariantCulture))!;
            touched.Add($"{path}={DocumentPath.Get(document, path)}");
        }

        return (document, string.Join(';', touched));
    }

    // by trying: every field with every number that the document or the unbroken document could suggest
    private static bool OneChangeIsEnough(CustomsDocument document)
    {
        var sound = With("");
        decimal Number(string path) => decimal.Parse(DocumentPath.Get(document, path)!, CultureInfo.InvariantCulture);
        var pool = new List<decimal> { Number("/goods/0/qty2") + Number("/goods/1/qty1"), Number("/goods/0/totalPrice") + Number("/goods/1/totalPrice") };
        foreach (var line in new[] { "/goods/0/", "/goods/1/" })
        {
            pool.Add(Number(line + "qty") * Number(line + "price"));
            pool.Add(Number(line + "totalPrice") / Number(line + "price"));
            pool.Add(Number(line + "totalPrice") / Number(line + "qty"));
            pool.Add(Number("/orderGoodsValue") - Number(line + "totalPrice"));
        }

        pool.AddRange(_fields.Select(Number));
        pool.AddRange(_fields.Select(f => decimal.Parse(DocumentPath.Get(sound, f)!, CultureInfo.InvariantCulture)));
        return _fields.Any(field => pool.Where(v => v > 0).Distinct().Any(value =>
            !Check(DocumentPath.Set(document, field, value.ToString("0.#####", CultureInfo.InvariantCulture))!).Findings.Any(f => _rules.Contains(f.RuleId))));
    }

    private static CustomsDocument With(string changes) => changes.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('='))
        .Aggregate(AValidList.Of(AValidList.BusinessToBusiness).ToDocument(), (document, change) => DocumentPath.Set(document, change[0], change[1])!);

    private static PreCheckResult Check(CustomsDocument document) => PreChecker.Run(document, AValidList.Tables, AValidList.Today, AValidList.Lookups);

    private static RepairAnswer Find(CustomsDocument document) => RepairFinder.Find(document, Check(document), AValidList.Tables, AValidList.Today, AValidList.Lookups);

    private static string Join(Repair repair) => string.Join(';', repair.Steps.Select(s => $"{s.Path}={s.NewValue}"));
}

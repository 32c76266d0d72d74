using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class HandingInOddDocumentsTests
{
    private static readonly string?[] _odd =
    [
        null, "", " ", "\0", "\uD800", "\uFFFF", "無", "９６１０", "-1", "1e9", "0", "99999999999999999999999999999", "79228162514264337593543950335",
        "0.0000000000000000000000000001", "NO", "无", "142", "CHN", "CHN000", "2026-13-01", "0001-01-01", "9999-12-31", "9710", "9810", "A",
        "USD", "035", "4202000000", "91431299MA00000015", "[]{}<>&'\"", "💼💼", "\u3000\u200B", ",,,", "--", "........",
        "0." + new string('3', 5_000), new string('9', 5_000), new string('甲', 5_000), new string(',', 5_000),
    ];

    [Fact]
    public void Nothing_that_can_be_typed_makes_the_check_fail()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 3_000; round++)
        {
            var document = Scrambled(random);

            var result = AValidList.Check(document);

            Assert.All(result.Findings, f => Assert.True(f.Path.Length == 0 || DocumentPath.TryParse(f.Path, out _), f.Path));
            Assert.All(result.Findings, f => Assert.InRange(f.Reason.Length, 5, 400));
        }
    }

    [Fact]
    public void Applying_any_proposal_to_a_scrambled_list_removes_its_finding()
    {
        var random = new Random(9610);
        for (var round = 0; round < 300; round++)
        {
            var document = Scrambled(random);
            foreach (var finding in AValidList.Check(document).Findings.Where(f => f.Proposal is not null))
            {
                var mended = DocumentPath.Set(document, finding.Proposal!.Path, finding.Proposal.Value)!;

                Assert.DoesNotContain(AValidList.Check(mended).Findings, f => f.RuleId == finding.RuleId && f.Path == finding.Path);
            }
        }
    }

    [Fact]
    public void An_empty_document_lists_every_required_field_and_the_missing_goods()
    {
        var result = AValidList.Check(new ExportList());

        Assert.Equal([.. FieldMap.Header.Where(f => f.IsRequired(null)).Select(DocumentPath.Of), "/goods"], result.Findings.Select(f => f.Path));
    }

    [Fact]
    public void A_list_with_holes_is_answered_like_a_list_with_empty_lines()
    {
        var holes = AValidList.Of(AValidList.Retail) with { Goods = [null!, null!] };
        var empty = AValidList.Of(AValidList.Retail) with { Goods = [new GoodsLine(), new GoodsLine()] };

        Assert.Equal(AValidList.Check(empty).Findings, AValidList.Check(holes).Findings);
        Assert.Contains(AValidList.Check(AValidList.Of(AValidList.Retail) with { Goods = null! }).Findings, f => f.RuleId == "LINES-001");
    }

    [Fact]
    public void Thousands_of_lines_are_refused_not_feared()
    {
        var result = AValidList.Check(AValidList.Of(AValidList.Retail, 5_000));

        Assert.Equal("LINES-002", Assert.Single(result.Findings).RuleId);
    }

    private static ExportList Scrambled(Random random)
    {
        var document = AValidList.Of(random.GetItems(["9610", "9710", "9810"], 1)[0], random.Next(0, 4));
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            var value = _odd[random.Next(_odd.Length)];
            var path = document.Goods.Count > 0 && random.Next(2) == 0
                ? DocumentPath.Of(FieldMap.Goods[random.Next(FieldMap.Goods.Count)], random.Next(document.Goods.Count))
                : DocumentPath.Of(FieldMap.Header[random.Next(FieldMap.Header.Count)]);
            document = DocumentPath.Set(document, path, value)!;
        }

        return document;
    }
}

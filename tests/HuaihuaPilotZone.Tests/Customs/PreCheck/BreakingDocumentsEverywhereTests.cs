using System.Text.Json;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Tests.Customs.PreCheck;

public class BreakingDocumentsEverywhereTests
{
    private static readonly string?[] _odd =
    [
        null, "", " ", "\0", "\uD800", "０", "-1", "1e9", "99999999999999999999", "0.00000001", "NO", "无", "CHN", "CHN000", "9710", "0110", "4", "@", "@123", "1|0", "｜｜", "2026-02-30",
        "431202199003071230", "91431299MA00000028", "HHCU1000010", "Y", "22C1", "1,2", "1、x", "[]{}<>&'\"", "💼", new string('9', 3_000), new string('甲', 3_000), new string('|', 3_000),
    ];

    public static TheoryData<string> Documents => [.. Mutations.Valid.Select(v => v.Name)];

    [Fact]
    public void At_least_three_hundred_breaks_are_generated_for_lists_declarations_and_applications()
    {
        var counts = Mutations.Valid.ToLookup(v => v.Document.Schema.Scope, v => Mutations.Of(v.Name, v.Document).Count());

        Assert.True(counts[DocumentScope.List].Sum() >= 300, "lists");
        Assert.True(counts[DocumentScope.Declaration].Sum() >= 300, "declarations");
        Assert.True(AValidApplication.Kinds.Sum(k => counts[k.Scope].Sum()) >= 300, "applications");
        Assert.All(AValidApplication.Kinds, k => Assert.True(counts[k.Scope].Sum() >= 15, k.Noun));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Each_break_yields_its_own_rule_at_its_place_and_no_unrelated_error(string name)
    {
        var problems = new List<string>();
        foreach (var mutation in Mutations.Of(name, Find(name)))
        {
            var findings = Check(mutation.Broken).Findings;
            if (!findings.Any(f => f.RuleId == mutation.RuleId && f.Path == mutation.Path)) problems.Add($"{mutation.Name}: {mutation.RuleId} is silent, heard {Said(findings)}");
            var unrelated = findings.Where(f => f.Severity == Severity.MustFix && f.RuleId != mutation.RuleId && !mutation.Also.Contains(f.RuleId)).ToList();
            if (unrelated.Count > 0) problems.Add($"{mutation.Name}: {Said(unrelated)}");
        }

        Assert.Equal([], problems);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Where_proposals_are_offered_the_document_passes_after_them(string name)
    {
        var problems = new List<string>();
        var mended = 0;
        foreach (var mutation in Mutations.Of(name, Find(name)))
        {
            if (Check(mutation.Broken).Findings.FirstOrDefault(f => f.RuleId == mutation.RuleId && f.Path == mutation.Path)?.Proposal is not { } proposal) continue;
            mended++;
            var left = Check(DocumentPath.Set(mutation.Broken, proposal.Path, proposal.Value)!).Findings.Where(f => f.Severity == Severity.MustFix).ToList();
            if (left.Count > 0) problems.Add($"{mutation.Name} after {proposal.Value}: {Said(left)}");
        }

        Assert.Equal([], problems);
        var least = Find(name).Schema.IsApplication ? 3 : 20;
        Assert.True(mended >= least, $"only {mended} breaks had a proposal");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_that_can_be_typed_anywhere_makes_the_check_fail(string name)
    {
        var random = new Random(19);
        for (var round = 0; round < 300; round++)
        {
            var document = Scrambled(Find(name), random);

            var findings = Check(document).Findings;

            Assert.All(findings, f => Assert.True(f.Path.Length == 0 || DocumentPath.TryParse(document.Schema, f.Path, out _), f.Path));
            foreach (var finding in findings.Where(f => f.Proposal is not null))
            {
                var mended = DocumentPath.Set(document, finding.Proposal!.Path, finding.Proposal.Value)!;
                Assert.DoesNotContain(Check(mended).Findings, f => f.RuleId == finding.RuleId && f.Path == finding.Path && f.Value == finding.Value);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Checking_twice_gives_the_same_bytes(string name)
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var document = Scrambled(Find(name), random);
            Assert.True(DocumentJson.TryDeserialize(document.Schema, DocumentJson.Serialize(document), out var again));

            Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(Check(document)), JsonSerializer.SerializeToUtf8Bytes(Check(document)));
            // half a surrogate pair cannot be kept as JSON and comes back as another character
            if (DocumentDiff.Between(document, again).Count == 0) Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(Check(document)), JsonSerializer.SerializeToUtf8Bytes(Check(again)));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_said_of_a_line_does_not_depend_on_where_it_stands(string name)
    {
        var valid = Find(name);
        foreach (var mutation in Mutations.Of(name, valid).Where(m => m.Path.StartsWith("/goods/", StringComparison.Ordinal)))
        {
            // containers and papers point at lines by number, which is what turning the lines round is to change
            var goods = mutation.Broken.Schema.Goods.Collection;
            var turned = mutation.Broken.With(goods, [.. mutation.Broken.Goods.Reverse()]);

            var before = Check(mutation.Broken).Findings.Select(f => (f.RuleId, f.Value, Field: f.Path.Split('/')[^1])).Order();
            var after = Check(turned).Findings.Select(f => (f.RuleId, f.Value, Field: f.Path.Split('/')[^1])).Order();

            Assert.Equal(before, after);
        }
    }

    [Fact]
    public void Whatever_a_list_says_is_carried_into_the_declaration_or_named_as_unfit()
    {
        var random = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var list = Scrambled(AValidList.Of(AValidList.BusinessToBusiness).ToDocument(), random);

            var converted = ListConversion.ToDeclaration(list);

            var values = AValidDeclaration.Places(converted.Document).Select(p => DocumentPath.Get(converted.Document, p.Path)).Where(v => v is not null).ToHashSet(StringComparer.Ordinal);
            var unfit = converted.Unfit.Select(u => u.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var (field, path) in AValidDeclaration.Places(list))
            {
                var value = DocumentPath.Get(list, path);
                if (string.IsNullOrWhiteSpace(value) || field.Name.Contains("freight", StringComparison.OrdinalIgnoreCase) || field.Name.StartsWith("insuredFee", StringComparison.Ordinal)) continue;
                Assert.True(values.Contains(value) || unfit.Contains(path), $"{path} = {value}");
            }
            Assert.Equal(list.Goods.Count, converted.Document.Goods.Count);
            Assert.All(converted.Carried, path => Assert.NotNull(DocumentPath.Get(converted.Document, path)));
        }
    }

    private static CustomsDocument Find(string name) => Mutations.Valid.First(v => v.Name == name).Document;

    private static PreCheckResult Check(CustomsDocument document) => PreChecker.Run(document, AValidList.Tables, AValidList.Today, AValidApplication.Lookups(document.Schema.Scope));

    private static string Said(IEnumerable<Finding> findings) => string.Join("; ", findings.Select(f => $"{f.RuleId} {f.Path}"));

    private static CustomsDocument Scrambled(CustomsDocument document, Random random)
    {
        var places = AValidDeclaration.Places(document).ToList();
        for (var change = random.Next(1, 12); change > 0; change--) document = DocumentPath.Set(document, places[random.Next(places.Count)].Path, _odd[random.Next(_odd.Length)])!;
        return document;
    }
}

using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>C13: the same data judged the same, also after the tables have changed; and where it cannot be, the reason is said.</summary>
public sealed class RunningAStoredCheckAgainTests
{
    /// <summary>As many stored checks as C13 asks for.</summary>
    private const int Many = 500;

    [Fact]
    public async Task Hundreds_of_stored_checks_say_the_same_after_the_tables_have_changed()
    {
        await using var own = Portal.Own();
        var cancellation = TestContext.Current.CancellationToken;
        var filer = await own.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(filer);
        await Filing.SaveAsync(filer, number, Filing.Valid());
        await StoreAsync(own, DeclarationNumber.Parse(number, CultureInfo.InvariantCulture), 0, Many / 2);
        // the tables change in between, and once more afterwards: offices, rates, units, tariff
        await ChangeTablesAsync(own, 1);
        await StoreAsync(own, DeclarationNumber.Parse(number, CultureInfo.InvariantCulture), Many / 2, Many);
        await ChangeTablesAsync(own, 2);

        await own.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Number == DeclarationNumber.Parse(number, CultureInfo.InvariantCulture), cancellation);
            var editions = new HashSet<int>();
            for (var sequence = 1; sequence <= Many; sequence++)
            {
                var again = await services.GetRequiredService<CheckReplay>().RunAsync(declaration, sequence, cancellation);
                Assert.True(again!.IsIdentical, again.Submission.Findings);
                Assert.Empty(again.Reasons);
                editions.Add(again.Basis!.Edition);
            }
            Assert.Equal(2, editions.Count);
            // the present tables would judge otherwise
            var first = await db.Submissions.AsNoTracking().SingleAsync(s => s.DeclarationId == declaration.Id && s.Sequence == 1, cancellation);
            Assert.True(DocumentJson.TryDeserialize(declaration.Kind.Schema(), first.Document, out var document));
            var now = await services.GetRequiredService<DeclarationCheck>().RunAsync(declaration, document, cancellation);
            Assert.Contains(now.Result.Findings, f => f.RuleId == "HS-007");
            return true;
        });
    }

    [Fact]
    public async Task The_button_on_a_submitted_document_says_that_the_check_is_the_same()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(filer);
        await ChangeTablesAsync(own, 1);

        var link = (await filer.OpenAsync($"/enterprise/declarations/{number}")).QuerySelector("#checks-title")!.ParentElement!.ParentElement!.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal("identical", Verdict(await filer.OpenAsync(link)));
        var reviewer = await own.VisitAsAsync("reviewer");
        Assert.Equal("identical", Verdict(await reviewer.OpenAsync($"/park/declarations/{number}/checks/1")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await reviewer.GetAsync($"/park/declarations/{number}/checks/9")).StatusCode);
    }

    [Fact]
    public async Task A_check_that_cannot_be_the_same_says_why()
    {
        await using var own = Portal.Own();
        var filer = await own.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(filer);
        await own.WithDatabaseAsync(db => db.Submissions.Where(s => s.Sequence == 1).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.RuleSetVersion, "2020-01-01.1").SetProperty(s => s.Basis, (string?)null)
            .SetProperty(s => s.Findings, """[{"RuleId":"AMT-999","Severity":1,"Path":"","Value":null,"Title":"示例","Reason":"示例原因","Basis":{"Kind":3,"Document":"示例","Article":null,"ValidFrom":null,"ValidTo":null,"Verified":true},"Proposal":null,"Alternatives":[]}]"""), TestContext.Current.CancellationToken));

        var page = await filer.OpenAsync($"/enterprise/declarations/{number}/checks/1");

        Assert.Equal("different", Verdict(page));
        Assert.Contains("2020-01-01.1", page.Content(), StringComparison.Ordinal);
        Assert.Contains("没有当时的代码表版次", page.Content(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[data-rule='AMT-999']"));
    }

    /// <summary>Stores checks of a document and its variants as a submission does.</summary>
    private static Task<bool> StoreAsync(Portal own, DeclarationNumber number, int from, int to) => own.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var check = services.GetRequiredService<DeclarationCheck>();
        var cancellation = TestContext.Current.CancellationToken;
        var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Number == number, cancellation);
        var draft = ExportList.From(declaration.Read());
        for (var i = from; i < to; i++)
        {
            // every variant is wrong in another way
            var goods = draft.Goods[0] with { Gcode = i % 3 == 0 ? "4202121000" : draft.Goods[0].Gcode, Qty = i.ToString(CultureInfo.InvariantCulture), Currency = i % 2 == 0 ? "EUR" : "USD", Unit1 = i % 5 == 0 ? "011" : draft.Goods[0].Unit1 };
            var document = (draft with { CustomsCode = i % 7 == 0 ? "4931" : draft.CustomsCode, Goods = [goods, .. draft.Goods.Skip(1)] }).ToDocument();
            var made = await check.RunAsync(declaration, document, cancellation);
            var json = DocumentJson.Serialize(document);
            db.Submissions.Add(new Submission
            {
                DeclarationId = declaration.Id,
                Kind = declaration.Kind,
                Sequence = i + 1,
                Document = json,
                DocumentHash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(json))),
                Findings = System.Text.Json.JsonSerializer.Serialize(made.Result.Findings),
                RuleSetVersion = made.Result.RuleSetVersion,
                TablesVersion = made.Tables.TablesVersion,
                Basis = made.Basis.ToJson(),
                InputHash = made.Basis.InputHash(json, made.Result.RuleSetVersion, made.Tables.TablesVersion),
                SubmittedAt = DateTime.UnixEpoch,
                SubmittedBy = "测试",
            });
        }
        await db.SaveChangesAsync(cancellation);
        return true;
    });

    /// <summary>Staff add an office and a rate, correct the rate, and import a tariff whose unit contradicts the documents.</summary>
    private static async Task ChangeTablesAsync(Portal own, int round)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await own.InScopeAsync(async services =>
        {
            var tables = services.GetRequiredService<CustomsTablesService>();
            await tables.AddOfficeAsync(round == 1 ? "4931" : "4932", "示例海关", "测试", null, cancellation);
            await tables.AddRateAsync("EUR", 8m + round, new DateOnly(2026, round, 1), "测试", cancellation);
            var cabinet = services.GetRequiredService<FileCabinet>();
            using var content = new MemoryStream(Encoding.UTF8.GetBytes($"代码,名称,第一法定单位\n4202121000,示例箱包 {round},0{round}5\n"));
            var file = (await cabinet.KeepAsync("t.csv", content, cancellation)).Value;
            var imports = services.GetRequiredService<TableImportService>();
            var id = (await imports.UploadAsync(new TableUpload(CodeTableId.Tariff, true, null, "测试", null, true, true), file, cancellation)).Value;
            var import = (await imports.FindAsync(id, cancellation))!;
            Assert.True((await imports.ConfirmAsync(id, import.Version, new ImportConsent(false), cancellation)).IsDone, import.Problems);
            return true;
        });
    }

    private static string? Verdict(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("[data-verdict]")?.GetAttribute("data-verdict");
}

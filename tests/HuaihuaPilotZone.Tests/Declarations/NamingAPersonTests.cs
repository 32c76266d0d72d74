using System.Xml.Linq;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>The producer is a person: the number of the identity card is kept nowhere in plain. All numbers are invented.</summary>
public sealed class NamingAPersonTests(Portal portal)
{
    private const string Person = "431202199003071230";
    private const string Slipped = "431202199003071203";
    private const string Hidden = "43**************30";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Person)]
    [InlineData("4312 0219 9003 0712 30")]
    [InlineData(Slipped)]
    public async Task A_saved_draft_keeps_the_number_of_a_person_nowhere_and_says_so(string typed)
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);

        await Filing.SaveAsync(visitor, number, With(Filing.ValidDeclaration(), ("OwnerCodeScc", typed), ("OwnerCode", ""), ("OwnerName", "示例农户")));

        Assert.DoesNotContain(await KeptAsync(number), k => k.Contains("43120219900307", StringComparison.Ordinal) || k.Contains("9003 0712", StringComparison.Ordinal));
        var page = await Filing.OpenEditAsync(visitor, number);
        Assert.StartsWith("43****", Filing.ValueOf(page, "OwnerCodeScc"), StringComparison.Ordinal);
        // whether the check character was right is said for good, because nobody can find out later
        Assert.Equal(typed == Slipped, page.QuerySelector("[data-rule='PARTY-009']") is not null);
        Assert.Contains("平台不保存，已遮盖", page.QuerySelector("[data-rule='PARTY-010']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_is_never_taken_for_a_person()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor);

        await Filing.SaveAsync(visitor, number, With(Filing.Valid(), ("OwnerCode", "91431299MA0000015J")));

        Assert.Equal("91431299MA0000015J", Filing.ValueOf(await Filing.OpenEditAsync(visitor, number), "OwnerCode"));
    }

    [Fact]
    public async Task The_message_leaves_the_hidden_number_out()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(visitor, "Business", "9710", small: false);
        var answer = await Filing.SaveAsync(visitor, number, With(Filing.ValidDeclaration(), ("OwnerCodeScc", Person), ("OwnerCode", ""), ("OwnerName", "示例农户")), "Act=submit");
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, (await Visitor.ReadAsync(answer)).QuerySelector(".hh-decl")?.TextContent);
        await Filing.PassAsync(portal, number);

        var text = await (await visitor.GetAsync($"/enterprise/declarations/{number}/files/declaration.xml")).Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotContain("OwnerCodeScc>43", text, StringComparison.Ordinal);
        Assert.Contains("示例农户", XDocument.Parse(text).Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_row_keeps_no_number_of_a_person_either()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        var address = await visitor.ImportAsync("农户.csv", Importing.Csv(Importing.Row().With(("/ownerCode", Person), ("/ownerName", "示例农户"))));

        var id = Importing.IdOf(address);
        var kept = await portal.WithDatabaseAsync(async db => new List<string>
        {
            string.Concat((await db.ImportRows.Where(r => r.BatchId == id).ToListAsync(Cancellation)).Select(r => r.Cells + r.Originals)),
            string.Concat((await db.ImportProblems.Where(p => p.BatchId == id).ToListAsync(Cancellation)).Select(p => p.Value + p.Reason + p.Suggestion + p.Choices)),
            await db.ImportBatches.Where(b => b.Id == id).Select(b => b.Top).SingleAsync(Cancellation),
        });
        Assert.DoesNotContain(kept, k => k.Contains(Person, StringComparison.Ordinal));
        Assert.Contains(Hidden, kept[0], StringComparison.Ordinal);
        Assert.Contains((await visitor.OpenAsync(address)).Said(2), s => s.Contains("未在海关注册的请填“NO”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_book_of_parties_takes_no_number_of_a_person()
    {
        var answer = await (await portal.VisitAsAsync("luggage")).SubmitAsync("/enterprise/parties/new", new() { ["Name"] = "示例农户甲", ["Roles"] = "Producer", ["Code"] = Person }, "/enterprise/parties/new");

        await answer.RefusedWithAsync("参与方库不保存身份证号");
    }

    /// <summary>Everything that is kept of a draft.</summary>
    private Task<List<string>> KeptAsync(string number) => portal.WithDatabaseAsync(async db =>
    {
        var draft = await db.Declarations.AsNoTracking().SingleAsync(d => d.Number == DeclarationNumber.Parse(number, null), Cancellation);
        return (List<string>)
        [
            draft.Document, draft.Origins, draft.SearchText,
            .. await db.DraftRevisions.Where(r => r.DeclarationId == draft.Id).Select(r => r.Document).ToListAsync(Cancellation),
            .. await db.AppliedFixes.Where(f => f.DeclarationId == draft.Id).Select(f => f.OldValue + f.NewValue).ToListAsync(Cancellation),
        ];
    });

    private static Dictionary<string, string?> With(Dictionary<string, string?> fields, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more) fields[name] = value;
        return fields;
    }
}

using System.Net;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Declarations;

public sealed class SubmittingTests(Portal portal)
{
    [Fact]
    public async Task A_submitted_document_is_locked_and_stands_in_the_reviewers_queue()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"/enterprise/declarations/{number}/edit")).StatusCode);
        var page = await visitor.OpenAsync($"/enterprise/declarations/{number}");
        Assert.Contains("已提交", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var queue = await (await portal.VisitAsAsync("reviewer")).OpenAsync($"/park/declarations?q={number}");
        Assert.NotNull(queue.QuerySelector($"[data-number='{number}']"));
    }

    [Fact]
    public async Task A_tampered_post_to_a_submitted_document_changes_nothing()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        await visitor.ForgeAsync("/enterprise/declarations/new", $"/enterprise/declarations/{number}/edit", new() { ["Version"] = "3", ["Note"] = "偷改" });

        Assert.DoesNotContain("偷改", (await visitor.OpenAsync($"/enterprise/declarations/{number}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_used_by_another_document_is_a_finding_that_names_it()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var fields = Filing.Valid();
        var first = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, first, fields, "Act=submit");
        var second = await Filing.OpenAsync(visitor);

        var page = await Visitor.ReadAsync(await Filing.SaveAsync(visitor, second, fields, "Act=submit"));

        Assert.Contains(first, page.QuerySelector("#precheck")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("还有 2 处必须修改", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_enterprises_document_is_never_named()
    {
        var tea = await portal.VisitAsAsync("tea");
        var fields = Filing.Valid();
        var theirs = await Filing.OpenAsync(tea);
        await Filing.SaveAsync(tea, theirs, fields, "Act=submit");
        var luggage = await portal.VisitAsAsync("luggage");
        var mine = await Filing.OpenAsync(luggage);

        await Filing.SaveAsync(luggage, mine, new() { ["LogisticsNo"] = fields["LogisticsNo"] });

        var panel = (await Filing.OpenEditAsync(luggage, mine)).QuerySelector("#precheck")!.TextContent;
        Assert.Contains("另一家企业的单证", panel, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, panel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_documents_with_one_order_number_submitted_at_the_same_moment_one_is_taken()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var order = Filing.Valid()["OrderNo"];
        var numbers = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var fields = Filing.Valid();
            fields["OrderNo"] = $"{order}-{i}";
            numbers.Add(await Filing.OpenAsync(visitor));
            await Filing.SaveAsync(visitor, numbers[i], fields);
        }
        // put past the check, as when both were checked before either was stored
        var ids = numbers.Select(n => DeclarationNumber.Parse(n, null)).ToList();
        await portal.WithDatabaseAsync(db => db.Declarations.Where(d => ids.Contains(d.Number)).ExecuteUpdateAsync(s => s.SetProperty(d => d.OrderNo, order)));

        var outcomes = await Task.WhenAll(ids.Select(number => portal.InScopeAsync(async services =>
        {
            var service = (DeclarationService)services.GetService(typeof(DeclarationService))!;
            var enterprise = await portal.WithDatabaseAsync(db => db.Declarations.Where(d => d.Number == number).Select(d => new { d.EnterpriseId, d.Version }).SingleAsync());
            return await service.SubmitAsync(enterprise.EnterpriseId, number, enterprise.Version, CancellationToken.None);
        })));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.NumberClaims.CountAsync(c => c.Number == order)));
    }

    [Fact]
    public async Task Withdrawing_frees_the_numbers_for_another_document()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var fields = Filing.Valid();
        var first = await Filing.OpenAsync(visitor);
        await Filing.SaveAsync(visitor, first, fields, "Act=submit");

        var withdrawn = await visitor.SubmitAsync($"/enterprise/declarations/{first}", new() { ["Reason"] = "订单取消" }, $"/enterprise/declarations/{first}/withdraw");
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);

        var second = await Filing.OpenAsync(visitor);
        var answer = await Filing.SaveAsync(visitor, second, fields, "Act=submit");
        Assert.Equal($"/enterprise/declarations/{second}", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Withdrawing_asks_for_a_reason()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var number = await Filing.SubmitNewAsync(visitor);

        var page = await Visitor.ReadAsync(await visitor.SubmitAsync($"/enterprise/declarations/{number}", [], $"/enterprise/declarations/{number}/withdraw"));

        Assert.Contains("请写明原因。", page.Body!.TextContent, StringComparison.Ordinal);
    }
}

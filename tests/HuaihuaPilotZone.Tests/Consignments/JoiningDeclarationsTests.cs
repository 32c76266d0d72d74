using System.Net;
using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Tests.Api;
using HuaihuaPilotZone.Tests.Corridors.Bookings;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HuaihuaPilotZone.Tests.Consignments.ConsignmentScenes;

namespace HuaihuaPilotZone.Tests.Consignments;

/// <summary>A declaration that is there already is joined to a consignment or to slots that were booked before it, both ends show it, and it is parted again.</summary>
public sealed class JoiningDeclarationsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declaration_is_joined_to_a_consignment_shown_at_both_ends_and_parted_again()
    {
        var declaration = (await (await ApiSystem.OfAsync(portal)).SubmitNewAsync()).Number;
        var number = await portal.HasConsignmentAsync(Goods("后关联的货物"));
        var (owner, page, other) = (await portal.VisitAsAsync("luggage"), $"/enterprise/consignments/{number}", $"/enterprise/declarations/{declaration}");

        Assert.Equal(page, (await owner.SubmitAsync(page, new() { ["Declaration"] = $" {declaration} " }, $"{page}/declarations")).LedTo());

        var shown = await owner.OpenAsync(page);
        Assert.NotNull(shown.QuerySelector($"[data-join] a[href='{other}']"));
        Assert.Contains("关联预申报", shown.QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await owner.OpenAsync(other)).QuerySelector($"a[href='{page}']"));
        await (await owner.SubmitAsync(page, new() { ["Declaration"] = $"{declaration}" }, $"{page}/declarations")).RefusedWithAsync("已经关联了它");

        Assert.Equal(page, (await owner.SubmitAsync(page, [], $"{page}/declarations/{declaration}/part")).LedTo());
        Assert.Null((await owner.OpenAsync(page)).QuerySelector($"[data-join] a[href='{other}']"));
        Assert.Contains("解除关联预申报", (await owner.OpenAsync(page)).QuerySelector("[data-timeline]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await owner.OpenAsync(other)).QuerySelector($"a[href='{page}']"));
        await (await owner.ForgeAsync(page, $"{page}/declarations/{declaration}/part", [])).RefusedWithAsync("已不在关联之列");
    }

    [Fact]
    public async Task A_declaration_is_joined_to_slots_that_were_booked_before_it_shown_at_both_ends_and_parted_again()
    {
        var owner = await portal.VisitAsAsync("luggage");
        var page = await owner.BookAsync(await portal.HasDepartureAsync(capacity: 4), BookingScenes.Form());
        var declaration = (await (await ApiSystem.OfAsync(portal)).SubmitNewAsync()).Number;
        var other = $"/enterprise/declarations/{declaration}";

        Assert.Equal(page, (await owner.SubmitAsync(page, new() { ["Declaration"] = $"{declaration}" }, $"{page}/declarations")).LedTo());

        var shown = await owner.OpenAsync(page);
        Assert.NotNull(shown.QuerySelector($"[data-join] a[href='{other}']"));
        Assert.Contains($"（空） → {declaration}", shown.Content(), StringComparison.Ordinal);
        // one booking has one declaration
        Assert.Null(shown.QuerySelector("#Declaration"));
        await (await owner.ForgeAsync(page, $"{page}/declarations", new() { ["Declaration"] = $"{declaration}" })).RefusedWithAsync("请先解除关联");
        Assert.NotNull((await owner.OpenAsync(other)).QuerySelector($"[aria-labelledby=bookings-title] a[href='{page}']"));
        var reviewer = await portal.VisitAsAsync("reviewer");
        Assert.NotNull((await reviewer.OpenAsync($"/park/declarations/{declaration}")).QuerySelector($"a[href='{page.Replace("/enterprise", "/park", StringComparison.Ordinal)}']"));

        Assert.Equal(page, (await owner.SubmitAsync(page, [], $"{page}/declarations/{declaration}/part")).LedTo());
        Assert.Null((await owner.OpenAsync(other)).QuerySelector("[aria-labelledby=bookings-title]"));
        await (await owner.ForgeAsync(page, $"{page}/declarations/{declaration}/part", [])).RefusedWithAsync("已不在关联之列");
    }

    [Fact]
    public async Task What_is_not_the_enterprises_or_is_over_is_not_joined()
    {
        var declaration = (await (await ApiSystem.OfAsync(portal)).SubmitNewAsync()).Number;
        var number = await portal.HasConsignmentAsync();
        var (owner, tea, page) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("tea"), $"/enterprise/consignments/{number}");
        var foreign = await portal.HasConsignmentAsync(owner: "91431299MA0000023D");

        await (await owner.SubmitAsync(page, new() { ["Declaration"] = "" }, $"{page}/declarations")).RefusedWithAsync("请填写预申报单号");
        await (await owner.SubmitAsync(page, new() { ["Declaration"] = "HH-20200101-000001" }, $"{page}/declarations")).RefusedWithAsync("贵企业没有这个单号的预申报");
        var typed = await (await owner.SubmitAsync(page, new() { ["Declaration"] = "不是单号" }, $"{page}/declarations")).RefusedWithAsync("贵企业没有这个单号的预申报");
        Assert.Equal("不是单号", typed.Value("Declaration"));
        // another enterprise's declaration, and another enterprise's consignment
        await (await tea.SubmitAsync($"/enterprise/consignments/{foreign}", new() { ["Declaration"] = $"{declaration}" }, $"/enterprise/consignments/{foreign}/declarations")).RefusedWithAsync("贵企业没有这个单号的预申报");
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync("/enterprise/consignments/new", $"{page}/declarations", new() { ["Declaration"] = $"{declaration}" })).StatusCode);
        Assert.Equal(page, (await owner.SubmitAsync(page, new() { ["Declaration"] = $"{declaration}" }, $"{page}/declarations")).LedTo());
        Assert.Equal(HttpStatusCode.NotFound, (await tea.ForgeAsync("/enterprise/consignments/new", $"{page}/declarations/{declaration}/part", [])).StatusCode);
        await owner.SubmitAsync(page, new() { ["Reason"] = "不再发运" }, page, button: "Step=Cancel");
        await (await owner.ForgeAsync("/enterprise/consignments/new", $"{page}/declarations/{declaration}/part", [])).RefusedWithAsync("没有这份在办的货运单");
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.ConsignmentDeclarations.CountAsync(d => d.Consignment!.Number == number, Cancellation)));

        var booking = await owner.BookAsync(await portal.HasDepartureAsync(capacity: 4), BookingScenes.Form());
        await owner.SubmitAsync(booking, [], booking, button: "Step=Cancel");
        Assert.Null((await owner.OpenAsync(booking)).QuerySelector("[data-join]"));
        await (await owner.ForgeAsync("/enterprise/consignments/new", $"{booking}/declarations", new() { ["Declaration"] = $"{declaration}" })).RefusedWithAsync("这份订舱已经结束");
    }

    [Fact]
    public async Task Two_joins_at_once_leave_one_of_each()
    {
        var declaration = (await (await ApiSystem.OfAsync(portal)).SubmitNewAsync()).Number;
        var number = await portal.HasConsignmentAsync();
        var (owner, page) = (await portal.VisitAsAsync("luggage"), $"/enterprise/consignments/{number}");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => owner.ForgeAsync("/enterprise/consignments/new", $"{page}/declarations", new() { ["Declaration"] = $"{declaration}" })));

        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.ConsignmentDeclarations.CountAsync(d => d.Consignment!.Number == number, Cancellation)));
        Assert.Equal(1, await portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.SubjectKey == number && l.Act == ConsignmentActs.DeclarationJoined, Cancellation)));
    }
}

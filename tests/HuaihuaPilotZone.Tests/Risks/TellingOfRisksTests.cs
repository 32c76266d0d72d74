using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Risks;

/// <summary>Mission row 10: a notice for HS 4202 and a country tells exactly the enterprises with an open draft or product in that scope.</summary>
public sealed class TellingOfRisksTests : IAsyncLifetime
{
    // no seeded document goes there
    private const string Country = "KEN";

    private Portal _portal = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _portal = Portal.Own(("Jobs:Parallel", "0"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Exactly_the_enterprises_with_a_product_or_an_open_draft_in_the_scope_are_told_and_each_once()
    {
        var (luggage, tea) = (await _portal.EnterpriseAsync("luggage"), await _portal.EnterpriseAsync("tea"));
        var others = await _portal.OthersAsync(5, luggage, tea);
        await _portal.WithDatabaseAsync(db =>
        {
            db.BookProducts.AddRange(
                RiskScenes.Product(tea, "R-IN", "4202121000", Country), RiskScenes.Product(tea, "R-IN-2", "4202221000", Country),
                RiskScenes.Product(others[0], "R-MARKET", "4202121000"),
                RiskScenes.Product(others[1], "R-ELSEWHERE", "4202121000", "VNM"),
                RiskScenes.Product(others[2], "R-SHOES", "6403190000", Country),
                RiskScenes.Product(others[3], "R-GONE", "4202121000", Country, isArchived: true),
                RiskScenes.Product(others[4], "R-NO-MARKET", "4202121000"));
            db.Add(Declared(db, others[0], 1, DeclarationState.Submitted));
            db.Add(Declared(db, others[4], 2, DeclarationState.Withdrawn));
            return db.SaveChangesAsync(Cancellation);
        });
        var filer = await _portal.VisitAsAsync("filer");
        var draft = await Filing.OpenAsync(filer);
        await Filing.SaveAsync(filer, draft, Filing.Valid());
        var editor = await _portal.VisitAsAsync("editor");
        var form = RiskScenes.Form("肯尼亚箱包查验", Country, "42.02");
        var page = await editor.WriteAsync(form);
        await _portal.RunJobsAsync();
        Assert.Empty(await _portal.ToldAsync(page));

        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        await _portal.RunJobsAsync();

        // the draft of the luggage maker still goes to the USA
        Assert.Equal(new[] { tea, others[0] }.Order(), await _portal.ToldAsync(page));
        Assert.Equal(1, await NoticesAsync("tea"));
        Assert.Equal(0, await NoticesAsync("luggage"));
        var inbox = await (await _portal.VisitAsAsync("tea")).OpenAsync("/inbox");
        Assert.Single(inbox.QuerySelectorAll("main [data-notice] b"), a => a.TextContent.Contains("风险提示（警示）：肯尼亚箱包查验", StringComparison.Ordinal));

        var fields = Filing.Valid();
        (fields["Country"], fields["Goods[0].Country"]) = (Country, Country);
        await Filing.SaveAsync(filer, draft, fields);
        (await editor.SubmitAsync(page, new() { ["Title"] = "肯尼亚箱包查验延长" }, page)).LedTo();
        await _portal.RunJobsAsync();
        Assert.Equal(new[] { tea, others[0] }.Order(), await _portal.ToldAsync(page));
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        await _portal.RunJobsAsync();

        Assert.Equal(new[] { luggage, tea, others[0] }.Order(), await _portal.ToldAsync(page));
        Assert.Equal((1, 1, 0), (await NoticesAsync("tea"), await NoticesAsync("luggage"), await NoticesAsync("filer")));
        var desk = await editor.OpenAsync(page);
        Assert.Equal(3, desk.QuerySelectorAll("[data-told-enterprise]").Length);
        Assert.Contains("预申报草稿", desk.QuerySelector($"[data-told-enterprise='{luggage}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("商品库", desk.QuerySelector($"[data-told-enterprise='{tea}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("商品库", await (await editor.GetAsync($"{page}/told.csv")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_corridor_is_named_only_who_has_booked_on_it_is_told()
    {
        var (luggage, tea) = (await _portal.EnterpriseAsync("luggage"), await _portal.EnterpriseAsync("tea"));
        await _portal.InScopeAsync(s => s.GetRequiredService<DepartureMaker>().MakeAsync(Cancellation));
        var corridor = await _portal.WithDatabaseAsync(async db =>
        {
            var departure = await db.Departures.Include(d => d.Service).Where(d => d.Status == DepartureStatus.Planned && d.Service!.CorridorId != null).OrderBy(d => d.Id).FirstAsync(Cancellation);
            var stops = await db.Set<DepartureStop>().Where(s => s.DepartureId == departure.Id).OrderBy(s => s.Position).Select(s => s.NodeId).ToListAsync(Cancellation);
            foreach (var booking in await db.Bookings.ToListAsync(Cancellation)) booking.State = BookingState.Cancelled;
            db.Bookings.Add(new Booking
            {
                Number = "DC-20990101-0001",
                EnterpriseId = tea,
                DepartureId = departure.Id,
                FromId = stops[0],
                ToId = stops[^1],
                Slots = 1,
                Goods = "测试货物",
                GrossKilograms = 1000,
                State = BookingState.Requested,
                CreatedAt = departure.LeavesAt.AddDays(-10),
                CreatedBy = "测试",
                MovedAt = departure.LeavesAt.AddDays(-10),
            });
            db.BookProducts.AddRange(RiskScenes.Product(tea, "R-BOOKED", "9503001000", Country), RiskScenes.Product(luggage, "R-NOT-BOOKED", "9503001000", Country));
            await db.SaveChangesAsync(Cancellation);
            return departure.Service!.CorridorId!.Value;
        });
        var editor = await _portal.VisitAsAsync("editor");
        var form = RiskScenes.Form("通道上的玩具", null, "9503");
        form["CorridorIds"] = corridor.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (page, _) = await _portal.PublishAsync(editor, form);
        await _portal.RunJobsAsync();

        Assert.Equal([tea], await _portal.ToldAsync(page));
    }

    [Fact]
    public async Task Two_runs_at_once_tell_nobody_twice_and_a_withdrawn_notice_tells_nobody_any_more()
    {
        var tea = await _portal.EnterpriseAsync("tea");
        await _portal.WithDatabaseAsync(db =>
        {
            db.BookProducts.Add(RiskScenes.Product(tea, "R-TWICE", "9504500000", Country));
            return db.SaveChangesAsync(Cancellation);
        });
        var editor = await _portal.VisitAsAsync("editor");
        var (page, _) = await _portal.PublishAsync(editor, RiskScenes.Form("同时通知", Country, "9504"));
        (await editor.SubmitAsync(page, new() { ["Title"] = "同时通知之二" }, page)).LedTo();
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        var runner = _portal.Services.GetRequiredService<JobRunner>();

        await Task.WhenAll(runner.RunNextAsync(Cancellation), runner.RunNextAsync(Cancellation));
        await _portal.RunJobsAsync();

        Assert.Equal([tea], await _portal.ToldAsync(page));
        Assert.Equal(1, await NoticesAsync("tea"));

        var (other, _) = await _portal.PublishAsync(editor, RiskScenes.Form("马上撤回", Country, "9504"));
        (await editor.SubmitAsync($"{other}/withdraw", new() { ["Reason"] = "写错了" }, $"{other}/withdraw")).LedTo();
        await _portal.RunJobsAsync();

        Assert.Empty(await _portal.ToldAsync(other));
        Assert.Equal(1, await NoticesAsync("tea"));
    }

    private static Declaration Declared(HuaihuaPilotZone.Data.PortalDbContext db, int enterpriseId, int sequence, DeclarationState state)
    {
        var at = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var declaration = new Declaration { Number = new DeclarationNumber(new DateOnly(2026, 11, 1), 800_000 + sequence), EnterpriseId = enterpriseId, Kind = DocumentKind.List, CreatedAt = at, CreatedBy = "测试" };
        var entry = db.Add(declaration);
        entry.Property(d => d.Country).CurrentValue = Country;
        entry.Property(d => d.State).CurrentValue = state;
        entry.Property(d => d.UpdatedAt).CurrentValue = at;
        return declaration;
    }

    private Task<int> NoticesAsync(string user) => _portal.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == MessageKind.RiskPublished && n.User!.UserName == user, Cancellation));
}

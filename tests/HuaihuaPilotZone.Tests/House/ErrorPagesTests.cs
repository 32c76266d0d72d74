using System.Data.Common;
using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.House;

public sealed class ErrorPagesTests(Portal portal)
{
    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/nothing/here.html")]
    [InlineData("/news/unknown-item")]
    [InlineData("/policies/hhpz-1999-00001")]
    public async Task A_missing_page_is_missing_for_strangers_too_and_looks_like_the_rest(string address)
    {
        var answer = await portal.Visit().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Equal("没有找到这个页面", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("header nav a[href='/policies']"));
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task A_closed_page_says_what_to_do()
    {
        var answer = await (await portal.VisitAsAsync("filer")).GetAsync("/park/news");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("您还不能查看这个页面", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_fault_has_its_page_also_when_the_database_is_the_fault()
    {
        var database = new Switch();
        await using var broken = portal.WithWebHostBuilder(b => b.UseSetting("PublicPages:LookSeconds", "3600").ConfigureTestServices(services => services
            .ConfigureDbContext<SqlitePortalDbContext>(o => o.AddInterceptors(database))
            .ConfigureDbContext<SqlServerPortalDbContext>(o => o.AddInterceptors(database))));
        var signedIn = new Visitor(broken.CreateClient(new() { AllowAutoRedirect = false }));
        await signedIn.SubmitAsync("/account/login", new() { ["Name"] = "reviewer", ["Password"] = DemonstrationAccounts.Password });
        var stranger = new Visitor(broken.CreateClient(new() { AllowAutoRedirect = false }));

        database.IsBroken = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stranger.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/health/live")).StatusCode);
        foreach (var visitor in new[] { signedIn, stranger })
        {
            var answer = await visitor.GetAsync("/news");
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var page = await Visitor.ReadAsync(answer);
            Assert.Equal("页面暂时打不开", page.QuerySelector("h1")!.TextContent);
            Assert.NotNull(page.QuerySelector("footer"));
            Assert.DoesNotContain("The database cannot be reached", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>Lets no connection through while it is off.</summary>
    private sealed class Switch : DbConnectionInterceptor
    {
        public bool IsBroken { get; set; }

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            IsBroken ? throw new InvalidOperationException("The database cannot be reached.") : result;

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(ConnectionOpening(connection, eventData, result));
    }
}

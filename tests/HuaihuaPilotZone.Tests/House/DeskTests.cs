using System.Net;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>Each desk is locked as a whole, each act of the park has its own lock besides, and every handle is tried as everybody.</summary>
public sealed class DeskTests(Portal portal)
{
    /// <summary>Somebody without a sign-in.</summary>
    private const string Nobody = "nobody";

    /// <summary>A page for everybody who has signed in, whatever they may do besides.</summary>
    private const string SignInOnly = "roles ";

    /// <summary>One account for each role, and nobody.</summary>
    private static readonly string[] _everybody = ["admin", "editor", "reviewer", "auditor", "luggage", "filer", Nobody];

    /// <summary>Who may pass each lock, written down a second time: a policy that lets others in has to be changed here as well.</summary>
    private static readonly Dictionary<string, string[]> _mayPass = new(StringComparer.Ordinal)
    {
        [Policies.ParkDesk] = ["admin", "editor", "reviewer", "auditor"],
        [Policies.EnterpriseDesk] = ["luggage", "filer"],
        [Policies.AdministerEnterprise] = ["luggage"],
        [Policies.ManagePeople] = ["admin"],
        [Policies.KeepRoster] = ["admin"],
        [Policies.ReadRoster] = ["admin", "editor", "reviewer", "auditor"],
        [Policies.KeepTables] = ["admin", "reviewer"],
        [Policies.KeepNetwork] = ["admin"],
        [Policies.StateAreas] = ["admin"],
        [Policies.ReviewDeclarations] = ["admin", "reviewer"],
        [Policies.EditContent] = ["admin", "editor"],
        [Policies.AnswerLetters] = ["admin", "reviewer"],
        [Policies.KeepFigures] = ["admin", "editor"],
        [Policies.ReviewContent] = ["admin", "editor", "reviewer"],
        [Policies.RunPortal] = ["admin"],
        [Policies.WatchJobs] = ["admin", "editor", "reviewer", "auditor"],
        // programs with a key only; no person, whatever they may do at a desk
        [Policies.ApiRead] = [],
        [Policies.ApiWrite] = [],
        [Policies.ApiSubmit] = [],
        [Policies.ApiReport] = [],
        [SignInOnly] = ["admin", "editor", "reviewer", "auditor", "luggage", "filer"],
    };

    [Fact]
    public void Every_page_of_a_desk_is_behind_the_desks_lock()
    {
        var pages = Pages().Where(p => p.Desk is not null).ToList();

        Assert.Equal([Policies.EnterpriseDesk, Policies.ParkDesk], pages.Select(p => p.Desk!).Distinct().Order(StringComparer.Ordinal));
        Rule.HoldsEverywhere(pages.Where(p => !p.Locks.Contains(p.Desk!) || p.IsOpen).Select(p => p.ToString()));
    }

    [Fact]
    public void Every_act_in_the_park_desk_has_a_lock_of_its_own()
    {
        var acts = Pages().Where(p => p is { Desk: Policies.ParkDesk, Changes: true }).ToList();

        Assert.NotEmpty(acts);
        Rule.HoldsEverywhere(acts.Where(p => p.Locks.All(l => l == Policies.ParkDesk)).Select(p => p.ToString()));
    }

    [Fact]
    public void Every_lock_is_a_policy_that_says_who_may_pass() =>
        Rule.HoldsEverywhere(Pages().SelectMany(p => p.Locks).Where(l => !_mayPass.ContainsKey(l)).Select(l => $"{l}: write here who may pass it"));

    [Fact]
    public void What_asks_for_a_sign_in_is_nowhere_open_besides() =>
        Rule.HoldsEverywhere(Pages().Where(p => p is { IsOpen: true, Locks.Count: > 0 }).Select(p => p.ToString()));

    [Fact]
    public void What_stands_open_is_a_public_page_an_asset_or_a_health_check()
    {
        var open = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).ToList();

        Assert.NotEmpty(open);
        Rule.HoldsEverywhere(open.Where(e => !IsPublicPage(e) && !IsAsset(e) && e.RoutePattern.RawText is not ("/health/live" or "/health/ready" or "/openapi/{documentName}.json" or "{*path}")).Select(e => e.DisplayName!));
    }

    [Fact]
    public async Task Nobody_reads_what_is_not_open_to_them()
    {
        var places = new Places(portal);
        var offences = new List<string>();
        foreach (var page in Pages().Where(p => !p.IsOpen && p.Reads))
        {
            var addresses = await places.OfAsync(page);
            foreach (var person in _everybody)
            {
                var visitor = await VisitAsync(portal, person);
                // one address is enough to see that a door is closed; behind an open one, every record has to be shown
                foreach (var address in MayOpen(person, page) ? addresses : addresses.Take(1))
                {
                    using var answer = await visitor.GetAsync(address);
                    if (Offence(answer, MayOpen(person, page), person, page) is { } offence) offences.Add($"{person} reads {address}: {offence}");
                }
            }
        }

        Rule.HoldsEverywhere(offences);
    }

    [Fact]
    public async Task Nobody_changes_what_is_not_theirs_to_change()
    {
        var places = new Places(portal);
        var offences = new List<string>();
        var tried = 0;
        foreach (var page in Pages().Where(p => !p.IsOpen && p.Changes))
        {
            var address = (await places.OfAsync(page))[0];
            foreach (var person in _everybody.Where(p => !MayOpen(p, page)))
            {
                var visitor = await VisitAsync(portal, person);
                using var answer = page.TakesPosts
                    ? await visitor.ForgeAsync(HomeOf(person), address, [])
                    : await visitor.Client.SendAsync(new HttpRequestMessage(new HttpMethod(page.ChangingMethod), new Uri(address, UriKind.Relative)), TestContext.Current.CancellationToken);
                tried++;
                if (Offence(answer, mayOpen: false, person, page) is { } offence) offences.Add($"{person} posts to {address}: {offence}");
            }
        }

        Assert.True(tried > 20, $"Only {tried} forms were tried.");
        Rule.HoldsEverywhere(offences);
    }

    [Fact]
    public async Task A_public_page_opens_for_everybody()
    {
        var places = new Places(portal);
        var offences = new List<string>();
        foreach (var page in Pages().Where(p => p is { IsOpen: true, Reads: true, IsErrorPage: false }))
        {
            foreach (var person in new[] { Nobody, "admin", "filer" })
            {
                var visitor = await VisitAsync(portal, person);
                foreach (var address in await places.OfAsync(page))
                {
                    using var answer = await visitor.GetAsync(address);
                    if (answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError)
                        offences.Add($"{person} reads {address}: {(int)answer.StatusCode}");
                }
            }
        }

        Rule.HoldsEverywhere(offences);
    }

    [Fact]
    public async Task An_empty_form_is_answered_and_never_breaks_a_page()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        var places = new Places(own);
        var offences = new List<string>();
        var tried = 0;
        foreach (var page in Pages().Where(p => p.Changes))
        {
            foreach (var person in _everybody.Where(p => page.IsOpen ? p == Nobody : MayOpen(p, page)))
            {
                var visitor = await VisitAsync(own, person);
                // an empty answer to "which roles?" means none, and ends the sessions this test goes on with, as signing out does
                foreach (var address in (await places.OfAsync(page)).Where(a => !a.StartsWith("/park/people/", StringComparison.Ordinal) && a != "/account/logout" && !a.StartsWith("/account/sessions/", StringComparison.Ordinal)))
                {
                    using var answer = await visitor.ForgeAsync(HomeOf(person), address, []);
                    tried++;
                    if (answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.Forbidden) offences.Add($"{person} posts nothing to {address}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(tried > 10, $"Only {tried} forms were tried.");
        Rule.HoldsEverywhere(offences);
    }

    private static bool MayOpen(string person, DeskPage page) =>
        person != Nobody && page.Locks.All(l => _mayPass.TryGetValue(l, out var people) && people.Contains(person));

    private static string? Offence(HttpResponseMessage answer, bool mayOpen, string person, DeskPage page)
    {
        var isSentToSignIn = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.ToString().Contains("/account/login", StringComparison.Ordinal) == true;
        var isFine = mayOpen ? !isSentToSignIn && answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError)
            : page.IsForPrograms ? answer.StatusCode == HttpStatusCode.Unauthorized
            // a form that was sent keeps what was typed in the answer
            : person == Nobody ? isSentToSignIn || (answer.RequestMessage!.Method == HttpMethod.Post && answer.StatusCode == HttpStatusCode.Unauthorized)
            : answer.StatusCode == HttpStatusCode.Forbidden;
        return isFine ? null : $"{(int)answer.StatusCode} {answer.Headers.Location}";
    }

    private static string HomeOf(string person) => person switch
    {
        Nobody => "/account/login",
        "luggage" or "filer" => "/enterprise",
        _ => "/park",
    };

    private static async Task<Visitor> VisitAsync(Portal portal, string person) => person == Nobody ? portal.Visit() : await portal.VisitAsAsync(person);

    private static bool IsPublicPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Namespace?.StartsWith("HuaihuaPilotZone.Web.Public.", StringComparison.Ordinal) == true;

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");

    private IEnumerable<RouteEndpoint> Endpoints() => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IEnumerable<DeskPage> Pages() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null).Select(e => new DeskPage(e));
}

using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>Somebody who tries every door: a sign-in, a key, or nothing.</summary>
/// <param name="Groups">Words of the table that stand for this one.</param>
/// <param name="Enterprise">For whom they act; null for the park and strangers.</param>
internal sealed record DoorPerson(string Name, IReadOnlyList<string> Groups, int UserId, int? Enterprise, HttpClient Client)
{
    public bool IsProgram { get; init; }

    /// <summary>Whether the portal knows who it is: otherwise the answer is the way to the sign-in.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>A token for forms, valid with this one's cookies.</summary>
    public string Token { get; init; } = "";

    public bool Is(string who) => Groups.Contains(who) || (who.Contains('+', StringComparison.Ordinal) && who.Split('+').Any(Groups.Contains));

    public override string ToString() => Name;
}

/// <summary>Everybody who tries the doors of one portal.</summary>
internal static class DoorPeople
{
    public const string Luggage = "91431299MA0000015J";
    public const string Tea = "91431299MA0000023D";

    private static readonly (string Name, string Page, string[] Groups)[] _people =
    [
        ("admin", "/park", ["signed-in", "park", "admin"]),
        ("editor", "/park", ["signed-in", "park", "editor"]),
        ("reviewer", "/park", ["signed-in", "park", "reviewer"]),
        ("auditor", "/park", ["signed-in", "park", "auditor"]),
        ("luggage", "/enterprise", ["signed-in", "firm", "firm-admin"]),
        ("filer", "/enterprise", ["signed-in", "firm"]),
        // chose the first enterprise at the sign-in, and serves the other one as well
        ("of-both", "/enterprise", ["signed-in", "firm", "firm-admin"]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<DoorPerson>> ComeAsync(Portal portal)
    {
        var (luggage, tea) = (await EnterpriseAsync(portal, Luggage), await EnterpriseAsync(portal, Tea));
        await JoinAsync(portal, "of-both", luggage, tea);
        await JoinAsync(portal, "disabled", luggage);
        List<DoorPerson> people = [];
        foreach (var (name, page, groups) in _people)
        {
            var visitor = await portal.VisitAsAsync(name);
            if (name == "of-both") Assert.Equal(HttpStatusCode.Redirect, (await visitor.ForgeAsync("/enterprise/switch", "/enterprise/switch", new() { ["enterpriseId"] = $"{luggage}" })).StatusCode);
            people.Add(new DoorPerson(name, groups, await UserAsync(portal, name), page == "/enterprise" ? luggage : null, visitor.Client) { Token = await TokenAsync(visitor, page) });
        }
        var nobody = portal.Visit();
        people.Add(new DoorPerson("nobody", [], 0, null, nobody.Client) { IsKnown = false, Token = await TokenAsync(nobody, "/account/login") });
        people.Add(await DisabledAsync(portal));
        foreach (var (name, scope) in new[] { ("key:read", ApiScopes.ReadDeclarations), ("key:write", ApiScopes.WriteDeclarations), ("key:submit", ApiScopes.SubmitDeclarations), ("key:report", ApiScopes.ReportEvents) })
            people.Add(await ProgramAsync(portal, name, scope, luggage));
        return people;
    }

    public static Task<int> EnterpriseAsync(Portal portal, string creditCode) =>
        portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.CreditCode == creditCode).Select(e => e.Id).SingleAsync(Cancellation));

    /// <summary>A person who administers these enterprises.</summary>
    public static Task<int> JoinAsync(Portal portal, string name, params int[] enterprises) => portal.InScopeAsync(async services =>
    {
        var person = new PortalUser { UserName = name, Email = $"{name}@example.invalid", DisplayName = name, CreatedAt = portal.Clock.GetUtcNow().UtcDateTime, LockoutEnabled = true };
        Assert.True((await services.GetRequiredService<UserManager<PortalUser>>().CreateAsync(person, DemonstrationAccounts.Password)).Succeeded);
        var db = services.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>();
        db.Memberships.AddRange(enterprises.Select(e => new Membership { UserId = person.Id, EnterpriseId = e, Role = MembershipRole.EnterpriseAdministrator, Since = person.CreatedAt }));
        await db.SaveChangesAsync(Cancellation);
        return person.Id;
    });

    /// <summary>Signed in first, disabled then: the cookie is still there.</summary>
    private static async Task<DoorPerson> DisabledAsync(Portal portal)
    {
        var visitor = await portal.VisitAsAsync("disabled");
        var id = await UserAsync(portal, "disabled");
        Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<PeopleService>().DisableAsync(id, "试验", Cancellation))).IsDone);
        return new DoorPerson("disabled", [], id, null, visitor.Client) { IsKnown = false, Token = await TokenAsync(visitor, "/account/login") };
    }

    private static async Task<DoorPerson> ProgramAsync(Portal portal, string name, ApiScopes scope, int enterprise)
    {
        var key = (await portal.InScopeAsync(s => s.GetRequiredService<ApiKeyService>().IssueAsync(enterprise, name, scope, null, Cancellation))).Value.Token;
        var visitor = portal.Visit();
        var token = await TokenAsync(visitor, "/account/login");
        visitor.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new DoorPerson(name, [name], await UserAsync(portal, "luggage"), enterprise, visitor.Client) { IsProgram = true, IsKnown = false, Token = token };
    }

    private static Task<int> UserAsync(Portal portal, string name) => portal.WithDatabaseAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync(Cancellation));

    private static async Task<string> TokenAsync(Visitor visitor, string page) =>
        ((await visitor.OpenAsync(page)).QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)!.Value;
}

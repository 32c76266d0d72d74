using System.Net;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Api;

/// <summary>An enterprise's administrator gives its own systems keys and takes them back.</summary>
public sealed class HoldingAKeyTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_hash_only()
    {
        var visitor = await portal.VisitAsAsync("luggage");
        var answer = await visitor.SubmitAsync("/enterprise/api-keys", new() { ["Name"] = "ERP 一次显示", ["Scopes"] = nameof(ApiScopes.ReadDeclarations) }, "/enterprise/api-keys");

        var token = (await visitor.OpenAsync(answer.LedTo())).QuerySelector("#new-key")!.TextContent;

        Assert.Equal(200, (await new ApiSystem(portal, token).GetAsync("/api/v1/declarations")).Status);
        var again = await visitor.OpenAsync("/enterprise/api-keys");
        Assert.Null(again.QuerySelector("#new-key"));
        Assert.DoesNotContain(token, again.Body!.TextContent, StringComparison.Ordinal);
        var stored = await portal.WithDatabaseAsync(db => db.ApiKeys.AsNoTracking().SingleAsync(k => k.Name == "ERP 一次显示", Cancellation));
        Assert.DoesNotContain(token[ApiKey.PrefixLength..], string.Join(' ', stored.Hash, stored.Prefix, stored.Name), StringComparison.Ordinal);
        Assert.NotNull(stored.LastUsedOn);
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Subject == "api-key" && l.SubjectKey == stored.Name && l.Act == "api-key.issued", Cancellation)));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_then_on()
    {
        var key = await ApiSystem.KeyAsync(portal);
        var system = new ApiSystem(portal, key);
        Assert.Equal(200, (await system.GetAsync("/api/v1/declarations")).Status);
        var id = await portal.WithDatabaseAsync(db => db.ApiKeys.Where(k => k.Prefix == key.Substring(0, ApiKey.PrefixLength)).Select(k => k.Id).SingleAsync(Cancellation));
        var visitor = await portal.VisitAsAsync("luggage");

        await visitor.ForgeAsync("/enterprise/api-keys", $"/enterprise/api-keys/{id}/revoke", []);

        var refused = await system.GetAsync("/api/v1/declarations");
        Assert.Equal((401, "key-missing"), (refused.Status, refused.Code));
        Assert.True(await portal.WithDatabaseAsync(db => db.Journal.AnyAsync(l => l.Subject == "api-key" && l.Act == "api-key.revoked", Cancellation)));
    }

    [Fact]
    public async Task A_key_of_another_enterprise_cannot_be_revoked()
    {
        var key = await ApiSystem.KeyAsync(portal);
        var id = await portal.WithDatabaseAsync(db => db.ApiKeys.Where(k => k.Prefix == key.Substring(0, ApiKey.PrefixLength)).Select(k => k.Id).SingleAsync(Cancellation));
        var tea = await ApiSystem.EnterpriseAsync(portal, "tea");

        var outcome = await portal.InScopeAsync(s => s.GetRequiredService<ApiKeyService>().RevokeAsync(tea, id, Cancellation));

        Assert.False(outcome.IsDone);
        Assert.Equal(200, (await new ApiSystem(portal, key).GetAsync("/api/v1/declarations")).Status);
    }

    [Fact]
    public async Task A_key_works_until_the_end_of_its_last_day()
    {
        await using var own = Portal.Own();
        var enterprise = await ApiSystem.EnterpriseAsync(own, "luggage");
        var issued = await own.InScopeAsync(s => s.GetRequiredService<ApiKeyService>().IssueAsync(enterprise, "短期", ApiScopes.All, new DateOnly(2026, 11, 22), Cancellation));
        var system = new ApiSystem(own, issued.Value.Token);

        Assert.Equal(200, (await system.GetAsync("/api/v1/declarations")).Status);
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(401, (await system.GetAsync("/api/v1/declarations")).Status);
    }

    [Theory]
    [InlineData(ApiScopes.ReadDeclarations, 200, 403, 403)]
    [InlineData(ApiScopes.WriteDeclarations, 403, 201, 403)]
    [InlineData(ApiScopes.SubmitDeclarations, 403, 403, 428)]
    public async Task A_key_does_what_its_scopes_say_and_nothing_else(ApiScopes scope, int read, int write, int submit)
    {
        var system = await ApiSystem.OfAsync(portal, scopes: scope);
        var draft = await (await ApiSystem.OfAsync(portal)).CreateAsync();

        Assert.Equal(read, (await system.GetAsync($"/api/v1/declarations/{draft.Number}")).Status);
        Assert.Equal(write, (await system.CreateAsync()).Status);
        Assert.Equal(submit, (await system.SendAsync(HttpMethod.Post, $"/api/v1/declarations/{draft.Number}/submit")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hhk_")]
    [InlineData("hhk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Without_a_key_there_is_a_problem_in_two_languages_and_no_sign_in_page(string? key)
    {
        var refused = await new ApiSystem(portal, key).GetAsync("/api/v1/declarations");

        Assert.Equal(401, refused.Status);
        Assert.Equal("application/problem+json", refused.Raw.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(refused.Body.GetProperty("title").GetString()!);
        Assert.NotEmpty(refused.Body.GetProperty("title_en").GetString()!);
    }

    [Fact]
    public async Task A_browser_that_is_signed_in_is_nobody_here()
    {
        var visitor = await portal.VisitAsAsync("luggage");

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/v1/declarations")).StatusCode);
    }

    [Fact]
    public async Task Who_is_no_administrator_of_the_enterprise_has_no_such_page()
    {
        var visitor = await portal.VisitAsAsync("filer");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/enterprise/api-keys")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.ForgeAsync("/enterprise", "/enterprise/api-keys", new() { ["Name"] = "x", ["Scopes"] = nameof(ApiScopes.ReadDeclarations) })).StatusCode);
    }

    [Fact]
    public async Task Each_key_may_call_so_often_and_no_more()
    {
        await using var own = Portal.Own(("RateLimits:Api", "2"));
        var system = await ApiSystem.OfAsync(own);
        await system.GetAsync("/api/v1/declarations");
        await system.GetAsync("/api/v1/declarations");

        var third = await system.GetAsync("/api/v1/declarations");

        Assert.Equal((429, "too-many-requests"), (third.Status, third.Code));
        Assert.Equal(200, (await (await ApiSystem.OfAsync(own)).GetAsync("/api/v1/declarations")).Status);
    }
}

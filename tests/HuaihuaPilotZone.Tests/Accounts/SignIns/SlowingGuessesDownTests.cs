using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Accounts.SignIns;

/// <summary>A portal that believes what a proxy says of addresses, so that visitors come from several.</summary>
public sealed class ManyAddresses : IAsyncDisposable
{
    public Portal Portal { get; } = Portal.Own(("Proxies:Known", "10.0.0.5"), ("SignIn:AddressFailures", "12"), ("SignIn:NameFailures", "8"));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

public sealed class SlowingGuessesDownTests(ManyAddresses fixture) : IClassFixture<ManyAddresses>
{
    private const string Wrong = "登录名或密码不对。";

    private static int _addresses;

    private readonly Portal _portal = fixture.Portal;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_five_wrong_passwords_from_an_address_even_the_right_one_has_to_wait_there()
    {
        var person = await _portal.HasPersonAsync();
        var guesser = From(NewAddress());
        await GuessAsync(guesser, person, 5);

        await (await guesser.GivePasswordAsync(person.UserName!)).RefusedWithAsync(Wrong);
        _portal.Later(TimeSpan.FromSeconds(31));
        Assert.Equal("/", (await guesser.GivePasswordAsync(person.UserName!)).LedTo());
    }

    [Fact]
    public async Task Each_further_failure_waits_twice_as_long()
    {
        var person = await _portal.HasPersonAsync();
        var guesser = From(NewAddress());
        await GuessAsync(guesser, person, 5);
        _portal.Later(TimeSpan.FromSeconds(31));
        await GuessAsync(guesser, person, 1);

        _portal.Later(TimeSpan.FromSeconds(31));
        await (await guesser.GivePasswordAsync(person.UserName!)).RefusedWithAsync(Wrong);
        _portal.Later(TimeSpan.FromSeconds(31));
        Assert.Equal("/", (await guesser.GivePasswordAsync(person.UserName!)).LedTo());
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_count_as_many()
    {
        var person = await _portal.HasPersonAsync();
        var address = NewAddress();
        var guessers = Enumerable.Range(0, 8).Select(_ => From(address)).ToList();

        await Task.WhenAll(guessers.Select(g => g.GivePasswordAsync(person.UserName!, "not-this-one")));

        await (await From(address).GivePasswordAsync(person.UserName!)).RefusedWithAsync(Wrong);
        var most = await _portal.WithDatabaseAsync(db => db.AttemptCounts.MaxAsync(a => a.Failures, Cancellation));
        Assert.InRange(most, 5, 12);
    }

    [Fact]
    public async Task A_person_at_their_own_browser_gets_in_while_others_hammer_the_name_from_everywhere_and_from_their_own_address()
    {
        var person = await _portal.HasPersonAsync();
        var home = NewAddress();
        var owner = From(home);
        await owner.GivePasswordAsync(person.UserName!);
        for (var i = 0; i < 4; i++) await GuessAsync(From(NewAddress()), person, 3);
        await GuessAsync(From(home), person, 14);

        Assert.Equal("/", (await owner.GivePasswordAsync(person.UserName!)).LedTo());
        // also on the way, with another address
        Assert.Equal("/", (await From(NewAddress(), owner).GivePasswordAsync(person.UserName!)).LedTo());
    }

    [Fact]
    public async Task A_new_browser_at_a_known_address_gets_in_while_others_hammer_the_name_from_elsewhere()
    {
        var person = await _portal.HasPersonAsync();
        var home = NewAddress();
        await From(home).GivePasswordAsync(person.UserName!);
        for (var i = 0; i < 4; i++) await GuessAsync(From(NewAddress()), person, 3);

        await (await From(NewAddress()).GivePasswordAsync(person.UserName!)).RefusedWithAsync(Wrong);
        Assert.Equal("/", (await From(home).GivePasswordAsync(person.UserName!)).LedTo());
    }

    [Fact]
    public async Task An_address_that_tries_many_names_has_to_wait_for_each_of_them()
    {
        var person = await _portal.HasPersonAsync();
        var guesser = From(NewAddress());
        for (var i = 0; i < 12; i++) await guesser.GivePasswordAsync($"somebody{i}", "not-this-one");

        await (await guesser.GivePasswordAsync(person.UserName!)).RefusedWithAsync(Wrong);
        Assert.Equal("/", (await From(NewAddress()).GivePasswordAsync(person.UserName!)).LedTo());
    }

    [Fact]
    public async Task A_success_is_no_failure_so_that_a_whole_office_signs_in_from_one_address()
    {
        var office = NewAddress();

        for (var i = 0; i < 15; i++)
        {
            var person = await _portal.HasPersonAsync();
            Assert.Equal("/", (await From(office).GivePasswordAsync(person.UserName!)).LedTo());
        }
    }

    [Fact]
    public async Task A_name_that_does_not_exist_waits_like_one_that_does_and_is_answered_alike()
    {
        var person = await _portal.HasPersonAsync();
        var said = new List<string>();
        foreach (var name in new[] { person.UserName!, person.Email!, "nobody.at.all", "nobody@example.invalid" })
        {
            var guesser = From(NewAddress());
            for (var i = 0; i < 7; i++)
            {
                using var answer = await guesser.GivePasswordAsync(name, "not-this-one");
                said.Add(string.Join('|', (await Visitor.ReadAsync(answer)).QuerySelectorAll("[data-error-summary] li").Select(e => e.TextContent.Trim())));
            }
        }

        Assert.StartsWith(Wrong, Assert.Single(said.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_run_out_is_forgotten()
    {
        var person = await _portal.HasPersonAsync();
        await GuessAsync(From(NewAddress()), person, 2);
        _portal.Later(SignInThrottle.Remembered + TimeSpan.FromMinutes(1));

        await _portal.InScopeAsync(s => s.GetRequiredService<SignInSweeper>().SweepAsync(Cancellation));

        Assert.False(await _portal.WithDatabaseAsync(db => db.AttemptCounts.AnyAsync(Cancellation)));
    }

    private static string NewAddress() => $"198.51.{Interlocked.Increment(ref _addresses)}.7";

    /// <summary>Somebody at an address; in the browser of another visitor, with its cookies.</summary>
    private Visitor From(string address, Visitor? browser = null)
    {
        var visitor = browser ?? _portal.Visit();
        visitor.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }

    private static async Task GuessAsync(Visitor visitor, PortalUser person, int times)
    {
        for (var i = 0; i < times; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.GivePasswordAsync(person.UserName!, "not-this-one")).StatusCode);
    }
}

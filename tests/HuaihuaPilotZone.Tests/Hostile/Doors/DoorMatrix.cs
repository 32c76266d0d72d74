using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Webhooks;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>How often each answer has to have been right at least, so that nothing holds by having tried nothing.</summary>
internal sealed record LeastTries(int Open, int SignIn, int Closed, int Missing, int BadToken);

/// <summary>Tries doors of a portal of its own as everybody; what has to come of it follows from access.txt alone.</summary>
internal static class DoorMatrix
{
    private const int Side = 4;

    /// <summary>Stands in every record of the other enterprise; no answer to anybody else may hold it.</summary>
    private const string Canary = "别家机密";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="isTried">Which doors.</param>
    public static async Task TryAsync(Func<Door, bool> isTried, LeastTries least)
    {
        await using var portal = Portal.Own();
        var people = await DoorPeople.ComeAsync(portal);
        var places = await DoorAddresses.PlacesAsync(portal);
        var (tries, offences) = (new ConcurrentBag<Try>(), new ConcurrentBag<string>());
        var askers = AccessTable.Read().Where(isTried).SelectMany(d => people.Where(p => !p.IsProgram || d.IsForPrograms || p.Name == "key:read").Select(p => (Door: d, Person: p)));
        await Parallel.ForEachAsync(askers, new ParallelOptions { MaxDegreeOfParallelism = Side, CancellationToken = Cancellation }, async (a, _) =>
        {
            try
            {
                foreach (var made in await TriesAsync(portal, a.Door, a.Person, places)) tries.Add(made);
            }
            catch (InvalidOperationException fault)
            {
                offences.Add(fault.Message);
            }
        });
        // whoever has to be kept out comes first, then whoever reads, and who acts last and one by one
        foreach (var round in tries.GroupBy(t => t.Round).OrderBy(g => g.Key))
            await Parallel.ForEachAsync(round, new ParallelOptions { MaxDegreeOfParallelism = round.Key == 2 ? 1 : Side, CancellationToken = Cancellation }, async (t, _) => await TryAsync(portal, t, offences));

        Rule.HoldsEverywhere(offences);
        HaveAllBeenTried(tries, least);
    }

    /// <summary>Opens doors that only read, as one of those whom they let in, with a record of their own.</summary>
    /// <returns>How many were opened.</returns>
    public static async Task<int> ReadAsync(Portal portal, Func<Door, bool> isRead)
    {
        var people = await DoorPeople.ComeAsync(portal);
        var places = await DoorAddresses.PlacesAsync(portal);
        var offences = new ConcurrentBag<string>();
        var opened = 0;
        foreach (var door in AccessTable.Read().Where(d => !d.Changes && isRead(d)))
        {
            if (people.FirstOrDefault(p => door.Lets(p) && p.IsProgram == door.IsForPrograms) is not { } person) continue;
            foreach (var made in (await TriesAsync(portal, door, person, places)).Where(t => t.Expected == Expected.Open))
            {
                await TryAsync(portal, made, offences);
                opened++;
            }
        }

        Rule.HoldsEverywhere(offences);
        return opened;
    }

    /// <summary>Nothing of the above holds by having tried nothing.</summary>
    private static void HaveAllBeenTried(IReadOnlyCollection<Try> tries, LeastTries least)
    {
        int Of(Expected expected) => tries.Count(t => t.Expected == expected);
        TestContext.Current.SendDiagnosticMessage($"{tries.Count} tries: {string.Join(", ", Enum.GetValues<Expected>().Select(e => $"{e} {Of(e)}"))}");
        Assert.True(Of(Expected.Open) >= least.Open, $"{Of(Expected.Open)} doors opened.");
        Assert.True(Of(Expected.SignIn) >= least.SignIn, $"{Of(Expected.SignIn)} strangers were sent to the sign-in.");
        Assert.True(Of(Expected.Closed) >= least.Closed, $"{Of(Expected.Closed)} were told that it is not theirs.");
        Assert.True(Of(Expected.Missing) >= least.Missing, $"{Of(Expected.Missing)} asked for the record of another.");
        Assert.True(Of(Expected.BadToken) >= least.BadToken, $"{Of(Expected.BadToken)} forms had no valid token.");
    }

    private static async Task<IEnumerable<Try>> TriesAsync(Portal portal, Door door, DoorPerson person, Dictionary<string, string> places)
    {
        var isIn = door.Lets(person);
        var own = await DoorAddresses.OfAsync(portal, door, new RecordOwner(person.Enterprise, person.UserId == 0 ? 1 : person.UserId, "自家"), places, isIn);
        if (!isIn) return [new Try(door, person, own, Token.Valid, door.IsForPrograms ? person.IsProgram ? Expected.ScopeMissing : Expected.KeyMissing : person.IsKnown ? Expected.Closed : Expected.SignIn)];
        List<Try> tries = [new Try(door, person, own, Token.Valid, Expected.Open) { Typed = [.. door.Typed.Select(f => KeyValuePair.Create(f.Field, places.GetValueOrDefault(f.Value, f.Value)))] }];
        if (door.KeepsOthersFrom(person))
        {
            var made = new Dictionary<Type, object>();
            var other = new RecordOwner(door.Who == "signed-in" || door.IsPersonal ? null : int.Parse(places[DoorAddresses.OtherEnterprise], CultureInfo.InvariantCulture), int.Parse(places[DoorAddresses.OtherPerson], CultureInfo.InvariantCulture), Canary);
            tries.Add(new Try(door, person, await DoorAddresses.OfAsync(portal, door, other, places, makes: true, made), Token.Valid, Expected.Missing) { Made = [.. made.Values] });
        }
        if (door is { Changes: true, IsForPrograms: false, TakesAnyToken: false })
        {
            tries.Add(new Try(door, person, own, Token.None, Expected.BadToken));
            tries.Add(new Try(door, person, own, Token.Forged, Expected.BadToken));
        }
        return tries;
    }

    private static async Task TryAsync(Portal portal, Try t, ConcurrentBag<string> offences)
    {
        using var request = new HttpRequestMessage(new HttpMethod(t.Door.Method is "ANY" ? "GET" : t.Door.Method), new Uri("/" + t.Address.TrimStart('/'), UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (t.Door.IsForPrograms)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            if (t.Door.Changes) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }
        else if (t.Door.Changes)
        {
            request.Content = new FormUrlEncodedContent(t.Token == Token.None ? [] : [.. t.Typed, KeyValuePair.Create("__RequestVerificationToken", t.Token == Token.Valid ? t.Person.Token : "CfDJ8" + new string('A', 120))]);
        }
        try
        {
            using var answer = await t.Person.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            if (Offence(t, answer) is { } offence) offences.Add($"{t.Person} {t.Door.Method} /{t.Address} ({t.Expected}, {t.Token}): {offence}");
            if (t is { Expected: Expected.Missing, Door.Changes: true } && await ChangedAsync(portal, t.Made) is { } changed) offences.Add($"{t.Person} {t.Door.Method} /{t.Address} changed {changed} of another enterprise");
            if (t is { Expected: Expected.Open, Door.Who: not "anyone" } && answer.Headers.CacheControl?.NoStore != true) offences.Add($"{t.Person} {t.Door.Method} /{t.Address}: may be kept by a browser");
            if (t.Person.Enterprise is null || answer.Content.Headers.ContentType?.MediaType is "text/event-stream") return;
            if ((await answer.Content.ReadAsStringAsync(Cancellation)).Contains(Canary, StringComparison.Ordinal)) offences.Add($"{t.Person} {t.Door.Method} /{t.Address} is shown what belongs to another enterprise");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            offences.Add($"{t.Person} {t.Door.Method} /{t.Address}: {fault.GetType().Name} {fault.Message}");
        }
    }

    /// <summary>What is not as it was made; null where nothing happened to it.</summary>
    private static Task<string?> ChangedAsync(Portal portal, IReadOnlyList<object> made) => portal.WithDatabaseAsync(async db =>
    {
        foreach (var record in made)
        {
            var type = db.Model.FindEntityType(record.GetType())!;
            var key = type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(record)).ToArray();
            if (await db.FindAsync(record.GetType(), key, Cancellation) is not { } now) return type.ClrType.Name;
            // what has not been delivered is tried again by a worker, which notes it
            if (record is WebhookDelivery) continue;
            foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is not null && p.Name != nameof(Webhook.FailingSince) && (p.ClrType.IsValueType || p.ClrType == typeof(string))))
            {
                if (!Equals(property.PropertyInfo!.GetValue(record), property.PropertyInfo.GetValue(now))) return $"{type.ClrType.Name}.{property.Name}";
            }
        }

        return null;
    });

    private static string? Offence(Try t, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var leadsToSignIn = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/account/login", StringComparison.Ordinal);
        var isFine = t.Expected switch
        {
            Expected.SignIn => leadsToSignIn || (t.Door.Changes && status == 401),
            Expected.Closed => status == 403,
            Expected.KeyMissing => status == 401,
            Expected.ScopeMissing => status == 403,
            Expected.Missing => status == 404,
            Expected.BadToken => status == 400,
            _ => t.Door.Own is { } own ? status == own : !leadsToSignIn && (t.Door.IsForPrograms ? status is 400 or 412 or 422 or < 400 : status < 400),
        };
        return isFine ? null : leadsToSignIn ? "sent to the sign-in" : $"{status} {answer.Headers.Location}";
    }

    private enum Token
    {
        Valid,
        None,
        Forged,
    }

    private enum Expected
    {
        Open,
        SignIn,
        Closed,
        KeyMissing,
        ScopeMissing,
        Missing,
        BadToken,
    }

    private sealed record Try(Door Door, DoorPerson Person, string Address, Token Token, Expected Expected)
    {
        /// <summary>What is typed besides the token.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Typed { get; init; } = [];

        /// <summary>What was made for the address, where it has to stay as it is.</summary>
        public IReadOnlyList<object> Made { get; init; } = [];

        /// <summary>0 keeps out, 1 reads, 2 acts, 3 leaves.</summary>
        public int Round => Expected != Expected.Open ? 0 : !Door.Changes ? 1 : Door.Address == "account/logout" ? 3 : 2;
    }
}

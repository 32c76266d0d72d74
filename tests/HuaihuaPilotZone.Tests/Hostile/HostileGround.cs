using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Hostile.Doors;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>A form that stands on a page of the portal, as it would be sent without a change.</summary>
/// <param name="Person">Who was shown it.</param>
/// <param name="Fields">With the token that is valid for them.</param>
/// <param name="Files">Names of the fields that take files.</param>
public sealed record RecordedForm(string Person, string Page, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Files)
{
    public override string ToString() => $"{Person} POST {Address}";
}

/// <summary>
/// A portal to be mistreated, with a record of every kind for two enterprises; and every form that its people are shown. Secrets of the
/// second enterprise hold <see cref="Canary"/>.
/// </summary>
public sealed partial class HostileGround : IAsyncLifetime
{
    /// <summary>Stands in the records of the enterprise that nobody here serves.</summary>
    public const string Canary = "别家机密";

    /// <summary>Begins every text of the records of those here: a spreadsheet would calculate.</summary>
    public const string OwnMark = "=1+1自家";

    private static readonly string[] _names = ["admin", "editor", "reviewer", "luggage", "filer"];

    private Portal? _portal;

    public Portal Portal => _portal!;

    /// <summary>Who sends, by name; "nobody" has no sign-in.</summary>
    public IReadOnlyDictionary<string, Visitor> Visitors { get; private set; } = new Dictionary<string, Visitor>();

    /// <summary>Every address that was read, with who read it.</summary>
    public IReadOnlyList<(string Person, string Address)> Pages { get; private set; } = [];

    /// <summary>One form for each act.</summary>
    public IReadOnlyList<RecordedForm> Forms { get; private set; } = [];

    /// <summary>The enterprise that nobody here serves.</summary>
    public int OtherEnterprise { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _portal = Portal.Own();
        OtherEnterprise = await DoorPeople.EnterpriseAsync(Portal, DoorPeople.Tea);
        var own = await DoorPeople.EnterpriseAsync(Portal, DoorPeople.Luggage);
        var visitors = new Dictionary<string, Visitor>(StringComparer.Ordinal) { ["nobody"] = Portal.Visit() };
        foreach (var name in _names) visitors[name] = await Portal.VisitAsAsync(name);
        Visitors = visitors;
        var places = await DoorAddresses.PlacesAsync(Portal);
        var users = await Portal.WithDatabaseAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id));
        List<(string, string)> pages = [];
        var forms = new Dictionary<string, RecordedForm>(StringComparer.Ordinal);
        foreach (var door in AccessTable.Read().Where(d => d is { Method: "GET", IsForPrograms: false }))
        {
            var name = door.Who switch { "anyone" => "nobody", "signed-in" or "firm-admin" => "luggage", "firm" => "filer", "park" => "reviewer", _ => door.Who.Split('+')[^1] };
            var user = users.GetValueOrDefault(name, 1);
            int? enterprise = name is "luggage" or "filer" ? own : null;
            var (owner, other) = (new RecordOwner(enterprise, user, OwnMark), new RecordOwner(OtherEnterprise, users["tea"], Canary));
            if (await AddressAsync(door, owner, places) is not { } address || (door.IsOfSomebody && await AddressAsync(door, other, places) is null)) continue;
            // a live view has no end
            if (door.Address.EndsWith("/stream", StringComparison.Ordinal)) continue;
            pages.Add((name, address));
            foreach (var form in await FormsAsync(visitors[name], name, address)) forms.TryAdd($"{Number().Replace(form.Address, "#")} {string.Join(',', form.Fields.Select(f => f.Key).Distinct(StringComparer.Ordinal))}", form);
        }
        (Pages, Forms) = (pages, [.. forms.Values]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
    }

    /// <summary>Null where a record cannot be made, which the test of the doors complains of.</summary>
    private async Task<string?> AddressAsync(Door door, RecordOwner owner, Dictionary<string, string> places)
    {
        try
        {
            return "/" + (await DoorAddresses.OfAsync(Portal, door, owner, places, makes: true)).TrimStart('/');
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<IEnumerable<RecordedForm>> FormsAsync(Visitor visitor, string person, string page)
    {
        using var answer = await visitor.GetAsync(page);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html") return [];
        var document = await Visitor.ReadAsync(answer);
        return document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>()
            .Where(f => f.GetAttribute("action") is not ("/account/logout" or "/preferences"))
            .Select(f => new RecordedForm(person, page, f.GetAttribute("action") is { Length: > 0 } action ? action : page, [.. f.Elements.SelectMany(FieldOf)], [.. f.Elements.OfType<IHtmlInputElement>().Where(i => i is { Type: "file", Name.Length: > 0 }).Select(i => i.Name!)]));
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldOf(IElement element)
    {
        var (name, value) = element switch
        {
            IHtmlInputElement { Type: "submit" or "button" or "file" or "image" } => (null, null),
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, null),
            IHtmlInputElement i => (i.Name, i.Value),
            IHtmlTextAreaElement t => (t.Name, t.Value),
            // where nothing is chosen yet, the first that can be
            IHtmlSelectElement s => (s.Name, s.Value is { Length: > 0 } chosen ? chosen : s.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value),
            IHtmlButtonElement { Type: "submit", Name: { Length: > 0 } n } b => (n, b.Value),
            _ => (null, null),
        };
        if (!string.IsNullOrEmpty(name)) yield return KeyValuePair.Create(name, value ?? "");
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

/// <summary>One ground for all suites that mistreat it, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnHostileGround : ICollectionFixture<HostileGround>
{
    public const string Name = "hostile ground";
}

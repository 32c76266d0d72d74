using System.Globalization;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace HuaihuaPilotZone.Tests.Hostile.Doors;

/// <summary>One line of access.txt: who passes one door, with which record in their hands.</summary>
/// <param name="Method">ANY for an endpoint without a named method.</param>
/// <param name="Records">One for each parameter of the address.</param>
/// <param name="Marks">What else is said of it.</param>
/// <param name="Own">What an act without anything typed answers where that is no ordinary answer; null for the usual.</param>
internal sealed record Door(string Method, string Address, string Who, IReadOnlyList<string> Records, bool TakesAnyToken, IReadOnlyList<string> Marks, int? Own)
{
    private const string TypedMark = "typed:";

    public string Key => $"{Method} {Address}";

    public bool Changes => Method is not ("GET" or "ANY" or "GET,HEAD");

    /// <summary>Also among colleagues, the record is one person's.</summary>
    public bool IsPersonal => Marks.Any(m => m.StartsWith("personal", StringComparison.Ordinal));

    public bool IsOfPark => Address.StartsWith("park", StringComparison.Ordinal) && (Address.Length == 4 || Address[4] == '/');

    /// <summary>What whoever passes types besides the token; a value with '@' is looked up like a place.</summary>
    public IEnumerable<(string Field, string Value)> Typed => Marks.Where(m => m.StartsWith(TypedMark, StringComparison.Ordinal)).SelectMany(m => m[TypedMark.Length..].Split('&'))
        .Select(f => f.Split('=')).Select(f => (f[0], f[1]));

    public bool IsForPrograms => Who.StartsWith("key:", StringComparison.Ordinal);

    /// <summary>Whether a record of another is kept from this one.</summary>
    public bool KeepsOthersFrom(DoorPerson person) => IsOfSomebody && !(Marks.Contains("personal-but-admin") && person.Is("admin"));

    /// <summary>Whether the address names a record that belongs to one enterprise or one person.</summary>
    public bool IsOfSomebody => (IsPersonal || IsForPrograms || Who is "firm" or "firm-admin" or "signed-in") && Records.Any(r => r[0] is not ('\'' or '~'));

    /// <summary>Whether these people pass.</summary>
    public bool Lets(DoorPerson person) => Who == "anyone" || person.Is(Who);

    public override string ToString() => Key;
}

/// <summary>The one table of who may do what, in access.txt beside this file: a line is METHOD address | who | records | marks.</summary>
internal static class AccessTable
{
    public static readonly string File = Path.Combine(HouseCode.Root, "tests", "HuaihuaPilotZone.Tests", "Hostile", "Doors", "access.txt");

    public static IReadOnlyList<Door> Read() =>
        [.. System.IO.File.ReadLines(File).Where(l => l.Length > 0 && l[0] != '#').Select(Read)];

    /// <summary>Every endpoint of the running application but the files of wwwroot, as the table names it.</summary>
    public static IReadOnlyList<string> Endpoints(EndpointDataSource source) =>
        [.. source.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor"))
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods.Where(m => m != "HEAD") : ["ANY"])
                .Select(m => $"{m} {Shown(e)}")).Distinct(StringComparer.Ordinal)];

    private static string Shown(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/') is { Length: > 0 } address ? address : "/";

    private static Door Read(string line)
    {
        var parts = line.Split(" | ", StringSplitOptions.TrimEntries);
        var (method, address) = (parts[0][..parts[0].IndexOf(' ', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        string[] marks = parts.Length > 3 ? parts[3].Split(' ') : [];
        return new Door(method, address, parts[1], parts[2] == "-" ? [] : parts[2].Split(' '), marks.Contains("no-token"), marks,
            marks.FirstOrDefault(m => m.StartsWith("own=", StringComparison.Ordinal)) is { } own ? int.Parse(own[4..], CultureInfo.InvariantCulture) : null);
    }
}

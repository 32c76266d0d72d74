using System.Reflection;
using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>Rules that hold for all code under src, compiled views included.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] _clocks = ["get_Now", "get_UtcNow", "get_Today", "ToLocalTime", "ToUniversalTime", "get_LocalDateTime"];

    private static readonly string[] _transactions = ["BeginTransaction", "BeginTransactionAsync", "UseTransaction", "UseTransactionAsync"];

    private static readonly string[] _blocking = ["get_Result", "Wait", "WaitAll", "WaitAny", "RunSynchronously"];

    [Fact]
    public void The_clock_is_asked_through_ChinaTime_and_never_in_local_time()
    {
        var offences = HouseCode.Calls(m =>
            (IsOf(m, typeof(DateTime), typeof(DateTimeOffset)) && _clocks.Contains(m.Name))
            || IsOf(m, typeof(TimeZoneInfo))
            || (IsOf(m, typeof(TimeProvider)) && m.Name is "GetLocalNow" or "get_LocalTimeZone"));

        // places of the network have zones of their own; the machine's is asked for nowhere
        Rule.HoldsEverywhere(Except(offences.Where(o => o.Caller.DeclaringType != typeof(LocalTime)), typeof(ChinaTime)));
        Assert.DoesNotContain(HouseCode.Calls(m => IsOf(m, typeof(TimeZoneInfo)) && m.Name == "get_Local"), _ => true);
    }

    [Fact]
    public void The_machines_own_clock_is_chosen_in_one_place()
    {
        var chosen = HouseCode.Calls(m => IsOf(m, typeof(TimeProvider)) && m.Name == "get_System");

        Assert.NotEmpty(chosen);
        Rule.HoldsEverywhere(Except(chosen, typeof(RoomsSetup)));
    }

    [Fact]
    public void An_explicit_transaction_is_begun_in_one_place()
    {
        var begun = HouseCode.Calls(m => _transactions.Contains(m.Name) || IsOf(m, typeof(System.Transactions.TransactionScope), typeof(System.Transactions.CommittableTransaction)));

        Assert.NotEmpty(begun);
        Rule.HoldsEverywhere(Except(begun, typeof(PortalDbContext)));
    }

    [Fact]
    public void No_thread_waits_for_a_task()
    {
        var offences = HouseCode.Calls(m => IsTask(m.DeclaringType) && _blocking.Contains(m.Name)).Select(Place)
            // an await compiles into the same call, inside the step of its state machine; the compiler's own start of the program waits for ours
            .Concat(HouseCode.Calls(m => m.Name == "GetResult" && IsAwaiter(m.DeclaringType))
                .Where(c => c.Caller.Name != "MoveNext" && c.Caller != HouseCode.Web.EntryPoint).Select(Place));

        Rule.HoldsEverywhere(offences);
    }

    [Fact]
    public void No_controller_touches_the_database_itself()
    {
        var controllers = HouseCode.Web.GetTypes().Where(t => t.IsAssignableTo(typeof(ControllerBase))).ToList();

        Assert.NotEmpty(controllers);
        Rule.HoldsEverywhere(controllers.Where(c => Given(c).Any(g => g.IsAssignableTo(typeof(DbContext)))).Select(c => c.FullName!));
        Rule.HoldsEverywhere(HouseCode.Calls(m => m.DeclaringType?.IsAssignableTo(typeof(DbContext)) == true || m.DeclaringType == typeof(EntityFrameworkQueryableExtensions))
            .Where(c => c.Caller.Written().IsAssignableTo(typeof(ControllerBase))).Select(Place));
    }

    [Fact]
    public void A_view_holds_no_script_and_no_style_of_its_own()
    {
        var views = HouseCode.Sources("*.cshtml").ToList();

        Assert.NotEmpty(views);
        Rule.HoldsEverywhere(views.SelectMany(v => Offences(v, InlineScript(), InlineStyle(), InlineHandler())));
    }

    [Fact]
    public void A_view_takes_nothing_from_elsewhere() =>
        Rule.HoldsEverywhere(HouseCode.Sources("*.cshtml").SelectMany(v => Offences(v, ForeignAsset(), ContentNetwork())));

    [Theory]
    [InlineData("<p style=\"color: red\">", 1)]
    [InlineData("<p class=\"a\"\n   onclick='go()'>", 1)]
    [InlineData("<script>go()</script>", 1)]
    [InlineData("<style>p { }</style>", 1)]
    [InlineData("<link href=\"https://cdn.example.com/a.css\">", 2)]
    [InlineData("<script type=\"module\" src=\"~/dist/site.js\"></script> <option selected=\"@(x is not null)\"> <a href=\"https://www.example.com\">", 0)]
    public void Such_a_line_is_noticed(string line, int offences) =>
        Assert.Equal(offences, new[] { InlineScript(), InlineStyle(), InlineHandler(), ForeignAsset(), ContentNetwork() }.Count(r => r.IsMatch(line)));

    [Fact]
    public void The_top_of_the_repository_holds_only_what_the_house_allows()
    {
        string[] allowed =
        [
            "HuaihuaPilotZone.sln", "README.md", "Directory.Build.props", "Directory.Packages.props", "global.json", ".ci",
            ".editorconfig", ".gitattributes", ".gitignore", ".config", "src", "tests", "docs",
        ];
        // not ours to keep: what git, an editor or a run leaves there and .gitignore names
        string[] ignored = [".git", .. File.ReadAllLines(Path.Combine(HouseCode.Root, ".gitignore")).Select(l => l.TrimEnd('/'))];

        var there = Directory.EnumerateFileSystemEntries(HouseCode.Root).Select(e => Path.GetFileName(e)).Except(ignored);

        Assert.Equal([], there.Except(allowed));
    }

    private static bool IsOf(MethodBase method, params Type[] types) => types.Contains(method.DeclaringType);

    private static bool IsTask(Type? type) =>
        type is not null && (type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static bool IsAwaiter(Type? type) => type?.Namespace == "System.Runtime.CompilerServices" && type.Name.Contains("Awaiter", StringComparison.Ordinal);

    /// <summary>Everything a controller is handed: by its constructors, by its actions, or kept in a field.</summary>
    private static IEnumerable<Type> Given(Type controller)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return controller.GetConstructors().SelectMany(c => c.GetParameters())
            .Concat(controller.GetMethods().SelectMany(m => m.GetParameters())).Select(p => p.ParameterType)
            .Concat(controller.GetFields(All).Select(f => f.FieldType));
    }

    private static IEnumerable<string> Except(IEnumerable<(MethodBase Caller, MethodBase Called)> calls, Type allowed) =>
        calls.Where(c => c.Caller.Written() != allowed).Select(Place);

    private static string Place((MethodBase Caller, MethodBase Called) call) =>
        $"{call.Caller.Written().FullName}.{call.Caller.Name} calls {call.Called.DeclaringType?.Name}.{call.Called.Name}";

    private static IEnumerable<string> Offences(string file, params Regex[] forbidden)
    {
        var text = File.ReadAllText(file);
        return forbidden.SelectMany(f => f.Matches(text)).Select(m => $"{Path.GetRelativePath(HouseCode.Root, file)}: {m.Value.Trim()}");
    }

    // a block of data is never run, so that the policy of the answers does not touch it
    [GeneratedRegex(@"<script\b(?![^>]*type=""application/ld\+json"")[^>]*>\s*[^\s<][\s\S]*?</script>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<style\b|\sstyle\s*=\s*[""'@]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InlineStyle();

    [GeneratedRegex(@"\son[a-z]+\s*=\s*[""'@]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InlineHandler();

    [GeneratedRegex(@"<(?:script|link|img|source|iframe|use)\b[^>]*\b(?:src|href|srcset)\s*=\s*[""'](?:https?:)?//", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ForeignAsset();

    [GeneratedRegex(@"\bcdn\b|unpkg|jsdelivr|bootcdn|cdnjs|staticfile|googleapis|gstatic", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ContentNetwork();
}

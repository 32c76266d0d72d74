using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Planning;

namespace HuaihuaPilotZone.Web.Public.Planner;

/// <summary>The question as the address bar has it: texts, so that whatever was typed is shown again.</summary>
/// <param name="All">Corridors that do not run regularly too.</param>
public sealed record PlannerQuery(
    string? From = null, string? To = null, string? Ready = null, string? Latest = null, string? Tonnes = null, string? CubicMetres = null, string? Containers = null,
    string? LowestTemperature = null, string? HighestTemperature = null, bool Dangerous = false, bool Customs = false, bool All = false, RoutePreset Preset = RoutePreset.Fastest)
{
    private const string MinuteFormat = "yyyy-MM-dd'T'HH:mm";

    private static readonly string[] _formats = [MinuteFormat, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>Whether anything was asked: a field that was left empty is not in the question.</summary>
    public bool IsAsked => From is not null || To is not null;

    /// <summary>The same question with another preset.</summary>
    public string AddressOf(RoutePreset preset)
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        Add("from", From);
        Add("to", To);
        Add("ready", Ready);
        Add("latest", Latest);
        Add("tonnes", Tonnes);
        Add("cubicMetres", CubicMetres);
        Add("containers", Containers);
        Add("lowestTemperature", LowestTemperature);
        Add("highestTemperature", HighestTemperature);
        if (Dangerous) parts.Add("dangerous=true");
        if (Customs) parts.Add("customs=true");
        if (All) parts.Add("all=true");
        parts.Add($"preset={preset}");
        return $"/planner?{string.Join('&', parts)}";
    }

    /// <summary>A time as the field of the form takes it.</summary>
    public static string Minute(DateTime local) => local.ToString(MinuteFormat, CultureInfo.InvariantCulture);

    /// <returns>The question where every field can be read, and the fields that cannot, with the key of what to say.</returns>
    public (PlanQuery? Query, IReadOnlyList<Refusal> Problems) Read()
    {
        if (!IsAsked) return (null, []);
        var problems = new List<Refusal>();
        var ready = Moment(nameof(Ready), Ready, problems);
        if (ready is null && problems.Count == 0) problems.Add(new Refusal(nameof(Ready), "Plan.Time"));
        var latest = Moment(nameof(Latest), Latest, problems);
        var tonnes = Number(nameof(Tonnes), Tonnes, problems);
        if (tonnes is null && !problems.Exists(p => p.Field == nameof(Tonnes))) problems.Add(new Refusal(nameof(Tonnes), "Plan.Tonnes.Range"));
        var metres = Number(nameof(CubicMetres), CubicMetres, problems);
        var containers = Number(nameof(Containers), Containers, problems);
        if (containers is { } count && (decimal.Truncate(count) != count || Math.Abs(count) > 1_000_000m)) problems.Add(new Refusal(nameof(Containers), "Plan.Containers.Range"));
        var low = Number(nameof(LowestTemperature), LowestTemperature, problems);
        var high = Number(nameof(HighestTemperature), HighestTemperature, problems);
        if (problems.Count > 0) return (null, problems);
        var preset = Enum.IsDefined(Preset) ? Preset : RoutePreset.Fastest;
        return (new PlanQuery(From ?? "", To ?? "", ready!.Value, latest, tonnes!.Value, metres, (int?)containers, low, high, Dangerous, Customs, !All, preset), problems);
    }

    private static DateTime? Moment(string field, string? typed, List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (DateTime.TryParseExact(typed.Trim(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is > 2000 and < 2100) return moment;
        problems.Add(new Refusal(field, "Plan.Time"));
        return null;
    }

    private static decimal? Number(string field, string? typed, List<Refusal> problems)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (decimal.TryParse(typed, styles, CultureInfo.InvariantCulture, out var value)) return value;
        problems.Add(new Refusal(field, "Plan.Number"));
        return null;
    }
}

/// <summary>The planner.</summary>
/// <param name="Problems">Messages are keys of the page's words.</param>
/// <param name="Answer">Null where nothing was asked or something stands against the question.</param>
public sealed record PlannerPage(PlannerQuery Query, IReadOnlyList<Node> Nodes, IReadOnlyList<Refusal> Problems, PlanAnswer? Answer, DateTime Now)
{
    public string? ProblemOf(string field) => Problems.FirstOrDefault(p => p.Field == field)?.Message;
}

/// <summary>A route with its place in the list, as a part of the page shows it.</summary>
/// <param name="Exclusions">What stands against its rides; empty for one that can be taken.</param>
public sealed record RouteCard(int Number, RouteView Route, PlanAnswer Answer, IReadOnlyList<RideObstacle> Exclusions);

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;

namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>
/// Makes the planning network of a moment. Between any two stops of a service goes an arc with the departures that serve both; a leg with a time
/// and without a service can be used at any time, in both directions. What a suspended service would have run stays in it, closed, so that a plan can say so.
/// </summary>
public static class NetworkBuilder
{
    public static BuiltNetwork Build(NetworkRows rows, NetworkWish wish) => new Building(rows, wish).Make();

    /// <summary>A minute that no plan comes to.</summary>
    private const int Forever = int.MaxValue / 2;

    private sealed class Building(NetworkRows rows, NetworkWish wish)
    {
        private readonly Dictionary<int, int> _places = rows.Nodes.Select((n, i) => (n.Id, i)).ToDictionary(p => p.Id, p => p.i);
        private readonly Dictionary<int, Leg> _legs = rows.Legs.ToDictionary(l => l.Id);
        private readonly Dictionary<int, ScheduledService> _services = rows.Services.ToDictionary(s => s.Id);
        private readonly ILookup<int, Corridor> _ways = rows.Corridors.SelectMany(c => c.Legs.Select(l => (l.LegId, Corridor: c))).ToLookup(p => p.LegId, p => p.Corridor);
        private readonly Dictionary<int, Corridor> _corridors = rows.Corridors.ToDictionary(c => c.Id);
        private readonly ILookup<int, NetworkNotice> _closedLegs = rows.Closures.Where(c => c.LegId is not null).ToLookup(c => c.LegId!.Value);
        private readonly ILookup<int, NetworkNotice> _closedNodes = rows.Closures.Where(c => c.NodeId is not null).ToLookup(c => c.NodeId!.Value);
        private readonly List<PlanArc> _arcs = [];
        private readonly List<ArcFacts> _facts = [];

        public BuiltNetwork Make()
        {
            var runs = rows.Departures.Where(d => _services.ContainsKey(d.ServiceId)).Select(RunOf).Concat(rows.Services.Where(s => s.SuspendedFrom is not null).SelectMany(Imagined));
            foreach (var group in runs.SelectMany(SectionsOf).GroupBy(s => s.Key)) AddTimetabled(group.First(), [.. group]);
            var served = rows.Services.SelectMany(s => s.Stops).Select(s => s.LegId).ToHashSet();
            foreach (var leg in rows.Legs.Where(l => !l.IsClosed && l.Mode != LegMode.Gathering && !served.Contains(l.Id)))
            {
                AddAtAnyTime(leg, leg.From!, leg.To!);
                AddAtAnyTime(leg, leg.To!, leg.From!);
            }
            var nodes = rows.Nodes.Select(n => new PlanNode(n.HandlingMinutes ?? 0, ClosuresOf(_closedNodes[n.Id], n))).ToList();
            return new BuiltNetwork(new PlanningNetwork(nodes, _arcs), rows.Nodes, _facts, rows.Departures.ToDictionary(d => d.Id), rows);
        }

        private Run RunOf(Departure departure) => new(
            departure.ServiceId, departure.Id, departure.LeavesAt - departure.CutOffAt, departure.Free, departure.Status == DepartureStatus.Cancelled, IsSuspended: false, StandingOf(_services[departure.ServiceId], departure.Day),
            [.. departure.Stops.OrderBy(s => s.Position).Select(s => new RunStop(s.NodeId, s.LegId, s.ArrivesAt, s.LeavesAt))]);

        /// <summary>How the corridor of a service stands on the day of a departure; null where it has none.</summary>
        private CorridorStatus? StandingOf(ScheduledService service, DateOnly day) => service.CorridorId is { } id && _corridors.TryGetValue(id, out var corridor) ? corridor.StatusOn(day) : null;

        /// <summary>What a suspended service would have run.</summary>
        private IEnumerable<Run> Imagined(ScheduledService service)
        {
            var first = service.Stops.MinBy(s => s.Position)!;
            for (var day = service.SuspendedFrom!.Value > rows.On ? service.SuspendedFrom.Value : rows.On; day <= rows.Until; day = day.AddDays(1))
            {
                if (day < service.From || day > service.Until || !service.Days.Holds(day.DayOfWeek)) continue;
                var leaves = LocalTime.ToUtc(day.ToDateTime(service.LeavesAt), first.Node!.TimeZone);
                yield return new Run(service.Id, -(service.Id * 1000) - (day.DayNumber - rows.On.DayNumber), TimeSpan.FromMinutes(service.CutOffMinutes), service.Capacity, IsCancelled: false, IsSuspended: true, null,
                    [.. service.Stops.OrderBy(s => s.Position).Select(s => new RunStop(s.NodeId, s.LegId, leaves.AddMinutes(s.ArrivesAfter), leaves.AddMinutes(s.LeavesAfter)))]);
            }
        }

        private IEnumerable<Section> SectionsOf(Run run)
        {
            for (var i = 0; i < run.Stops.Count - 1; i++)
            {
                for (var j = i + 1; j < run.Stops.Count; j++)
                {
                    if (!run.Stops.Skip(i).Take(j - i + 1).All(s => _places.ContainsKey(s.NodeId))) continue;
                    yield return new Section(run, i, j);
                }
            }
        }

        private void AddTimetabled(Section section, List<Section> all)
        {
            var service = _services[section.Run.ServiceId];
            List<RunStop> stops = [.. section.Stops];
            List<Leg> legs = [.. stops.Skip(1).Where(s => s.LegId is { } id && _legs.ContainsKey(id)).Select(s => _legs[s.LegId!.Value])];
            if (legs.Count < stops.Count - 1) return;
            List<Node> nodes = [.. stops.Select(s => rows.Nodes[_places[s.NodeId]])];
            List<PlanDeparture> departures = [.. all.Select(DepartureOf).OrderBy(d => d.Departs)];
            Exclusion? closed = section.Run.IsSuspended ? Exclusion.Suspended : section.Run.Standing is { } standing ? Against([standing]) : null;
            Add(new ArcFacts(service, [.. legs.Select(l => SectionOf(l, service))], nodes), departures, departures.Min(d => d.Arrives - d.Departs), closed, CoolingOf(service), service.TakesDangerousGoods);
        }

        private void AddAtAnyTime(Leg leg, Node from, Node to)
        {
            if (!_places.ContainsKey(from.Id) || !_places.ContainsKey(to.Id) || leg.On(rows.On, LegQuantity.Hours) is not { } hours) return;
            var standings = StandingsOf(leg.Id);
            // what never changes is no closure: nobody has to wait for its end
            var always = standings.Count == 1 ? standings[0].Reason : null;
            var (minutes, cooling) = (Math.Max(1, (int)Math.Ceiling(hours.Value * 60m)), leg.IsCooledOn(rows.On) ? new TemperatureRange(-30m, 30m) : (TemperatureRange?)null);
            Add(new ArcFacts(null, [SectionOf(leg, null)], [from, to]), null, minutes, always, cooling, takesDangerousGoods: true);
            var suspended = always is not null ? [] : standings.Where(s => s.Reason is not null).Select(s => new Closure(s.From, s.Until, s.Reason!.Value));
            _arcs[^1] = _arcs[^1] with { Closures = [.. ClosuresOf(_closedLegs[leg.Id]).Concat(suspended)] };
        }

        /// <summary>What stands against a leg from time to time, by the statuses of its corridors, those among them that are announced for a day to come.</summary>
        private List<(int From, int Until, Exclusion? Reason)> StandingsOf(int legId)
        {
            List<Corridor> ways = [.. _ways[legId]];
            var standings = new List<(int From, int Until, Exclusion? Reason)>();
            foreach (var day in ways.SelectMany(c => c.After(rows.On)).Select(s => s.From).Append(rows.On).Distinct().Order())
            {
                var reason = Against([.. ways.Select(c => c.StatusOn(day))]);
                if (standings.Count > 0 && standings[^1].Reason == reason) continue;
                var from = standings.Count == 0 ? 0 : PlanMinute.Of(ChinaTime.StartOf(day));
                if (standings.Count > 0) standings[^1] = standings[^1] with { Until = from };
                standings.Add((from, Forever, reason));
            }
            return standings;
        }

        private void Add(ArcFacts facts, IReadOnlyList<PlanDeparture>? departures, int minutes, Exclusion? closed, TemperatureRange? cooling, bool takesDangerousGoods)
        {
            var isMeasured = facts.Sections.All(s => s is { Distance: not null, Carbon: not null });
            var isPriced = facts.Sections.All(s => s.IsPriced);
            var km = facts.Sections.Sum(s => s.Distance?.Value ?? 0m);
            var grams = facts.Sections.Sum(s => (s.Distance?.Value ?? 0m) * (s.Carbon?.Value ?? 0m));
            _facts.Add(facts);
            _arcs.Add(new PlanArc
            {
                Id = _arcs.Count,
                From = _places[facts.Nodes[0].Id],
                To = _places[facts.Nodes[^1].Id],
                Departures = departures,
                Minutes = minutes,
                Kilometres = isMeasured ? km : null,
                YuanPerContainer = isPriced ? facts.Sections.Sum(s => s.YuanPerContainer ?? 0m) : null,
                YuanPerTonne = isPriced ? facts.Sections.Sum(s => s.YuanPerTonne ?? 0m) : null,
                GramsPerTonneKilometre = isMeasured && km > 0 ? grams / km : null,
                Cooling = cooling,
                TakesDangerousGoods = takesDangerousGoods,
                Closed = closed ?? (wish.NeedsCustoms && !IsCleared(facts.Nodes) ? Exclusion.NoCustoms : null),
            });
        }

        /// <summary>A leg with the price of the service where that has one of its own.</summary>
        private ArcSection SectionOf(Leg leg, ScheduledService? service)
        {
            var (distance, carbon) = (leg.On(rows.On, LegQuantity.Distance), leg.On(rows.On, LegQuantity.CarbonFactor));
            if (service?.Stops.Find(s => s.LegId == leg.Id)?.YuanPerContainer is { } own) return new ArcSection(leg, distance, carbon, own, null, service.PriceStatus, service.PriceSource);
            var (container, tonne) = (leg.On(rows.On, LegQuantity.PricePerContainer), leg.On(rows.On, LegQuantity.PricePerTonne));
            return new ArcSection(leg, distance, carbon, container?.Value, tonne?.Value, (container ?? tonne)?.Status, (container ?? tonne)?.Source);
        }

        /// <summary>Whether each border is crossed next to a place on this side of it where goods can be presented to customs.</summary>
        private static bool IsCleared(IReadOnlyList<Node> nodes) => nodes.Zip(nodes.Skip(1)).All(p => p.First.CountryCode == p.Second.CountryCode || p.First.HasCustoms);

        private Exclusion? Against(IReadOnlyList<CorridorStatus> statuses)
        {
            if (statuses.Count == 0) return null;
            if (statuses.All(s => s == CorridorStatus.Suspended)) return Exclusion.Suspended;
            return wish.OnlyRegular && !statuses.Contains(CorridorStatus.Regular) ? Exclusion.NotRegular : null;
        }

        private PlanDeparture DepartureOf(Section section)
        {
            var (from, to) = (section.Stops[0], section.Stops[^1]);
            return new PlanDeparture(
                section.Run.Id, PlanMinute.Of(from.LeavesAt - section.Run.CutOff), PlanMinute.Of(from.LeavesAt), PlanMinute.Of(to.ArrivesAt), section.Run.Free,
                section.Run.IsCancelled || IsBlocked(section.Stops));
        }

        /// <summary>Whether a leg that it travels, or a place that it passes without being left there, is closed at that time.</summary>
        private bool IsBlocked(IReadOnlyList<RunStop> stops)
        {
            for (var i = 1; i < stops.Count; i++)
            {
                if (stops[i].LegId is { } leg && _closedLegs[leg].Any(c => c.From < stops[i].ArrivesAt && (c.Until is null || c.Until > stops[i - 1].LeavesAt))) return true;
                if (i == stops.Count - 1) continue;
                if (_closedNodes[stops[i].NodeId].Any(c => c.From < stops[i].LeavesAt && (c.Until is null || c.Until > stops[i].ArrivesAt)) || ClosesAt(rows.Nodes[_places[stops[i].NodeId]]) < stops[i].LeavesAt) return true;
            }
            return false;
        }

        /// <summary>When a node is closed for good, at midnight on its own clocks; null while no such day is set.</summary>
        private static DateTime? ClosesAt(Node node) => node is { IsClosed: true, ClosedFrom: { } day } ? LocalTime.ToUtc(day.ToDateTime(TimeOnly.MinValue), node.TimeZone) : null;

        private static List<Closure> ClosuresOf(IEnumerable<NetworkNotice> notices, Node? node = null)
        {
            var closures = new List<Closure>();
            var times = notices.Select(n => (n.From, n.Until));
            if (node is not null && ClosesAt(node) is { } forGood) times = times.Append((forGood, null));
            foreach (var time in times.OrderBy(t => t.From))
            {
                var (from, until) = (PlanMinute.Of(time.From), time.Until is { } end ? PlanMinute.Of(end) : Forever);
                if (closures.Count > 0 && from <= closures[^1].Until) closures[^1] = closures[^1] with { Until = Math.Max(until, closures[^1].Until) };
                else closures.Add(new Closure(from, until));
            }
            return closures;
        }

        private static TemperatureRange? CoolingOf(ScheduledService service) =>
            service is { LowestTemperature: { } low, HighestTemperature: { } high } ? new TemperatureRange(low, high) : null;
    }

    private sealed record RunStop(int NodeId, int? LegId, DateTime ArrivesAt, DateTime LeavesAt);

    /// <param name="Id">Of the departure; negative for one that a suspended service would have run.</param>
    /// <param name="Standing">Of its corridor on that day; null where it has none.</param>
    private sealed record Run(int ServiceId, int Id, TimeSpan CutOff, int Free, bool IsCancelled, bool IsSuspended, CorridorStatus? Standing, IReadOnlyList<RunStop> Stops);

    /// <summary>A run from one of its stops to a later one.</summary>
    private sealed record Section(Run Run, int From, int To)
    {
        public IReadOnlyList<RunStop> Stops { get; } = [.. Run.Stops.Skip(From).Take(To - From + 1)];

        /// <summary>Sections of one service over the same legs are one arc, as long as its corridor stands the same.</summary>
        public string Key => $"{Run.ServiceId}/{Run.IsSuspended}/{Run.Standing}/{Stops[0].NodeId}/{string.Join('-', Stops.Skip(1).Select(s => s.LegId))}";
    }
}

namespace HuaihuaPilotZone.Customs.PreCheck.Repairs;

/// <summary>
/// Finds the smallest sets of numbers whose change makes all relations hold: iterative deepening over the first broken relation,
/// each of whose numbers may be the wrong one, cut off where more broken relations without a common number remain than changes are left.
/// </summary>
internal sealed class RepairSearch
{
    public const int MostChanges = 8;

    private const int MostSteps = 40_000;
    private const int MostFound = 64;

    /// <summary>A number of a relation that holds is tried only in relations of so many numbers: among many, which one is wrong would be guessing.</summary>
    private const int FewNumbers = 12;

    private readonly Relation[] _relations;
    private readonly decimal[] _values;
    private readonly List<Relation>[] _of;
    private readonly SortedSet<int> _broken = [];
    private readonly Dictionary<Relation, int> _place;
    private readonly Dictionary<int, (decimal Value, string RuleId)> _changes = [];
    private readonly Dictionary<string, IReadOnlyDictionary<int, (decimal Value, string RuleId)>> _found = new(StringComparer.Ordinal);
    private int _steps;

    public RepairSearch(IReadOnlyList<Relation> relations, decimal[] values)
    {
        _relations = [.. relations];
        _values = values;
        _of = [.. values.Select(_ => new List<Relation>())];
        _place = [];
        for (var i = 0; i < _relations.Length; i++)
        {
            _place.Add(_relations[i], i);
            foreach (var number in _relations[i].Numbers) _of[number].Add(_relations[i]);
            if (!_relations[i].Holds(values)) _broken.Add(i);
        }
    }

    /// <summary>How many relations do not hold.</summary>
    public int Broken => _broken.Count;

    /// <summary>After <see cref="Run"/>: why nothing was found.</summary>
    public RepairLimit Limit => _found.Count > 0 || _broken.Count == 0 ? RepairLimit.None : _steps >= MostSteps ? RepairLimit.GivenUp : RepairLimit.TooManyChanges;

    /// <summary>All smallest sets of changes that were found, by number; empty when none is small enough.</summary>
    public IEnumerable<IReadOnlyDictionary<int, (decimal Value, string RuleId)>> Run()
    {
        for (var most = LeastChanges(); most is > 0 and <= MostChanges && _found.Count == 0 && _steps < MostSteps; most++) Search(most);
        return _found.Values;
    }

    private void Search(int left)
    {
        if (_steps++ >= MostSteps || _found.Count >= MostFound) return;
        if (_broken.Count == 0)
        {
            Keep();
            return;
        }

        if (LeastChanges() > left) return;
        var relation = _relations[_broken.Min];
        foreach (var number in relation.Numbers.Where(n => !_changes.ContainsKey(n) && IsWorthTrying(relation, n)))
        {
            foreach (var value in ValuesFor(number)) Try(number, value, relation.RuleId, left);
        }
    }

    private void Try(int number, decimal value, string ruleId, int left)
    {
        var before = _values[number];
        Set(number, value);
        _changes.Add(number, (value, ruleId));
        Search(left - 1);
        _changes.Remove(number);
        Set(number, before);
    }

    // What any of its relations asks for: a total may have to fit the order although the price is what is wrong.
    private IEnumerable<decimal> ValuesFor(int number) => [.. _of[number].SelectMany(r => r.Solve(number, _values)).Distinct()];

    // A number whose other relations hold would only break these: one more change for nothing.
    private bool IsWorthTrying(Relation relation, int number) =>
        relation.Numbers.Count <= FewNumbers || number == relation.Numbers[0] || _of[number].Exists(r => r != relation && _broken.Contains(_place[r]));

    private void Set(int number, decimal value)
    {
        _values[number] = value;
        foreach (var relation in _of[number])
        {
            if (relation.Holds(_values)) _broken.Remove(_place[relation]);
            else _broken.Add(_place[relation]);
        }
    }

    // Broken relations without a common number need a change each.
    private int LeastChanges()
    {
        var taken = new HashSet<int>();
        var least = 0;
        foreach (var relation in _broken.Select(b => _relations[b]).OrderBy(r => r.Numbers.Count))
        {
            if (relation.Numbers.Any(n => taken.Contains(n) || _changes.ContainsKey(n))) continue;
            taken.UnionWith(relation.Numbers);
            least++;
        }

        return least == 0 && _broken.Count > 0 ? 1 : least;
    }

    private void Keep()
    {
        var changes = new SortedDictionary<int, (decimal Value, string RuleId)>(_changes);
        _found.TryAdd(string.Join('|', changes.Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Key}={c.Value.Value:0.#####}"))), changes);
    }
}

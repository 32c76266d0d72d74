using System.Text.Json;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Codes.Kept;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>The tables as they stood from one change to the next.</summary>
/// <param name="Number">Counts every change of any table by staff.</param>
public sealed record TablesEdition(int Number, CustomsTables Tables, IReadOnlyList<CodeSynonym> Words)
{
    private readonly Lazy<CodeSearch> _search = new(() => CodeSearch.Of(Tables, Words));

    private (TableSettings Settings, CustomsTables Tables)? _set;

    /// <summary>Special customs areas whose approval holds on a day.</summary>
    public IReadOnlyList<SpecialArea> AreasOn(DateOnly day) => [.. Tables.SpecialAreas.Where(a => a.HoldsOn(day))];

    /// <summary>Finds codes; indexed once for this edition.</summary>
    public CodeSearch Search => _search.Value;

    /// <summary>The tables with what is configured; made once for the usual settings.</summary>
    public CustomsTables With(TableSettings settings)
    {
        if (_set is { } made && made.Settings == settings) return made.Tables;
        var tables = Tables.WithZoneApproval(settings.Approval).WithTolerances(settings.Tolerances);
        _set = (settings, tables);
        return tables;
    }
}

/// <summary>The last editions of this instance.</summary>
public sealed class CustomsTablesCache
{
    /// <summary>The present one, and a few earlier ones while stored checks are run again.</summary>
    private const int Most = 6;

    private readonly Lock _gate = new();
    private readonly List<TablesEdition> _editions = [];

    internal TablesEdition? At(int number)
    {
        lock (_gate)
        {
            if (_editions.Find(e => e.Number == number) is not { } found) return null;
            _editions.Remove(found);
            _editions.Add(found);
            return found;
        }
    }

    internal void Keep(TablesEdition edition)
    {
        lock (_gate)
        {
            _editions.RemoveAll(e => e.Number == edition.Number);
            _editions.Add(edition);
            if (_editions.Count > Most) _editions.RemoveAt(0);
        }
    }
}

/// <summary>
/// The shipped tables with everything staff have imported and added. A number in the database counts the changes and tells every instance
/// when to read anew; as of any earlier number the tables can be made again.
/// </summary>
public sealed class CustomsTablesSource(PortalDbContext db, NumberGiver numbers, CustomsTablesCache cache, IOptions<ZoneApprovalOptions> approval, IOptions<ToleranceOptions> tolerances)
{
    /// <summary>The series whose number is the edition; whoever changes a row takes the next one.</summary>
    internal const string Stamp = "customs-tables";

    private const int MostRows = 200_000;

    /// <summary>What is configured.</summary>
    public TableSettings Settings => new(
        approval.Value is { Number: { Length: > 0 } number, Date: { } date } ? new ZoneApproval(number, date, approval.Value.Link) : null, tolerances.Value.Read());

    /// <summary>The present tables with what is configured.</summary>
    public async Task<CustomsTables> ReadAsync(CancellationToken cancellation) => (await CurrentAsync(cancellation)).With(Settings);

    /// <summary>Special customs areas whose approval holds on a day.</summary>
    public async Task<IReadOnlyList<SpecialArea>> AreasAsync(DateOnly day, CancellationToken cancellation) => (await CurrentAsync(cancellation)).AreasOn(day);

    /// <summary>The present edition.</summary>
    public async Task<TablesEdition> CurrentAsync(CancellationToken cancellation) => await AsOfAsync(await numbers.LastAsync(Stamp, cancellation), cancellation);

    /// <summary>The tables as of an edition.</summary>
    public async Task<TablesEdition> AsOfAsync(int edition, CancellationToken cancellation)
    {
        if (cache.At(edition) is { } known) return known;
        var revisions = await db.TableRevisions.AsNoTracking().Where(r => r.Since <= edition && (r.Until == null || r.Until > edition)).OrderBy(r => r.RowId).Take(MostRows).ToListAsync(cancellation);
        var tables = CustomsTables.BuiltIn();
        foreach (var table in await KeptAsync(edition, cancellation)) tables = tables.WithKept(table.Key, [.. table.Select(r => r.ToRow())]);
        tables = tables
            .WithOffices(Values<CustomsOffice>(revisions, TableRevisionKind.Office))
            .WithExchangeRates(Values<ExchangeRate>(revisions, TableRevisionKind.Rate))
            .WithSpecialAreas(Values<SpecialArea>(revisions, TableRevisionKind.Area));
        var words = await db.CodeWords.AsNoTracking().OrderBy(w => w.Id).Take(MostRows).Select(w => new CodeSynonym(w.Table, w.Code, w.Word)).ToListAsync(cancellation);
        var read = new TablesEdition(edition, tables, words);
        cache.Keep(read);
        return read;
    }

    /// <summary>Rows of imported tables in an edition, by table.</summary>
    private async Task<IReadOnlyList<IGrouping<CodeTableId, KeptTableRow>>> KeptAsync(int edition, CancellationToken cancellation)
    {
        var rows = await db.KeptTableRows.AsNoTracking()
            .Where(r => r.Since != null && r.Since <= edition && (r.Until == null || r.Until > edition)).OrderBy(r => r.Id).Take(MostRows).ToListAsync(cancellation);
        return [.. rows.GroupBy(r => r.Table).OrderBy(g => g.Key)];
    }

    private static IEnumerable<T> Values<T>(IEnumerable<TableRevision> revisions, TableRevisionKind kind) =>
        revisions.Where(r => r.RowKind == kind).Select(r => JsonSerializer.Deserialize<T>(r.Values)!);
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Corridors.Keeping;

/// <summary>Takes corridors with their legs in order out of a file: all rows or none. A corridor is known by its short name; another status in its row holds from today on.</summary>
public sealed class CorridorImport(PortalDbContext db, CorridorKeeping keeping)
{
    public const int MostRows = 50;

    private const int MostLegs = 2_000;
    private const int LegsMaxLength = 4_000;

    private static readonly char[] _betweenLegs = ['；', ';', '\n'];

    /// <summary>The columns of a file.</summary>
    public static IReadOnlyList<TargetColumn> Columns { get; } = NetworkSheet.Exactly(
    [
        new("slug", "网址短名", ["短名"], IsRequired: true),
        new("name", "名称", [], IsRequired: true),
        new("english", "英文名称", [], IsRequired: true),
        new("status", "状态", [], IsRequired: true),
        new("statusSource", "状态依据", [], IsRequired: true),
        new("order", "次序", [], IsRequired: false),
        new("colour", "颜色", [], IsRequired: true),
        new("partners", "合作方", [], IsRequired: false),
        new("description", "说明", [], IsRequired: true),
        new("englishDescription", "英文说明", [], IsRequired: true),
        new("documents", "所需单证", [], IsRequired: false),
        new("englishDocuments", "英文所需单证", [], IsRequired: false),
        new("contact", "联系", [], IsRequired: false),
        new("source", "来源", [], IsRequired: true),
        new("sourceAddress", "来源网址", [], IsRequired: false),
        new("legs", "区段", [], IsRequired: true),
    ]);

    /// <summary>A leg as a cell names it.</summary>
    public static string Named(Leg leg)
    {
        ArgumentNullException.ThrowIfNull(leg);
        return $"{leg.From!.Name}—{leg.To!.Name}（{leg.Mode.Word()}）";
    }

    /// <param name="file">Readable and seekable.</param>
    /// <param name="name">Its name, which says what it is.</param>
    /// <returns>How many corridors are new or different, or every problem with its row.</returns>
    public Task<Outcome<int>> ImportAsync(Stream file, string name, CancellationToken cancellation) =>
        NetworkSheet.TakeInAsync(db, NetworkSheet.Read(file, name, Columns, MostRows), KeepAsync, "修改同一通道", cancellation);

    private async Task<Outcome<int>> KeepAsync(List<SheetLine> lines, CancellationToken cancellation)
    {
        var slugs = lines.Select(l => l["slug"]).ToList();
        var known = await keeping.WholeAsync(slugs, cancellation);
        var legs = (await db.Legs.AsNoTracking().Include(l => l.From).Include(l => l.To).OrderBy(l => l.Id).Take(MostLegs).ToListAsync(cancellation)).ToDictionary(Named, l => l.Id, StringComparer.Ordinal);
        var (problems, seen) = (new List<Refusal>(), new HashSet<string>(StringComparer.Ordinal));
        var read = new List<CorridorData>();
        foreach (var line in lines)
        {
            var values = new SheetValues(line, Columns, problems);
            var corridor = known.GetValueOrDefault(line["slug"]);
            var data = DataOf(values, corridor, legs);
            if (corridor is null && !NodeImport.ShortName().IsMatch(data.Slug)) values.Fault("网址短名只用小写字母、数字和连字符。");
            if (!seen.Add(data.Slug)) values.Fault("与前面的行是同一通道。");
            if (values.AreGood) foreach (var refusal in await keeping.RefuseAsync(data, cancellation)) values.Fault(refusal.Message);
            read.Add(data);
        }
        if (problems.Count > 0) return Outcome.Refused(problems);
        var changed = 0;
        foreach (var data in read)
        {
            if (!known.TryGetValue(data.Slug, out var corridor))
            {
                var made = await keeping.MakeAsync(data, NetworkSheet.Note, cancellation);
                if (!made.IsDone) return Outcome.Refused(made.Refusals);
                changed++;
            }
            else if (await keeping.ChangeAsync(corridor, data, cancellation))
            {
                changed++;
            }
        }
        return changed;
    }

    private static CorridorData DataOf(SheetValues values, Corridor? corridor, Dictionary<string, int> legs) => new(
        values.Needed("slug", Corridor.SlugMaxLength), values.Needed("name", Corridor.NameMaxLength), values.Needed("english", Corridor.EnglishNameMaxLength),
        values.Named<CorridorStatus>("status", s => s.Word()), values.Needed("statusSource", Corridor.SourceMaxLength),
        values.Needed("description", Corridor.DescriptionMaxLength), values.Needed("englishDescription", Corridor.EnglishDescriptionMaxLength), values.NeededWhole("colour"),
        values.Text("partners", Corridor.PartnersMaxLength, corridor?.Partners), values.Needed("source", Corridor.SourceMaxLength),
        values.Text("sourceAddress", Corridor.SourceAddressMaxLength, corridor?.SourceAddress), values.Text("documents", Corridor.DocumentsMaxLength, corridor?.Documents),
        values.Text("englishDocuments", Corridor.DocumentsMaxLength, corridor?.EnglishDocuments), values.Text("contact", Corridor.ContactMaxLength, corridor?.Contact),
        LegsOf(values, legs), values.Whole("order", corridor?.SortOrder));

    private static List<int> LegsOf(SheetValues values, Dictionary<string, int> legs)
    {
        var ids = new List<int>();
        foreach (var name in values.Needed("legs", LegsMaxLength).Split(_betweenLegs, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (legs.TryGetValue(name, out var id)) ids.Add(id);
            else values.Fault($"没有登记区段“{Texts.Cut(name, 60)}”，应写成“怀化—甲站（铁路）”，各段之间用分号。");
        }
        return ids;
    }
}

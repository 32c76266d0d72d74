using System.Reflection;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Past;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>Everything in the portal that names an enterprise, read from the model: what is new there is looked at without anybody thinking of it.</summary>
public sealed class EnterpriseReferences(PortalDbContext db)
{
    /// <summary>What belongs to the record itself and goes with it.</summary>
    internal static readonly IReadOnlySet<Type> Parts = new HashSet<Type>
    {
        typeof(EnterpriseTag), typeof(EnterpriseMarket), typeof(FormerName), typeof(Contact), typeof(StageChange), typeof(FilingProfile), typeof(EnterpriseGram), typeof(EnterpriseSound), typeof(RecordSpan),
    };

    private static readonly MethodInfo _holders = typeof(EnterpriseReferences).GetMethod(nameof(HoldersAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Which of these enterprises something outside their own records names.</summary>
    public async Task<IReadOnlySet<int>> NamedAsync(IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        var named = new HashSet<int>();
        foreach (var key in Keys(db.Model).Where(k => !Parts.Contains(k.DeclaringEntityType.ClrType)))
            named.UnionWith(await (Task<List<int>>)_holders.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(this, [key.Properties[0], ids, cancellation])!);
        return named;
    }

    /// <summary>Every foreign key to an enterprise.</summary>
    public static IEnumerable<IForeignKey> Keys(IModel model) => model.FindEntityType(typeof(Enterprise))!.GetReferencingForeignKeys();

    private Task<List<int>> HoldersAsync<T>(IProperty property, IReadOnlyList<int> ids, CancellationToken cancellation)
        where T : class
    {
        var name = property.Name;
        return property.IsNullable
            ? db.Set<T>().IgnoreQueryFilters().Where(x => EF.Property<int?>(x, name) != null && ids.Contains(EF.Property<int?>(x, name)!.Value)).Select(x => EF.Property<int?>(x, name)!.Value).Distinct().ToListAsync(cancellation)
            : db.Set<T>().Where(x => ids.Contains(EF.Property<int>(x, name))).Select(x => EF.Property<int>(x, name)).Distinct().ToListAsync(cancellation);
    }
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Data;

/// <summary>
/// A short query that is asked again and again: made into a command once for each model, not at every call, which costs more than the database takes
/// for it. Compiled queries belong to one model, and two databases are two models.
/// </summary>
/// <typeparam name="TQuery">What EF.CompileAsyncQuery gives.</typeparam>
internal sealed class HotQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    /// <summary>The query for a context, which is then its first argument.</summary>
    public TQuery For(PortalDbContext db) => _compiled.GetValue(db.Model, _ => compile());
}

using System.Reflection;
using HuaihuaPilotZone.Common;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>The classes that say how records are kept; each stands beside its record and its name ends in Table.</summary>
internal static class DeclaredTables
{
    private static readonly MethodInfo _apply = typeof(ModelBuilder).GetMethods().Single(m => m.Name == nameof(ModelBuilder.ApplyConfiguration) && m.IsGenericMethod);

    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in DeclaredTypes.Ending(typeof(DeclaredTables).Assembly, "Table"))
        {
            var records = type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)).Select(i => i.GenericTypeArguments[0]).ToList();
            if (records.Count == 0) continue;
            var table = Activator.CreateInstance(type);
            foreach (var record in records) _apply.MakeGenericMethod(record).Invoke(builder, [table]);
        }
    }
}

using System.Reflection;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Finds what asks the database: public classes of the library that are given the context or another class that is.</summary>
internal static class PublicServices
{
    private static readonly Type[] _doorsToTheDatabase = [typeof(PortalDbContext), typeof(UserManager<PortalUser>), typeof(RoleManager<PortalRole>)];

    public static IReadOnlyList<Type> All { get; } = Find();

    /// <summary>What each service lets others do, inherited members and properties left out.</summary>
    public static IEnumerable<MethodInfo> Methods => All.SelectMany(s => s
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsSpecialName && m.GetBaseDefinition().DeclaringType != typeof(object)));

    private static List<Type> Find()
    {
        var candidates = HouseCode.Library.GetExportedTypes()
            // a command that moves files opens their streams, which no server is asked for
            .Where(t => t is { IsClass: true, IsAbstract: false } && t != typeof(DatabasePreparation) && t != typeof(FileMover) && !t.IsAssignableTo(typeof(RoomSeed))).ToList();
        var found = new List<Type>();
        while (true)
        {
            var more = candidates.Where(c => !found.Contains(c) && IsGiven(c, [.. _doorsToTheDatabase, .. found])).ToList();
            if (more.Count == 0) return found;
            found.AddRange(more);
        }
    }

    private static bool IsGiven(Type service, IReadOnlyList<Type> doors) =>
        service.GetConstructors().SelectMany(c => c.GetParameters())
            .Any(p => doors.Any(d => p.ParameterType == d || (p.ParameterType.IsInterface && p.ParameterType.Assembly == HouseCode.Library && d.IsAssignableTo(p.ParameterType))));
}

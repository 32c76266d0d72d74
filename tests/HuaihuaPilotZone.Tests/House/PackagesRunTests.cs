using System.Reflection;
using System.Runtime.CompilerServices;
using FluentValidation.AspNetCore;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Data.SqlClient;
using Serilog.AspNetCore;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>
/// Three packages stand on our stand-ins for packages that the source lacks (src/StandIns). A missing type or member would show itself only when
/// the method that needs it runs, so every method is compiled here.
/// </summary>
public sealed class PackagesRunTests
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_method_of_SqlClient_compiles_but_the_one_that_signs_in_through_a_broker()
    {
        var (prepared, broken) = Prepare(typeof(SqlConnection).Assembly);

        Assert.Equal(["Microsoft.Data.SqlClient.ActiveDirectoryAuthenticationProvider.CreateClientAppInstance"], broken);
        Assert.True(prepared > 5000, $"Only {prepared} methods were tried.");
    }

    [Fact]
    public void Every_method_of_Serilog_AspNetCore_compiles()
    {
        var (prepared, broken) = Prepare(typeof(RequestLoggingOptions).Assembly);

        Assert.Equal([], broken);
        Assert.True(prepared > 20, $"Only {prepared} methods were tried.");
    }

    [Fact]
    public void Every_method_of_FluentValidation_AspNetCore_compiles()
    {
        var (prepared, broken) = Prepare(typeof(FluentValidationAutoValidationConfiguration).Assembly);

        Assert.Equal([], broken);
        Assert.True(prepared > 100, $"Only {prepared} methods were tried.");
    }

    /// <summary>How many methods were compiled, and which were not.</summary>
    private static (int Prepared, IReadOnlyList<string> Broken) Prepare(Assembly assembly)
    {
        var methods = assembly.GetTypes().SelectMany(Closed)
            .SelectMany(t => t.GetMethods(Own).AsEnumerable<MethodBase>().Concat(t.GetConstructors(Own)))
            .Where(m => m.GetMethodBody() is not null).Select(Closed).OfType<MethodBase>().ToList();
        var broken = methods.Where(m => !Compiles(m)).Select(m => $"{m.Written().FullName}.{m.Name}").Distinct(StringComparer.Ordinal).ToList();
        return (methods.Count - broken.Count, broken);
    }

    private static bool Compiles(MethodBase method)
    {
        try
        {
            var ofType = method.DeclaringType!.GetGenericArguments();
            var ofMethod = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : [];
            RuntimeHelpers.PrepareMethod(method.MethodHandle, [.. ofType.Concat(ofMethod).Select(t => t.TypeHandle)]);
            return true;
        }
        catch (Exception e) when (e is IOException or TypeLoadException or MissingMemberException or BadImageFormatException or InvalidProgramException)
        {
            return false;
        }
    }

    /// <summary>A generic type for objects; none where its constraints do not let objects in.</summary>
    private static IEnumerable<Type> Closed(Type type)
    {
        if (!type.ContainsGenericParameters) return [type];
        try
        {
            return [type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(object))])];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static MethodBase? Closed(MethodBase method)
    {
        if (method is not MethodInfo { ContainsGenericParameters: true } open) return method;
        try
        {
            return open.MakeGenericMethod([.. open.GetGenericArguments().Select(_ => typeof(object))]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

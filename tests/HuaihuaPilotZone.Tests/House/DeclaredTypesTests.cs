using System.Reflection;
using AutoMapper;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HuaihuaPilotZone.Tests.House;

/// <summary>The portal finds its parts by the endings of their names; one with another name would silently be missing.</summary>
public sealed class DeclaredTypesTests
{
    private static readonly Assembly _library = typeof(PortalDbContext).Assembly;
    private static readonly Assembly _web = typeof(PortalHost).Assembly;

    public static TheoryData<string> Endings => ["Table", "Mapping", "Validator", "Controller", "ViewComponent", "TagHelper"];

    [Theory]
    [MemberData(nameof(Endings))]
    public void Every_part_has_the_name_that_it_is_found_by(string ending)
    {
        var parts = new[] { _library, _web }.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && IsPart(t, ending)).ToHashSet();
        var found = new[] { _library, _web }.SelectMany(a => DeclaredTypes.Ending(a, ending)).ToHashSet();

        Assert.NotEmpty(parts);
        Assert.Equal([], parts.Where(t => !found.Contains(t)).Select(t => t.FullName));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    public void Every_migration_is_known_by_its_name(string database)
    {
        var context = database == "Sqlite" ? typeof(SqlitePortalDbContext) : typeof(SqlServerPortalDbContext);
        var all = _library.GetTypes().Where(t => t.IsSubclassOf(typeof(Migration)) && t.GetCustomAttribute<Microsoft.EntityFrameworkCore.Infrastructure.DbContextAttribute>()?.ContextType == context);

        Assert.Equal(all.Select(t => t.FullName).Order(StringComparer.Ordinal), DeclaredTypes.Within(_library, $"HuaihuaPilotZone.Data.Migrations.{database}").Where(t => t.IsSubclassOf(typeof(Migration))).Select(t => t.FullName));
    }

    [Fact]
    public void Types_within_others_are_found_too() =>
        Assert.Contains(typeof(Inner.SampleValidator), DeclaredTypes.Ending(typeof(DeclaredTypesTests).Assembly, "SampleValidator"));

    private static bool IsPart(Type type, string ending) => ending switch
    {
        "Table" => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)),
        "Mapping" => type.IsSubclassOf(typeof(Profile)),
        // what checks a part of a form is called by the form's own validator
        "Validator" => type.IsVisible && !type.IsGenericType && typeof(IValidator).IsAssignableFrom(type),
        "Controller" => typeof(ControllerBase).IsAssignableFrom(type) || type.IsDefined(typeof(ControllerAttribute)),
        "ViewComponent" => typeof(ViewComponent).IsAssignableFrom(type),
        _ => typeof(ITagHelper).IsAssignableFrom(type),
    };

    private static class Inner
    {
        public sealed class SampleValidator;
    }
}

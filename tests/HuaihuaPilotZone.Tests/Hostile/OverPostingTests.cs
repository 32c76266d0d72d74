using System.Globalization;
using System.Reflection;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>Every form is sent with every property name of the model besides its own fields: nothing of it may arrive anywhere.</summary>
[Collection(OnHostileGround.Name)]
public sealed class OverPostingTests(HostileGround ground)
{
    /// <summary>Stands for every text that no form asked for.</summary>
    private const string Smuggled = "夹带的字";

    /// <summary>Stands for every number that no form asked for.</summary>
    private const int SmuggledNumber = 777_777_777;

    private const string SmuggledDay = "2077-07-07";

    /// <summary>What only the portal itself may set, and the forms whose very purpose it is.</summary>
    private static readonly Dictionary<string, string[]> _neverFromAForm = new(StringComparer.Ordinal)
    {
        ["CreatedAt"] = [],
        ["CreatedBy"] = [],
        ["CreatedById"] = [],
        ["PasswordHash"] = [],
        ["SecurityStamp"] = [],
        ["IsDisabled"] = [],
        ["IsDemonstration"] = ["ImportForm"],
        ["NormalizedUserName"] = [],
        ["OwnerId"] = ["LeadForm"],
        ["Roles"] = ["RolesForm", "InviteForm", "PartyForm"],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void No_form_asks_for_what_only_the_portal_may_set()
    {
        var forms = Actions().SelectMany(a => a.Parameters).Select(p => p.ParameterType).Where(t => t.Namespace?.StartsWith("HuaihuaPilotZone", StringComparison.Ordinal) == true && t is { IsClass: true }).Distinct().ToList();

        Assert.True(forms.Count > 100, $"Only {forms.Count} forms were found.");
        Rule.HoldsEverywhere(forms.SelectMany(f => f.GetProperties().Where(p => p.CanWrite && _neverFromAForm.TryGetValue(p.Name, out var may) && !may.Contains(f.Name)).Select(p => $"{f.Name}.{p.Name}")));
    }

    [Fact]
    public void No_act_binds_a_record_of_the_database()
    {
        var records = ground.Portal.Services.CreateScope().ServiceProvider.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>().Model.GetEntityTypes().Select(t => t.ClrType).ToHashSet();

        Rule.HoldsEverywhere(Actions().SelectMany(a => a.Parameters.Where(p => Bound(p.ParameterType, []).Any(records.Contains)).Select(p => $"{a.DisplayName}: {p.Name}")));
    }

    [Fact]
    public async Task No_form_takes_what_it_did_not_ask_for()
    {
        var asked = Actions().SelectMany(a => a.Parameters).SelectMany(p => Bound(p.ParameterType, []).SelectMany(t => t.GetProperties()).Select(p => p.Name).Append(p.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var extras = await ground.Portal.WithDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Select(p => (p.Name, Value: Smuggle(p))).ToList()));
        var before = await OwnedAsync();
        var offences = new List<string>();
        var sent = 0;
        foreach (var form in ground.Forms)
        {
            var own = form.Fields.Select(f => f.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var parameters = ParametersOf(form.Address);
            var fields = form.Fields.Concat(extras.Where(e => !own.Contains(e.Name) && !parameters.Contains(e.Name)).Select(e => KeyValuePair.Create(e.Name, e.Value)))
                .Concat([KeyValuePair.Create("Roles", "ParkAdministrator"), KeyValuePair.Create("Enterprise.Id", $"{ground.OtherEnterprise}"), KeyValuePair.Create("User.UserName", Smuggled), KeyValuePair.Create("form.EnterpriseId", $"{ground.OtherEnterprise}")]);
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await ground.Visitors[form.Person].Client.PostAsync(new Uri(form.Address, UriKind.Relative), content, Cancellation);
            sent++;
            if ((int)answer.StatusCode >= 500) offences.Add($"{form}: {(int)answer.StatusCode}");
        }

        Assert.True(sent > 150, $"Only {sent} forms were sent.");
        Assert.True(extras.Count > 400, $"Only {extras.Count} names were sent.");
        offences.AddRange(await TracesAsync());
        offences.AddRange((await OwnedAsync()).Where(now => now.Value > before[now.Key]).Select(now => $"{now.Key}: {now.Value - before[now.Key]} records came to another enterprise"));
        Rule.HoldsEverywhere(offences);
    }

    /// <summary>Names that the action of an address binds; these it did ask for, even where the page does not show them.</summary>
    private HashSet<string> ParametersOf(string address)
    {
        var path = address.Split('?')[0].Trim('/').Split('/');
        return Actions().Where(a => Fits((a.AttributeRouteInfo?.Template ?? "").Trim('/').Split('/'), path)).SelectMany(a => a.Parameters)
            .SelectMany(p => Bound(p.ParameterType, []).SelectMany(t => t.GetProperties()).Select(x => x.Name).Append(p.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(p => p.First.StartsWith('{') || string.Equals(p.First, p.Second, StringComparison.OrdinalIgnoreCase));

    private string Smuggle(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.Name == "EnterpriseId" || property.Name.EndsWith("EnterpriseId", StringComparison.Ordinal)) return ground.OtherEnterprise.ToString(CultureInfo.InvariantCulture);
        if (type == typeof(bool)) return "true";
        if (type == typeof(DateTime) || type == typeof(DateOnly)) return SmuggledDay;
        if (type.IsEnum) return Enum.GetNames(type)[^1];
        return type == typeof(string) ? Smuggled : SmuggledNumber.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Every column of every table in which something smuggled has arrived.</summary>
    private Task<List<string>> TracesAsync() => ground.Portal.WithDatabaseAsync(async db =>
    {
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson()).GroupBy(t => t.GetTableName()!, StringComparer.Ordinal))
        {
            foreach (var property in table.SelectMany(t => t.GetProperties()).DistinctBy(p => p.GetColumnName(), StringComparer.Ordinal))
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                var column = property.GetColumnName();
                var condition = type == typeof(string) ? $"\"{column}\" LIKE '%{Smuggled}%'" : type == typeof(int) || type == typeof(long) ? $"\"{column}\" = {SmuggledNumber}" : null;
                if (condition is null) continue;
#pragma warning disable EF1002 // names of the model and constants of this test
                var count = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table.Key}\" WHERE {condition}").ToListAsync(Cancellation);
#pragma warning restore EF1002
                if (count[0] > 0) found.Add($"{table.Key}.{column}: {count[0]} values were smuggled in");
            }
        }

        return found;
    });

    /// <summary>How many records of each kind the other enterprise has.</summary>
    private Task<Dictionary<string, int>> OwnedAsync() => ground.Portal.WithDatabaseAsync(async db =>
    {
        var owned = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.FindProperty("EnterpriseId") is not null && t.GetTableName() is not null && !t.IsOwned()))
        {
#pragma warning disable EF1002 // a name of the model and a number
            var count = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{type.GetTableName()}\" WHERE \"EnterpriseId\" = {ground.OtherEnterprise}").ToListAsync(Cancellation);
#pragma warning restore EF1002
            owned[type.ClrType.Name] = count[0];
        }

        return owned;
    });

    private IReadOnlyList<ControllerActionDescriptor> Actions() => [.. ground.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) == true)
        .Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()!).Where(a => a is not null)];

    /// <summary>The type and what its properties hold, as far as they are ours.</summary>
    private static IEnumerable<Type> Bound(Type type, HashSet<Type> seen)
    {
        type = type.IsGenericType ? type.GetGenericArguments()[^1] : type.IsArray ? type.GetElementType()! : type;
        if (type.Namespace?.StartsWith("HuaihuaPilotZone", StringComparison.Ordinal) != true || type.IsEnum || !type.IsClass || !seen.Add(type)) return [];
        return [type, .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !p.IsDefined(typeof(BindNeverAttribute), inherit: true)).SelectMany(p => Bound(p.PropertyType, seen))];
    }
}

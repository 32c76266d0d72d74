using System.Globalization;
using HuaihuaPilotZone.Accounts.SignIns;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Inventory;
using HuaihuaPilotZone.Personal.Keys;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>The inventory and the model say the same.</summary>
public sealed class PersonalDataInventoryTests
{
    private static readonly IModel _model =
        new SqlitePortalDbContext((DbContextOptions<SqlitePortalDbContext>)PortalDatabase.UseSqlite(new DbContextOptionsBuilder<SqlitePortalDbContext>(), "Data Source=:memory:", new()).Options).Model;

    private static readonly Dictionary<string, HashSet<string>> _personal = PersonalDataInventory.All.ToDictionary(r => r.Entity, r => r.Fields.Select(f => f.Property).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    [Fact]
    public void Every_text_and_day_is_declared_personal_or_not()
    {
        var columns = Columns().ToList();

        Assert.True(columns.Count > 500);
        Rule.HoldsEverywhere(columns.Where(c => !IsPersonal(c) && !IsDeclared(c)).Select(c => $"{c.Entity}.{c.Property}: declare it in PersonalDataInventory or DeclaredNotPersonal"));
    }

    [Fact]
    public void No_column_is_declared_twice() => Rule.HoldsEverywhere(Columns().Where(c => IsPersonal(c) && IsDeclared(c)).Select(c => $"{c.Entity}.{c.Property}"));

    [Fact]
    public void Nothing_is_declared_that_does_not_exist()
    {
        var there = _model.GetEntityTypes().SelectMany(e => e.GetProperties()).Select(p => (Entity: p.DeclaringType.ShortName(), Property: p.Name)).ToHashSet();
        var declared = _personal.SelectMany(r => r.Value.Select(p => (Entity: r.Key, Property: p))).Concat(DeclaredNotPersonal.All.SelectMany(l => l.Value.Select(p => (Entity: l.Key, Property: p))));

        Rule.HoldsEverywhere(declared.Where(d => !there.Contains(d)).Select(d => $"{d.Entity}.{d.Property}"));
        Rule.HoldsEverywhere(PersonalDataInventory.All.Where(r => !there.Any(t => t.Entity == r.Entity)).Select(r => r.Entity));
        Rule.HoldsEverywhere(PersonalDataInventory.Actors.Where(a => !there.Any(t => t.Property == a)));
    }

    [Fact]
    public void What_is_encrypted_is_declared_sensitive_and_what_is_sensitive_is_not_kept_in_plain()
    {
        // passwords are a hash of Identity's, tokens of sign-ins are its own, secrets of second factors are protected by data protection, recovery codes hashed like passwords, and these are protected by PersonalColumn or a keyed mark
        string[] otherwise = ["PortalUser.PasswordHash", "SecondFactor.Secret", "SecondFactor.NewSecret", "RecoveryCode.Hash", "IdentityUserToken.Value", "Succession.ProtectedPerson", "Letter.ProtectedWriter", "InformationRequest.ProtectedApplicant", "InformationRequest.IdentityMark", "GateMove.VehicleMark", "Subscriber.ProtectedAddress"];
        var encrypted = _model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.GetValueConverter() is PersonalConverter).Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}").Where(n => n != "PrivacyRequest.Reason");
        var sensitive = PersonalDataInventory.All.SelectMany(r => r.Fields.Where(f => f.Category == PersonalCategory.Sensitive).Select(f => $"{r.Entity}.{f.Property}"));

        Assert.Equal(encrypted.Order(StringComparer.Ordinal), sensitive.Except(otherwise, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_times_that_it_names_are_those_of_the_code()
    {
        var kept = PersonalDataInventory.All.ToDictionary(r => r.Entity, r => r.Kept, StringComparer.Ordinal);

        foreach (var (entity, time) in new[] { ("OutgoingMail", MailDelivery.Kept), ("SignInSession", SignInSessions.Kept), ("KnownBrowser", SignInSweeper.BrowserKept) })
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"后 {time.TotalDays} 天"), kept[entity], StringComparison.Ordinal);
        var keys = kept.Values.SelectMany(k => k.Split(' ')).Where(w => w.StartsWith("Privacy:", StringComparison.Ordinal)).Select(w => w["Privacy:".Length..]).ToHashSet(StringComparer.Ordinal);
        Assert.True(keys.Count > 8);
        Rule.HoldsEverywhere(keys.Except(typeof(PrivacyOptions).GetProperties().Select(p => p.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void What_belongs_to_people_with_accounts_stands_in_their_export()
    {
        var named = PersonalDataInventory.All.Select(r => r.Section).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        Rule.HoldsEverywhere(named.Except(ExportSections.Keys, StringComparer.Ordinal));
        Rule.HoldsEverywhere(ExportSections.Keys.Except(named, StringComparer.Ordinal).Where(k => k != "roles").Select(k => $"{k} is exported and not in the inventory"));
    }

    [Fact]
    public void The_document_shows_the_same_inventory()
    {
        var rows = File.ReadLines(Path.Combine(HouseCode.Root, "docs", "privacy.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();

        Assert.Equal(PersonalDataInventory.All.Select(RowOf), rows);
    }

    private static string RowOf(PersonalRecord record)
    {
        var fields = record.Fields.Count == 0 ? "—" : string.Join('、', record.Fields.Select(f => f.Category == PersonalCategory.Sensitive ? $"**{f.Word}**" : f.Word));
        return $"| `{record.Entity}` | {record.Word} | {record.Whose} | {fields} | {record.Purpose} | {record.Basis} | {record.Kept} | {record.End} |";
    }

    private static IEnumerable<(string Entity, string Property)> Columns() => _model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => IsTextOrDay(p.ClrType)).Select(p => (p.DeclaringType.ShortName(), p.Name));

    private static bool IsTextOrDay(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var t && (t == typeof(string) || t == typeof(DateTime) || t == typeof(DateTimeOffset) || t == typeof(DateOnly) || t == typeof(byte[]));

    private static bool IsPersonal((string Entity, string Property) column) =>
        (_personal.TryGetValue(column.Entity, out var fields) && fields.Contains(column.Property)) || PersonalDataInventory.Actors.Contains(column.Property, StringComparer.Ordinal);

    private static bool IsDeclared((string Entity, string Property) column) => DeclaredNotPersonal.All.TryGetValue(column.Entity, out var names) && names.Contains(column.Property, StringComparer.Ordinal);
}

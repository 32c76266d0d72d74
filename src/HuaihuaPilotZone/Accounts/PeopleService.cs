using System.Globalization;
using System.Security.Cryptography;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>Who may sign in and what they may do. Whatever takes something away ends the person's open sessions.</summary>
public sealed class PeopleService(PortalDbContext db, UserManager<PortalUser> users, IMapper mapper, PortalJournal journal, Actor actor)
{
    private const int MostMemberships = 100;
    private const int StampLength = 20;
    private const string LastAdministrator = "至少要保留一位可登录的园区管理员。请先把这个角色交给另一位。";

    public async Task<Page<PersonRow>> ListAsync(PeopleQuery query, PageRequest page, CancellationToken cancellation)
    {
        var people = Filter(db.Users.AsNoTracking(), query);
        var found = await people.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).ProjectTo<PersonRow>(mapper.ConfigurationProvider).ToPageAsync(page, cancellation);
        var words = await RoleWordsAsync([.. found.Rows.Select(r => r.Id)], cancellation);
        return found.Select(r => r with { Roles = [.. words[r.Id]] });
    }

    public async Task<PersonDetail?> FindAsync(int userId, CancellationToken cancellation)
    {
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, cancellation);
        if (person is null) return null;
        var memberships = await db.Memberships.AsNoTracking().Include(m => m.Enterprise).Where(m => m.UserId == userId)
            .OrderBy(m => m.Id).Take(MostMemberships).ToListAsync(cancellation);
        return new PersonDetail(person, await RoleNamesAsync(userId, cancellation), memberships);
    }

    /// <summary>Makes a person's staff roles exactly the given ones. The last administrator keeps that role, also when two administrators act at the same moment.</summary>
    public Task<Outcome> SetRolesAsync(int userId, IReadOnlyCollection<string> roles, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            await TakeTurnAsync(token);
            if (await users.FindByIdAsync(Text(userId)) is not { } person) return Missing();
            var has = await RoleNamesAsync(userId, token);
            List<string> given = [.. StaffRoles.All.Where(r => roles.Contains(r) && !has.Contains(r))];
            List<string> taken = [.. has.Where(r => !roles.Contains(r))];
            if (given.Count + taken.Count == 0) return Outcome.Done;
            if (taken.Contains(StaffRoles.ParkAdministrator) && !person.IsDisabled && !await HasOtherAdministratorAsync(userId, token)) return Outcome.Refused("Roles", LastAdministrator);
            Check(await users.AddToRolesAsync(person, given));
            Check(await users.RemoveFromRolesAsync(person, taken));
            Check(await users.UpdateSecurityStampAsync(person));
            journal.Write(
                JournalSubjects.Account, person.UserName!, AccountActs.RolesChanged,
                changes: [new FieldChange("角色", Words(has), Words(StaffRoles.All.Where(roles.Contains)))]);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    /// <summary>Keeps a person from signing in and ends their open sessions.</summary>
    public Task<Outcome> DisableAsync(int userId, string reason, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            await TakeTurnAsync(token);
            if (await users.FindByIdAsync(Text(userId)) is not { } person) return Missing();
            if (person.IsDisabled) return Outcome.Refused("这个账号已经停用。");
            if (userId == actor.UserId) return Outcome.Refused("不能停用自己的账号。请由另一位园区管理员操作。");
            var isAdministrator = (await RoleNamesAsync(userId, token)).Contains(StaffRoles.ParkAdministrator);
            if (isAdministrator && !await HasOtherAdministratorAsync(userId, token)) return Outcome.Refused(LastAdministrator);
            return await SetDisabledAsync(person, true, reason, token);
        },
        cancellation);

    /// <summary>Lets a disabled person sign in again.</summary>
    public Task<Outcome> EnableAsync(int userId, string reason, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            if (await users.FindByIdAsync(Text(userId)) is not { } person) return Missing();
            return person.IsDisabled ? await SetDisabledAsync(person, false, reason, token) : Outcome.Refused("这个账号没有停用。");
        },
        cancellation);

    /// <summary>Refuses where the portal would lose its last administrator with this person. Part of the caller's transaction, and its turn.</summary>
    internal async Task<Outcome> MayLeaveAsync(int userId, CancellationToken cancellation)
    {
        await TakeTurnAsync(cancellation);
        var isAdministrator = (await RoleNamesAsync(userId, cancellation)).Contains(StaffRoles.ParkAdministrator);
        return isAdministrator && !await HasOtherAdministratorAsync(userId, cancellation) ? Outcome.Refused(LastAdministrator) : Outcome.Done;
    }

    private async Task<Outcome> SetDisabledAsync(PortalUser person, bool isDisabled, string reason, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Outcome.Refused("Reason", "请写明原因。");
        // not through the manager: somebody whose name or address today's rules refuse has to be kept out as well
        (person.IsDisabled, person.SecurityStamp, person.ConcurrencyStamp) = (isDisabled, Convert.ToHexString(RandomNumberGenerator.GetBytes(StampLength)), Guid.NewGuid().ToString());
        journal.Write(JournalSubjects.Account, person.UserName ?? Text(person.Id), isDisabled ? AccountActs.Disabled : AccountActs.Enabled, reason.Trim());
        await db.SaveChangesAsync(cancellation);
        return Outcome.Done;
    }

    /// <summary>Waits until no other act of this kind is under way; see <see cref="AdministratorGuard"/>.</summary>
    private async Task TakeTurnAsync(CancellationToken cancellation)
    {
        var guards = await db.Set<AdministratorGuard>().ExecuteUpdateAsync(set => set.SetProperty(g => g.Turn, g => g.Turn + 1), cancellation);
        if (guards != 1) throw new InvalidOperationException("The administrator guard is missing from the database.");
    }

    private Task<bool> HasOtherAdministratorAsync(int userId, CancellationToken cancellation) =>
        (from given in db.UserRoles
         join role in db.Roles on given.RoleId equals role.Id
         join user in db.Users on given.UserId equals user.Id
         where role.Name == StaffRoles.ParkAdministrator && !user.IsDisabled && user.Id != userId
         select user.Id).AnyAsync(cancellation);

    private async Task<IReadOnlyList<string>> RoleNamesAsync(int userId, CancellationToken cancellation)
    {
        var names = await (from given in db.UserRoles join role in db.Roles on given.RoleId equals role.Id where given.UserId == userId orderby role.Id select role.Name!)
            .Take(StaffRoles.All.Count).ToListAsync(cancellation);
        return [.. StaffRoles.All.Where(names.Contains)];
    }

    private async Task<ILookup<int, string>> RoleWordsAsync(IReadOnlyList<int> userIds, CancellationToken cancellation)
    {
        var roles = await (from given in db.UserRoles
                           join role in db.Roles on given.RoleId equals role.Id
                           where userIds.Contains(given.UserId)
                           orderby role.Id
                           select new { given.UserId, Name = role.Name! }).ToListAsync(cancellation);
        var served = await db.Memberships.AsNoTracking().Where(m => userIds.Contains(m.UserId) && m.EndedAt == null).OrderBy(m => m.Id)
            .Select(m => new { m.UserId, m.Role, m.Enterprise!.Name }).Take(userIds.Count * MostMemberships + 1).ToListAsync(cancellation);
        return roles.Select(r => (r.UserId, Word: StaffRoles.Word(r.Name)))
            .Concat(served.Select(m => (m.UserId, Word: $"{m.Name}（{m.Role.Word()}）")))
            .ToLookup(r => r.UserId, r => r.Word);
    }

    private IQueryable<PortalUser> Filter(IQueryable<PortalUser> people, PeopleQuery query)
    {
        people = query.View switch
        {
            PeopleView.Disabled => people.Where(u => u.IsDisabled),
            PeopleView.Enterprises => people.Where(u => !u.IsDisabled && !db.UserRoles.Any(r => r.UserId == u.Id)),
            _ => people.Where(u => !u.IsDisabled && db.UserRoles.Select(r => r.UserId).Contains(u.Id)),
        };
        if (SearchWord.Of(query.Word) is not { } word) return people;
        var upper = word.ToUpperInvariant();
        return people.Where(u => u.DisplayName.Contains(word) || u.NormalizedUserName!.Contains(upper) || u.NormalizedEmail!.Contains(upper));
    }

    private static Outcome Missing() => Outcome.Refused("没有这个账号。");

    private static string Words(IEnumerable<string> roles) => string.Join('、', roles.Select(StaffRoles.Word));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static void Check(IdentityResult result)
    {
        // inside the turn only a fault can stand against it; the exception rolls everything back
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
    }
}

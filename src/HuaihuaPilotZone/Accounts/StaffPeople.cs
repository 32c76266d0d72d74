using HuaihuaPilotZone.Data;

namespace HuaihuaPilotZone.Accounts;

/// <summary>The people of the staff, found from the few who were given a role: asked from the side of the people, everybody who ever signed up is gone through.</summary>
internal static class StaffPeople
{
    /// <param name="roles">Any of these.</param>
    public static IQueryable<PortalUser> StaffIn(this PortalDbContext db, params IReadOnlyCollection<string> roles)
    {
        var given = db.UserRoles.Where(g => db.Roles.Any(r => r.Id == g.RoleId && roles.Contains(r.Name!))).Select(g => g.UserId);
        return db.Users.Where(u => !u.IsDisabled && given.Contains(u.Id));
    }
}

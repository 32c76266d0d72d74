using HuaihuaPilotZone.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// Looks at the name and the address of an account where they are new. What is stored was let in once; that today's rules would refuse it must not keep anybody from a
/// new password, from other roles or from the second factor.
/// </summary>
internal sealed class NewNames(PortalDbContext db, IdentityErrorDescriber errors) : UserValidator<PortalUser>(errors)
{
    public override Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user)
    {
        var stored = db.Entry(user);
        var (name, address) = (stored.Property(u => u.UserName), stored.Property(u => u.Email));
        var isStored = stored.State is EntityState.Unchanged or EntityState.Modified
            && Equals(name.OriginalValue, name.CurrentValue) && Equals(address.OriginalValue, address.CurrentValue);
        return isStored ? Task.FromResult(IdentityResult.Success) : base.ValidateAsync(manager, user);
    }
}

using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Addresses;

/// <summary>Where pages went. Asked only when nothing public stands at an address, so that an old one never hides a page.</summary>
public sealed class MovedAddresses(PortalDbContext db)
{
    /// <param name="path">Local address without language and query, such as /news/x.</param>
    /// <returns>Where the page stands now; null for an address that no page had.</returns>
    public Task<string?> FindAsync(string path, CancellationToken cancellation) =>
        path.Length > MovedAddress.PathMaxLength ? Task.FromResult<string?>(null)
            : db.MovedAddresses.AsNoTracking().Where(m => m.Path == path).Select(m => m.Target).SingleOrDefaultAsync(cancellation);
}

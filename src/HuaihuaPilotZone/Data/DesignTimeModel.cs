using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;

namespace HuaihuaPilotZone.Data;

/// <summary>The model that migrations are compared with. EF keeps it beside the smaller one that it works with, for as long as the process lives.</summary>
public static class DesignTimeModel
{
    /// <summary>Lets go of it; where it is asked for once more, EF makes it anew.</summary>
    public static void LetGo(PortalDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.GetService<IMemoryCache>().Remove(db.GetService<IModelCacheKeyFactory>().Create(db, designTime: true));
    }
}

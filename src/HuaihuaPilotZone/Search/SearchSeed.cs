using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Search;

/// <summary>First synonyms, the rules and fixed pages of this build, and the index of a database that had none.</summary>
internal sealed class SearchSeed(PortalDbContext db, SearchRebuild rebuild) : RoomSeed
{
    // ways of naming the same thing in the founding papers and in the facts of this portal
    private static readonly string[] _synonyms =
    [
        "陆港、内陆港、无水港", "综试区、综合试验区", "跨境电商、跨境电子商务", "报关单、出口报关单", "清单、申报清单", "单一窗口、国际贸易单一窗口", "东盟、东南亚国家联盟", "退税、出口退税", "老挝、中老", "缅甸、中缅",
        "越南、中越",
    ];

    public override int Order => 900;

    public override async Task EnsureReferenceAsync(CancellationToken cancellation)
    {
        if (!await db.SearchSynonyms.AnyAsync(cancellation))
        {
            db.SearchSynonyms.AddRange(_synonyms.Select(w => new SearchSynonym { Words = w }));
            await db.SaveChangesAsync(cancellation);
        }

        await rebuild.RefreshFixedAsync(cancellation);
        if (await rebuild.IsNeededAsync(cancellation)) await rebuild.RunAsync(cancellation);
    }
}

using HuaihuaPilotZone.Chains;
using HuaihuaPilotZone.Chains.Relations;
using HuaihuaPilotZone.PublicPages;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Chains;

/// <summary>The industries of the zone, who is in them and what is missing.</summary>
[PublicPage(PublicTopic.Chains, PublicTopic.Enterprises, PublicTopic.Investment, PublicTopic.Policies)]
public sealed class ChainsController(ChainMap map, RelationBook relations, ChainShelf shelf) : Controller
{
    [HttpGet("/chains")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(await map.PublicAsync(cancellation));

    [HttpGet("/chains/{slug}")]
    [KeptModel]
    public async Task<IActionResult> Show(string slug, CancellationToken cancellation) => await map.PublicAsync(slug, cancellation) is { } chain
        ? View(new ChainShown(chain, await relations.ForPublicAsync(chain.Chain.Id, cancellation), await shelf.OfAsync(chain.Chain.Id, cancellation)))
        : NotFound();
}

/// <summary>One chain.</summary>
/// <param name="Relations">Who supplies whom, where both sides have made it public.</param>
/// <param name="Shelf">Its policies, and what the enterprises in it show.</param>
public sealed record ChainShown(PublicChain Entry, IReadOnlyList<SeenRelation> Relations, ChainShelfView Shelf);

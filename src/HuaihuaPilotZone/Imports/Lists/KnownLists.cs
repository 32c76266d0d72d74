using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Imports.Lists;

/// <summary>What is known of an enterprise before its file is read: asked once for each job, because thousands of groups start from it.</summary>
internal sealed class KnownLists(Prefill prefill)
{
    private readonly Dictionary<(int Enterprise, string Mode), PrefilledDocument> _known = [];

    public async Task<PrefilledDocument> ReadAsync(ImportContext context, CancellationToken cancellation)
    {
        var key = (context.EnterpriseId!.Value, context.Variant);
        if (_known.TryGetValue(key, out var known)) return known;
        return _known[key] = await prefill.NewAsync(key.Item1, DocumentKind.List, context.Variant, cancellation);
    }
}

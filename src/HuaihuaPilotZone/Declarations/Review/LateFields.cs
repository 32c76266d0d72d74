using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>一次告知 (mission N15): fields that a return names although they stood there unchanged, and unnamed, when the document was returned before.</summary>
internal static class LateFields
{
    /// <param name="earlier">Submissions that were returned, with their points.</param>
    /// <returns>Paths of the late fields.</returns>
    public static IReadOnlyList<string> Of(CustomsDocument now, IReadOnlyList<Submission> earlier, IReadOnlyList<ReturnReason> points)
    {
        var before = earlier.Select(s => DocumentJson.TryDeserialize(now.Schema, s.Document, out var document) ? document : null).OfType<CustomsDocument>().ToList();
        var named = earlier.SelectMany(s => s.Points).Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        return [.. points.Select(p => p.Path).Distinct(StringComparer.Ordinal).Where(path => path.Length > 0 && !named.Contains(path)
            && before.Exists(document => string.Equals(DocumentPath.Get(document, path), DocumentPath.Get(now, path), StringComparison.Ordinal)))];
    }
}

using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Shared;

/// <summary>Two people edited one record: both values, and the choice between them.</summary>
/// <param name="Title">What is being edited, such as 示例箱包有限公司：基本信息.</param>
/// <param name="Action">Where the form posts to.</param>
/// <param name="BackHref">Where to go without saving.</param>
/// <param name="Fields">Everything the person typed, to be sent once more over the newer version.</param>
public sealed record ConflictPage(EditConflict Conflict, string Title, string Action, string BackHref, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string VersionField = "Version";
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>The page for the form that was just posted.</summary>
    public static ConflictPage Of(HttpRequest request, EditConflict conflict, string title, string backHref) => new(
        conflict, title, request.Path, backHref,
        [.. request.Form.Where(f => f.Key is not (VersionField or TokenField)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))]);
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Merging;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises.Merging;

/// <summary>What tests of merging and splitting need again and again.</summary>
internal static class MergeScenes
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Merges as the page would, with what it proposes.</summary>
    public static Task<Outcome<int>> MergeAsync(this Portal portal, int kept, int other) => portal.InScopeAsync(async s =>
    {
        var merges = s.GetRequiredService<MergeService>();
        var preview = await merges.PreviewAsync(kept, other, Cancellation);
        return preview.IsDone ? await merges.MergeAsync(kept, other, Choice(preview.Value), Cancellation) : Outcome.Refused(preview.Refusals);
    });

    public static MergeChoice Choice(MergePreview preview) => new(
        preview.Kept.Version, preview.Other.Version, [.. preview.Fields.Where(f => f.TakesOther).Select(f => f.Key)], [.. preview.NewContacts.Select(c => c.Id)], "核对了营业执照");

    public static Task<Outcome> UndoAsync(this Portal portal, int merge) => portal.InScopeAsync(s => s.GetRequiredService<MergeUndo>().UndoAsync(merge, Cancellation));

    public static Task<Enterprise?> FindAsync(this Portal portal, int id) => portal.InScopeAsync(s => s.GetRequiredService<EnterpriseRoster>().FindAsync(id, Cancellation));
}

using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Web.Shared.Declarations;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Declarations;

/// <summary>The page on which a draft is edited.</summary>
public sealed record DraftPage(
    Declaration Declaration, int Version, CustomsDocument Document, PreCheckPanel Panel, IReadOnlyList<SectionView> Sections,
    IReadOnlyList<GridView> Grids,
    IReadOnlyList<(CodeList List, IReadOnlyList<CodeOption> Options)> Suggestions, Submission? Returned)
{
    /// <summary>Notices of risks that its goods are in the scope of.</summary>
    public IReadOnlyList<RiskNotice> Risks { get; init; } = [];

    public required DraftSeal Seal { get; init; }

    public bool HaveMustFix(GridView grid) =>
        grid.Lines.Any(line => line.Any(f => f.IsBad)) || Panel.Result.Findings.Any(f => f.Path == "/" + grid.Collection.Name && f.Severity == Severity.MustFix);

    public static DraftPage Of(Declaration declaration, CheckedDocument check, IReadOnlyList<AppliedFix> fixes, Submission? returned, DraftSeal seal)
    {
        var origins = DraftOrigins.Read(declaration.Origins);
        var views = new FieldViews(check.Document, check.Tables, check.Result.Date, Messages(check.Result, returned), origins);
        return new DraftPage(
            declaration, declaration.Version, check.Document, PreCheckPanel.Of(check, fixes, isEditable: true),
            views.Sections(), views.Grids(), views.Suggestions(), returned)
        {
            Seal = seal,
        };
    }

    /// <summary>Messages by input name, for the script that marks fields after a save.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FieldMessage>> FieldMessages(CheckedDocument check, Submission? returned) =>
        Messages(check.Result, returned).Where(g => FieldNames.NameOf(check.Document.Schema, g.Key) is not null)
            .ToDictionary(g => FieldNames.NameOf(check.Document.Schema, g.Key)!, g => (IReadOnlyList<FieldMessage>)[.. g], StringComparer.Ordinal);

    private static ILookup<string, FieldMessage> Messages(PreCheckResult result, Submission? returned) =>
        result.Findings.Select(f => (f.Path, Message: FieldMessage.Of(f)))
            .Concat((returned?.Points ?? []).Select(p => (p.Path, Message: new FieldMessage(Severity.Advice, $"园区：{p.Reason}", "RETURN"))))
            .ToLookup(m => m.Path, m => m.Message, StringComparer.Ordinal);
}

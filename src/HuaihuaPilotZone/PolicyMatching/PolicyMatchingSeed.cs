using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.PolicyMatching;

/// <summary>Criteria of demonstration policies alone: nobody has drawn any from a real document yet.</summary>
internal sealed class PolicyMatchingSeed(PortalDbContext db, CriteriaDesk desk, EnterpriseRoster roster, ChinaTime time) : RoomSeed
{
    private const string Note = "演示条件，不作为办事依据。";

    public override int Order => 65;

    public override async Task EnsureDemonstrationAsync(CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        List<CriteriaGroup> trees = [ForOperating(choices), ForExporters()];
        var documents = await db.PolicyDocuments.Where(d => d.IsDemonstration && d.State == Content.PublicationState.Published && d.RepealedOn == null && d.Openness == Content.Policies.Openness.Proactive)
            .OrderBy(d => d.Id).Take(trees.Count).Select(d => d.Id).ToListAsync(cancellation);
        if (await db.PolicyCriteria.AnyAsync(c => documents.Contains(c.PolicyDocumentId), cancellation)) return;
        foreach (var (document, tree) in documents.Zip(trees))
        {
            var saved = await desk.SaveAsync(document, 0, new CriteriaData(tree, time.Today.AddDays(60), Note), cancellation);
            if (!saved.IsDone) throw new InvalidOperationException(saved.Outcome.Refusals[0].Message);
        }
    }

    private static CriteriaGroup ForOperating(RosterChoices choices) => new(GroupKind.All,
    [
        new Condition(EnterpriseFact.Stage, ConditionOperator.IsOneOf, [nameof(EnterpriseStage.Signed), nameof(EnterpriseStage.Building), nameof(EnterpriseStage.Operating)]),
        new Condition(EnterpriseFact.CustomsCode, ConditionOperator.StartsWith, ["4313"]),
        new CriteriaGroup(GroupKind.Any,
        [
            new Condition(EnterpriseFact.ParkArea, ConditionOperator.IsOneOf, [.. CriteriaWords.Read(EnterpriseFact.ParkArea, choices.Areas[0].Name, choices).Values]),
            new Condition(EnterpriseFact.Type, ConditionOperator.IsOneOf, [nameof(EnterpriseType.CrossBorderCommerce)]),
        ]),
    ]);

    private static CriteriaGroup ForExporters() => new(GroupKind.All,
    [
        new Condition(EnterpriseFact.Type, ConditionOperator.IsOneOf, [nameof(EnterpriseType.CrossBorderCommerce), nameof(EnterpriseType.Manufacturing)]),
        new Condition(EnterpriseFact.FilingsOfLastYear, ConditionOperator.AtLeast, ["1"]),
        new CriteriaGroup(GroupKind.None, [new Condition(EnterpriseFact.Stage, ConditionOperator.IsOneOf, [nameof(EnterpriseStage.Left), nameof(EnterpriseStage.Interested)])]),
    ]);
}

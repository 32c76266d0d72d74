using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.PolicyMatching;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.PolicyMatching;

/// <summary>What a row of the editor is.</summary>
public enum PartKind
{
    All,
    Any,
    None,
    Condition,
}

/// <summary>One row of the editor: a group or a condition, with the group it belongs to.</summary>
public sealed class PartForm
{
    public int Id { get; set; }

    /// <summary>Id of the group; 0 for the outermost.</summary>
    public int Parent { get; set; }

    [Display(Name = "分组")]
    public PartKind Kind { get; set; }

    [Display(Name = "事实")]
    public EnterpriseFact? Fact { get; set; }

    [Display(Name = "比较")]
    public ConditionOperator? Operator { get; set; }

    [Display(Name = "值")]
    public string? Value { get; set; }
}

/// <summary>The criteria of a policy as they are edited. Rows are added and removed by buttons that post the form, so that it works without scripts; nothing is saved until the last of them.</summary>
public sealed class CriteriaForm
{
    public const string SaveButton = "save";

    public int Version { get; set; }

    [Display(Name = "申报截止日")]
    public DateOnly? ApplyUntil { get; set; }

    [Display(Name = "依据")]
    public string? Note { get; set; }

    /// <summary>Outermost group first.</summary>
    public List<PartForm> Parts { get; set; } = [];

    /// <summary>Which button was pressed, such as condition:3.</summary>
    public string? Act { get; set; }

    public bool IsSave => Act is null or SaveButton;

    public static CriteriaForm Of(PolicyCriteria? criteria, RosterChoices choices)
    {
        var form = new CriteriaForm { Version = criteria?.Version ?? 0, ApplyUntil = criteria?.ApplyUntil, Note = criteria?.Note };
        if (criteria is null) form.Parts = [new PartForm { Id = 1, Kind = PartKind.All }, new PartForm { Id = 2, Parent = 1, Kind = PartKind.Condition }];
        else form.Add(CriteriaTrees.Read(criteria.Tree), 0, choices);
        return form;
    }

    public IEnumerable<(PartForm Part, int Index)> Under(int parent) => Parts.Select((p, i) => (p, i)).Where(p => p.p.Parent == parent && p.p.Id != parent);

    /// <summary>Keeps what hangs together, outermost group first; rows that were forged or orphaned are dropped.</summary>
    public void Tidy()
    {
        var known = Parts.Where(p => p.Id > 0).DistinctBy(p => p.Id).ToList();
        Parts = [];
        if (known.Find(p => p.Parent == 0 && p.Kind != PartKind.Condition) is not { } root) known.Add(root = new PartForm { Id = known.Count == 0 ? 1 : known.Max(p => p.Id) + 1 });
        Keep(root);

        void Keep(PartForm part)
        {
            Parts.Add(part);
            if (part.Kind == PartKind.Condition) return;
            foreach (var child in known.Where(p => p.Parent == part.Id && p != root)) Keep(child);
        }
    }

    /// <summary>Does what a button of a row says.</summary>
    public void Press()
    {
        var (what, id) = Act?.Split(':') is [var verb, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var parsed) ? (verb, parsed) : ("", 0);
        var next = Parts.Max(p => p.Id) + 1;
        if (Parts.Find(p => p.Id == id) is not { } part) return;
        if (what == "remove" && part.Parent != 0) Parts.Remove(part);
        else if (what == "condition" && part.Kind != PartKind.Condition) Parts.Add(new PartForm { Id = next, Parent = id, Kind = PartKind.Condition });
        else if (what == "group" && part.Kind != PartKind.Condition) Parts.AddRange([new PartForm { Id = next, Parent = id, Kind = PartKind.Any }, new PartForm { Id = next + 1, Parent = next, Kind = PartKind.Condition }]);
        Tidy();
    }

    /// <summary>The criteria, or everything that is wrong with them.</summary>
    public Outcome<CriteriaData> ToData(RosterChoices choices)
    {
        var refusals = new List<Refusal>();
        var tree = (CriteriaGroup)Read(0, choices, refusals);
        return refusals.Count > 0 ? Outcome.Refused(refusals) : new CriteriaData(tree, ApplyUntil, Texts.Tidy(Note));
    }

    private Criterion Read(int index, RosterChoices choices, List<Refusal> refusals)
    {
        var part = Parts[index];
        if (part.Kind != PartKind.Condition)
        {
            return new CriteriaGroup(
                part.Kind switch { PartKind.Any => GroupKind.Any, PartKind.None => GroupKind.None, _ => GroupKind.All },
                [.. Under(part.Id).Select(p => Read(p.Index, choices, refusals))]);
        }
        if (part.Fact is not { } fact) return Refuse("Fact", "请选择条件看哪一项事实。");
        var definition = FactCatalogue.Of(fact);
        if (part.Operator is not { } op || !definition.Operators.Contains(op))
            return Refuse("Operator", $"“{definition.Label}”可用的比较：{string.Join('、', definition.Operators.Select(o => o.Word()))}。");
        var (values, problem) = CriteriaWords.Read(fact, part.Value, choices);
        return problem is null ? new Condition(fact, op, values) : Refuse("Value", problem);

        Condition Refuse(string field, string message)
        {
            refusals.Add(new Refusal($"Parts[{index}].{field}", message));
            return new Condition(default, default, []);
        }
    }

    private void Add(Criterion criterion, int parent, RosterChoices choices)
    {
        var id = Parts.Count + 1;
        if (criterion is Condition condition)
        {
            Parts.Add(new PartForm
            {
                Id = id,
                Parent = parent,
                Kind = PartKind.Condition,
                Fact = condition.Fact,
                Operator = condition.Operator,
                Value = CriteriaWords.Show(condition.Fact, condition.Values, choices),
            });
            return;
        }
        var group = (CriteriaGroup)criterion;
        Parts.Add(new PartForm { Id = id, Parent = parent, Kind = group.Kind switch { GroupKind.Any => PartKind.Any, GroupKind.None => PartKind.None, _ => PartKind.All } });
        foreach (var part in group.Parts) Add(part, id, choices);
    }
}

public sealed class CriteriaFormValidator : AbstractValidator<CriteriaForm>
{
    private const int ValueMaxLength = 500;

    public CriteriaFormValidator()
    {
        RuleFor(f => f.Note).MaximumLength(PolicyCriteria.NoteMaxLength).WithMessage($"依据最多 {PolicyCriteria.NoteMaxLength} 个字。");
        RuleFor(f => f.Parts).Must(p => p is null || p.Count <= CriteriaTrees.MostParts).WithMessage($"条件和分组合计最多 {CriteriaTrees.MostParts} 个。");
        RuleForEach(f => f.Parts).ChildRules(p =>
        {
            p.RuleFor(x => x.Value).MaximumLength(ValueMaxLength).WithMessage($"值最多 {ValueMaxLength} 个字。");
            p.RuleFor(x => x.Kind).IsInEnum().WithMessage("请选择分组。");
        });
    }
}

/// <summary>The editor of one policy's criteria.</summary>
public sealed record CriteriaPage(PolicyDocument Document, CriteriaForm Form, RosterChoices Choices, Page<JournalLine> History, bool IsSaved);

/// <summary>A row of the editor with what hangs below it.</summary>
public sealed record PartPage(CriteriaForm Form, int Index, RosterChoices Choices);

/// <summary>What the address of the list says.</summary>
public sealed record CriteriaQuery(string? Q, bool With, string? Sort, string? Dir, int? Page)
{
    public bool IsNarrowed => With || !string.IsNullOrWhiteSpace(Q);

    public CriteriaFilter ToFilter() => new(Q, With, SortChoice.Of(Sort, CriteriaSort.Usual), SortChoice.IsDescending(Dir));
}

/// <summary>Policies and whether they have criteria.</summary>
public sealed record CriteriaListPage(CriteriaQuery Query, Page<CriteriaRow> Rows);

/// <summary>The enterprises of a policy.</summary>
public sealed record AudiencePage(PolicyDocument Document, EligibleEnterprises Audience, MatchStanding? Standing, RosterChoices Choices);

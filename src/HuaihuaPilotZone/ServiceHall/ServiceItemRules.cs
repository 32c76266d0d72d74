using System.Text.RegularExpressions;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.ServiceHall;

/// <summary>What a service needs before the public sees it (考核指标“服务不实用”: no item may be missing). Refusals stand at the fields of <see cref="ServiceItemDraft"/>.</summary>
public static partial class ServiceItemRules
{
    /// <summary>What a draft must not say, however unfinished it is.</summary>
    public static IReadOnlyList<Refusal> Problems(ServiceItemDraft draft)
    {
        var problems = new List<Refusal>();
        if (draft.Title.Length == 0) problems.Add(new Refusal(nameof(draft.Title), "请填写事项名称。"));
        if (draft.Slug is { } slug && !Slugs().IsMatch(slug)) problems.Add(new Refusal(nameof(draft.Slug), "网址短名只用小写字母、数字和连字符，如 park-opening-2026。"));
        if (draft.PromisedDays is < 0 or > ServiceItem.MostDays) problems.Add(new Refusal(nameof(draft.PromisedDays), $"承诺时限应在 0 到 {ServiceItem.MostDays} 个工作日之间。"));
        if (draft.LegalDays is < 1 or > ServiceItem.MostDays) problems.Add(new Refusal(nameof(draft.LegalDays), $"法定时限应在 1 到 {ServiceItem.MostDays} 个工作日之间。"));
        if (draft is { HasNoLegalLimit: true, LegalDays: not null }) problems.Add(new Refusal(nameof(draft.LegalDays), "已勾选没有法定时限，这里应留空。"));
        if (draft.PromisedDays > draft.LegalDays) problems.Add(new Refusal(nameof(draft.PromisedDays), "承诺时限不能长于法定时限。"));
        return problems;
    }

    /// <summary>Everything that is missing, at once.</summary>
    /// <param name="hallContact">The configured contact of the hall, for items that name none of their own.</param>
    public static IReadOnlyList<Refusal> Missing(ServiceItem item, string? hallContact)
    {
        (bool IsMissing, string Field, string Message)[] wanted =
        [
            (item.Summary.Length == 0, nameof(ServiceItemDraft.Summary), "缺少一句话说明。"),
            (item.AudienceMarks.Length == 0, nameof(ServiceItemDraft.Audiences), "缺少服务对象。"),
            (item.StageMarks.Length == 0, nameof(ServiceItemDraft.Stages), "缺少企业所处阶段。"),
            (item.Basis.Length == 0, nameof(ServiceItemDraft.Basis), "缺少设定依据。"),
            (item.Conditions.Length == 0, nameof(ServiceItemDraft.Conditions), "缺少申请条件。"),
            (item.Materials.Count == 0 && !item.NeedsNoMaterials, nameof(ServiceItemDraft.NeedsNoMaterials), "缺少办理材料：请逐项列出，或勾选不需要材料。"),
            (item.Materials.Count > 0 && item.NeedsNoMaterials, nameof(ServiceItemDraft.NeedsNoMaterials), "列有办理材料，又勾选了不需要材料。"),
            (item.PromisedDays is null, nameof(ServiceItemDraft.PromisedDays), "缺少承诺时限，即时办结的填 0。"),
            (item.LegalDays is null && !item.HasNoLegalLimit, nameof(ServiceItemDraft.LegalDays), "缺少法定时限，没有的请勾选。"),
            (item.Fee.Length == 0, nameof(ServiceItemDraft.Fee), "缺少费用，不收费的写“不收费”。"),
            (item.Steps.Length == 0, nameof(ServiceItemDraft.Steps), "缺少办理流程。"),
            (item.Contact is null && string.IsNullOrWhiteSpace(hallContact) && !item.IsDemonstration, nameof(ServiceItemDraft.Contact), "缺少联系方式，办事大厅也还没有统一的联系方式。"),
        ];
        return [.. wanted.Where(w => w.IsMissing).Select(w => new Refusal(w.Field, w.Message))];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slugs();
}

using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>What holds for every policy document, whoever writes it: asked by the form, so that all faults show at once, and again by the desk.</summary>
public static class PolicyRules
{
    /// <summary>Everything that stands against a draft; the fields are its properties.</summary>
    public static IReadOnlyList<Refusal> Problems(PolicyDraft draft) => [.. NumberProblems(draft), .. DateProblems(draft), .. TextProblems(draft), .. PartProblems(draft)];

    /// <summary>The draft's number in its one form; null when it has none.</summary>
    public static string? NumberOf(PolicyDraft draft) => string.IsNullOrWhiteSpace(draft.Number) ? null : DocumentNumbers.Normalize(draft.Number);

    private static IEnumerable<Refusal> NumberProblems(PolicyDraft draft)
    {
        if (NumberOf(draft) is { } number && (number.Length > PolicyDocument.NumberMaxLength || !DocumentNumbers.IsNumber(number)))
            yield return new Refusal(nameof(PolicyDraft.Number), "文号应写成“湘政发〔2023〕9号”“……公告2026年第16号”或“……令第711号”的样子。");
        if (draft.RegistrationNumber is { } registration && !DocumentNumbers.IsRegistrationNumber(registration))
            yield return new Refusal(nameof(PolicyDraft.RegistrationNumber), "统一登记号应写成 HNPR-2020-00011 的样子。");
    }

    private static IEnumerable<Refusal> DateProblems(PolicyDraft draft)
    {
        if (draft.IssuedOn > draft.ReleasedOn) yield return new Refusal(nameof(PolicyDraft.ReleasedOn), "发布日期不能早于成文日期。");
        if (draft.EffectiveOn > draft.ExpiresOn) yield return new Refusal(nameof(PolicyDraft.ExpiresOn), "有效期的最后一天不能早于施行日期。");
        if (draft.RepealedOn < draft.EffectiveOn) yield return new Refusal(nameof(PolicyDraft.RepealedOn), "废止日期不能早于施行日期。");
        if (draft is { IsExternal: false, ReleasedOn: not null })
            yield return new Refusal(nameof(PolicyDraft.ReleasedOn), "本单位文件的发布日期由系统在发布时写入，不用填写。");
        if (draft is { RepealedOn: null, RepealedByText: not null }) yield return new Refusal(nameof(PolicyDraft.RepealedOn), "填写了废止文件，还要填写废止日期。");
        if (draft is { RepealedOn: not null, RepealedByText: null }) yield return new Refusal(nameof(PolicyDraft.RepealedByText), "填写了废止日期，还要写明由哪份文件废止。");
        if (draft is { IsExternal: true, RetrievedOn: null }) yield return new Refusal(nameof(PolicyDraft.RetrievedOn), "其他机关的文件须写明查阅日期。");
    }

    private static IEnumerable<Refusal> PartProblems(PolicyDraft draft)
    {
        string?[] card = [draft.CardWho, draft.CardConditions, draft.CardBenefit, draft.CardUntil, draft.CardHow];
        if (card.Any(c => c is not null) && card.Any(c => c is null)) yield return new Refusal(nameof(PolicyDraft.CardWho), "政策卡片的五项（谁、什么条件、给什么、何时止、怎么办）须一起填写。");
        var (lines, unread) = RelationLine.Read(draft.RelationsText);
        if (unread is not null) yield return new Refusal(nameof(PolicyDraft.RelationsText), $"“{unread}”读不懂。每行一个关系，写成“修改 湘政发〔2023〕9号”，关系有：修改、依据、转发、配套。");
        if (lines.Count > RelationLine.MostLines) yield return new Refusal(nameof(PolicyDraft.RelationsText), $"关系最多 {RelationLine.MostLines} 个。");
        if (PolicyKeywords.Split(draft.Keywords).Count > 5) yield return new Refusal(nameof(PolicyDraft.Keywords), "主题词最多 5 个，用空格分开。");
    }

    private static IEnumerable<Refusal> TextProblems(PolicyDraft draft)
    {
        if (draft is { IsExternal: true, Source: null }) yield return new Refusal(nameof(PolicyDraft.Source), "其他机关的文件须写明来源：网址，或刊载处和日期。");
        foreach (var problem in MarkdownText.Problems(nameof(PolicyDraft.Body), draft.Body)) yield return problem;
        if (string.Join('、', draft.Issuers).Length > PolicyDocument.IssuersTextMaxLength)
            yield return new Refusal(nameof(PolicyDraft.Issuers), $"发文机关合计最多 {PolicyDocument.IssuersTextMaxLength} 个字。");
        if (draft.Issuers.FirstOrDefault(n => n.Length > IssuingBody.NameMaxLength) is { } name)
            yield return new Refusal(nameof(PolicyDraft.Issuers), $"“{name}”超过 {IssuingBody.NameMaxLength} 个字，请分行填写，每行一个机关。");
    }
}

using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>The way of policy documents to the public.</summary>
public sealed class PolicyEditorial(EditorialTools tools, PolicyWriter writer, IMapper mapper) : EditorialDesk<PolicyDocument>(tools)
{
    private protected override string Subject => JournalSubjects.Policy;

    private protected override string This => "这份文件";

    private protected override IQueryable<PolicyDocument> Texts => Db.PolicyDocuments.Include(d => d.Issuers).ThenInclude(i => i.Body).Include(d => d.Relations).AsSplitQuery();

    private protected override string KeyOf(PolicyDocument text) => text.IndexNumber;

    private protected override string AddressOf(PolicyDocument text) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/park/policies/{text.Id}");

    private protected override string DraftOf(PolicyDocument text) => DraftJson.Write(mapper.Map<PolicyDraft>(text));

    private protected override Task<Outcome> TakeOverAsync(PolicyDocument text, string draft, CancellationToken cancellation) =>
        writer.WriteAsync(text, DraftJson.Read<PolicyDraft>(draft), cancellation);

    private protected override Task<PolicyDocument> CopyAsync(PolicyDocument text, CancellationToken cancellation) => writer.CopyAsync(text, cancellation);

    private protected override IReadOnlyList<EditedField> FieldsOf(PolicyDocument text) => PolicyWriter.Fields(text);

    private protected override async Task<IReadOnlyList<TextFinding>> FurtherFindingsAsync(PolicyDocument text, CancellationToken cancellation)
    {
        var findings = new List<TextFinding>();
        var most = MostOfSummary(text.Body.Length);
        if (text.Summary.Length > most) findings.Add(new TextFinding(false, "内容概述", $"正文不长，概述宜在 {most} 个字以内，现有 {text.Summary.Length} 个。"));
        if (text is { Openness: not Openness.Proactive, OpennessBasis: null }) findings.Add(new TextFinding(false, "公开属性的依据", $"{text.Openness.Word()}须写明依据。"));
        if (text is { IsExternal: false, Openness: Openness.Proactive } && !await Db.News.AnyAsync(n => n.InterpretsId == text.Id && n.State == PublicationState.Published, cancellation))
            findings.Add(new TextFinding(false, "解读", "还没有公开的解读。在“政策解读”栏目写一篇，填写它解读的文件。"));
        return findings;
    }

    /// <summary>100 to 300 characters by the length of the text (mission D1).</summary>
    private static int MostOfSummary(int length) => length < 1000 ? 100 : length < 5000 ? 200 : PolicyDocument.SummaryMaxLength;

    private protected override Task<Outcome> CheckAsync(PolicyDocument text, CancellationToken cancellation) => Task.FromResult(Check(text));

    private Outcome Check(PolicyDocument text)
    {
        if (text.Openness == Openness.Closed) return Outcome.Refused("这份文件的公开属性为不予公开，不能发布。");
        if (text.IssuersText.Length == 0) return Outcome.Refused("发布前须填写发文机关。");
        if (text is { IsExternal: false, Body: "" }) return Outcome.Refused("发布前须填写正文。");
        return text is { IsExternal: false, PublishedAt: null } && text.IssuedOn > Tools.Time.Today ? Outcome.Refused("成文日期晚于今天，请核对后再发布。") : Outcome.Done;
    }

    /// <summary>Our own documents are released by being published the first time.</summary>
    private protected override void Stamp(PolicyDocument text)
    {
        if (text is { IsExternal: false, PublishedAt: null }) text.ReleasedOn = Tools.Time.Today;
    }
}

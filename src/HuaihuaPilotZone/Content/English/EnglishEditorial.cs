using System.Globalization;
using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Content.English;

/// <summary>The way of English versions to the public. A version may be published before its Chinese text is; it is seen as soon as both are.</summary>
public sealed class EnglishEditorial(EditorialTools tools, IMapper mapper) : EditorialDesk<EnglishVersion>(tools)
{
    private protected override string Subject => JournalSubjects.English;

    private protected override string This => "这份英文版";

    private protected override IQueryable<EnglishVersion> Texts => Db.EnglishVersions;

    private protected override string KeyOf(EnglishVersion text) => EnglishVersions.KeyOf(text);

    private protected override string AddressOf(EnglishVersion text) => string.Create(CultureInfo.InvariantCulture, $"/park/english/{text.Id}");

    private protected override string DraftOf(EnglishVersion text) => DraftJson.Write(mapper.Map<KeptEnglish>(text));

    private protected override Task<Outcome> TakeOverAsync(EnglishVersion text, string draft, CancellationToken cancellation)
    {
        EnglishVersions.Write(text, DraftJson.Read<KeptEnglish>(draft));
        return Task.FromResult(Outcome.Done);
    }

    private protected override Task<EnglishVersion> CopyAsync(EnglishVersion text, CancellationToken cancellation) =>
        Task.FromResult(EnglishVersions.WithChanges((EnglishVersion)Db.Entry(text).CurrentValues.ToObject()));

    private protected override IReadOnlyList<EditedField> FieldsOf(EnglishVersion text) => EnglishVersions.Fields(text);

    private protected override async Task<IReadOnlyList<TextFinding>> FurtherFindingsAsync(EnglishVersion text, CancellationToken cancellation) =>
        await IsChinesePublicAsync(text, cancellation) ? [] : [new TextFinding(false, "中文内容", "还没有公开。英文版发布后，要等中文内容发布，公众才看到。")];

    private protected override Task<Outcome> CheckAsync(EnglishVersion text, CancellationToken cancellation) => Task.FromResult(Outcome.Done);

    private Task<bool> IsChinesePublicAsync(EnglishVersion text, CancellationToken cancellation) => text.NewsItemId is { } news
        ? Db.News.AnyAsync(n => n.Id == news && n.State == PublicationState.Published, cancellation)
        : Db.PolicyDocuments.AnyAsync(d => d.Id == text.PolicyDocumentId && d.State == PublicationState.Published && d.Openness != Openness.Closed, cancellation);
}

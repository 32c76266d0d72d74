using AutoMapper;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.Policies;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Content.News;

/// <summary>The way of news items to the public.</summary>
public sealed class NewsEditorial(EditorialTools tools, PolicyWriter policies, NewsColumns columns, IMapper mapper) : EditorialDesk<NewsItem>(tools)
{
    private protected override string Subject => JournalSubjects.News;

    private protected override string This => "这条资讯";

    private protected override IQueryable<NewsItem> Texts => Db.News;

    private protected override string KeyOf(NewsItem text) => text.Slug;

    private protected override string AddressOf(NewsItem text) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/park/news/{text.Id}");

    private protected override string DraftOf(NewsItem text) => DraftJson.Write(mapper.Map<NewsDraft>(text));

    private protected override async Task<Outcome> TakeOverAsync(NewsItem text, string draft, CancellationToken cancellation)
    {
        NewsService.Write(text, DraftJson.Read<NewsDraft>(draft), Tools.Time.UtcNow);
        text.InterpretsId = text.Interprets is { } policy ? await policies.IdOfAsync(policy, cancellation) : null;
        return Outcome.Done;
    }

    private protected override Task<NewsItem> CopyAsync(NewsItem text, CancellationToken cancellation) =>
        Task.FromResult(NewsService.WithChanges((NewsItem)Db.Entry(text).CurrentValues.ToObject()));

    private protected override IReadOnlyList<EditedField> FieldsOf(NewsItem text) => NewsService.Fields(text, ColumnList.Brought);

    /// <summary>Nothing new comes into a retired column; what the public reads there already can be corrected.</summary>
    private protected override async Task<Outcome> CheckAsync(NewsItem text, CancellationToken cancellation)
    {
        if (text.State == PublicationState.Published && Db.Entry(text).OriginalValues[nameof(NewsItem.Column)] is string before && before == text.Column) return Outcome.Done;
        return (await columns.ReadAsync(cancellation)).Find(text.Column) is { IsRetired: true } retired ? Outcome.Refused($"栏目“{retired.Name}”已停用，请先改到其他栏目。") : Outcome.Done;
    }
}

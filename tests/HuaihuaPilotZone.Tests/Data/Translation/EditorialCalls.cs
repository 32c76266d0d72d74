using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Content.News;
using HuaihuaPilotZone.Content.Policies;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class EditorialCalls : ServiceCalls
{
    private static readonly CancellationToken _none = CancellationToken.None;

    protected override void Describe()
    {
        Call<NewsEditorial>(s => s.SubmitAsync(0, 1, _none), Row(("State", "Draft"), ("Step", "Writing")));
        Call<NewsEditorial>(s => s.ApproveAsync(0, 1, _none), Row(("Step", "InReview")));
        Call<NewsEditorial>(s => s.ReturnAsync(0, 1, "原因", _none), Row(("Step", "InReview")));
        Call<NewsEditorial>(s => s.PublishAsync(0, 1, _none), Row(("State", "Draft")));
        Call<NewsEditorial>(s => s.ScheduleAsync(0, 1, new DateTime(2030, 1, 1), _none));
        Call<NewsEditorial>(s => s.WithdrawAsync(0, 1, "原因", _none));
        Call<PolicyEditorial>(s => s.SubmitAsync(0, 1, _none), Row(("State", "Draft"), ("Step", "Writing")));
        Call<PolicyEditorial>(s => s.PublishAsync(0, 1, _none), Row(("State", "Draft")));
        Call<PolicyEditorial>(s => s.WithdrawAsync(0, 1, "原因", _none));
        Call<ScheduledPublications>(s => s.PublishDueAsync(_none), Answers.Empty);
        foreach (var view in Enum.GetValues<QueueView>()) Call<WaitingTexts>(s => s.ListAsync(new QueueFilter(view), new PageRequest(2, 10), _none));
        Call<WaitingTexts>(s => s.StreamAsync(new QueueFilter(QueueView.InReview, TextKind.English, "标题", QueueSort.Title, true)));
        Call<WaitingTexts>(s => s.CountAsync(_none));
        Call<NewsColumns>(s => s.PublicAsync(_none));
        Call<NewsColumns>(s => s.ListAsync(_none));
        Call<NewsColumns>(s => s.ReadAsync(_none));
        var column = new ColumnDraft("展会", "Exhibitions", 14, 8);
        Call<ColumnDesk>(s => s.AddAsync("exhibitions", ColumnKind.Report, column, _none), Answers.Empty);
        Call<ColumnDesk>(s => s.SetAsync(NewsColumn.Notice, 0, column, _none), Answers.Empty);
        Call<ColumnDesk>(s => s.RetireAsync(NewsColumn.Story, 0, _none), Answers.Empty);
        Call<ColumnDesk>(s => s.ResumeAsync(NewsColumn.Story, 0, _none), Answers.Empty);
        var word = new SensitiveWordDraft("词语", "改为", true, null);
        Call<SensitiveWords>(s => s.ListAsync(new SensitiveWordFilter("词", true), new PageRequest(), _none));
        Call<SensitiveWords>(s => s.StreamAsync(new SensitiveWordFilter(Sort: SensitiveWordSort.Treatment, Descending: true)));
        Call<SensitiveWords>(s => s.FindAsync(1, _none));
        Call<SensitiveWords>(s => s.AddAsync(word, _none));
        Call<SensitiveWords>(s => s.UpdateAsync(1, 1, word, _none));
        Call<SensitiveWords>(s => s.RemoveAsync(1, 1, _none));
        Call<NewsHistory>(s => s.ListAsync(1, new PageRequest(), _none));
        Call<PolicyHistory>(s => s.CompareAsync(1, 1, 0, _none), Answers.Empty);
        Call<PolicyHistory>(s => s.RestoreAsync(1, 1, 1, _none), Answers.Empty);
    }
}

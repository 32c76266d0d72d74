using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Letters;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class LettersCalls : ServiceCalls
{
    private const string Number = "XJ-20261128-0001";
    private const string Code = "AAAA-BBBB-CCCC";

    protected override void Describe()
    {
        var answers = Row(("Number", Number), ("CodeHash", QueryCode.Hash(Number, Code)), ("State", nameof(LetterState.Answered)), ("Kind", nameof(LetterKind.Consultation)), ("PublicState", nameof(PublicationState.Published)), ("Reply", "答复"), ("PublicTitle", "标题"), ("WantsPublication", true));
        var open = Row(("Number", Number), ("State", nameof(LetterState.Received)), ("Kind", nameof(LetterKind.Consultation)), ("PublicState", nameof(PublicationState.Draft)));
        var reader = new LetterReader(1, true);
        var request = new LetterRequest(LetterKind.Consultation, "标题", "内容", new LetterWriter("示例", "000-0000000", null), true, new PrivacyConsent(true, PrivacyNotice.Version));
        Call<LetterBox>(s => s.SubmitAsync(request, [new KeptFile("表.pdf", 1, new string('a', 64), FileType.Pdf)], CancellationToken.None));
        Call<LetterBox>(s => s.LookAsync(Number, Code, CancellationToken.None), answers);
        Call<LetterBox>(s => s.RateAsync(Number, Code, 5, CancellationToken.None), answers.Reaching("UPDATE"));
        Call<LetterDesk>(s => s.ListAsync(reader, new LetterFilter("XJ", LetterState.Assigned, LetterKind.Report, true), new PageRequest(2), CancellationToken.None), Answers.Empty);
        Call<LetterDesk>(s => s.ListAsync(new LetterReader(1, false), new LetterFilter(Sort: LetterSort.Rating, Descending: true), new PageRequest(), CancellationToken.None), open);
        Call<LetterDesk>(s => s.StreamAsync(reader, new LetterFilter("XJ"), CancellationToken.None));
        Call<LetterDesk>(s => s.FindAsync(reader, Number, CancellationToken.None), open);
        Call<LetterDesk>(s => s.HandlersAsync(CancellationToken.None));
        Call<LetterDesk>(s => s.AssignAsync(reader, Number, 1, 2, "说明", CancellationToken.None), open);
        Call<LetterDesk>(s => s.ReplyAsync(reader, Number, 1, "答复", CancellationToken.None), open);
        Call<LetterDesk>(s => s.FindFileAsync(reader, Number, 1, CancellationToken.None), open);
        foreach (var sort in Enum.GetValues<LetterCopySort>())
        {
            Call<LetterPublications>(s => s.ListAsync(new LetterCopyFilter("示例", PublicationState.Draft, LetterKind.Complaint, sort), new PageRequest(2), CancellationToken.None), answers);
            Call<LetterPublications>(s => s.StreamAsync(new LetterCopyFilter(Sort: sort, Descending: false)), answers);
        }
        Call<LetterPublications>(s => s.FindAsync(Number, CancellationToken.None), answers);
        Call<LetterPublications>(s => s.PublishAsync(Number, 1, new LetterCopy("标题", "内容", "答复"), CancellationToken.None), answers);
        Call<LetterPublications>(s => s.WithdrawAsync(Number, 1, "原因", CancellationToken.None), answers);
        Call<PublishedLetters>(s => s.ListAsync(LetterKind.Complaint, new PageRequest(2), CancellationToken.None), answers);
        Call<PublishedLetters>(s => s.FindAsync(Number, CancellationToken.None), answers);
        Call<PublishedLetters>(s => s.StatisticsAsync(CancellationToken.None), answers);
        Call<LetterClock>(s => s.EscalateDueAsync(CancellationToken.None), open);
        Call<LetterClock>(s => s.EraseOldAsync(CancellationToken.None), answers);
    }
}

using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Media;
using HuaihuaPilotZone.Files;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Pictures, attachments and English versions.</summary>
internal sealed class EditorCalls : ServiceCalls
{
    private static readonly string[] _slugs = ["rcep-2022", "trains-2025"];

    protected override void Describe()
    {
        DescribeMedia();
        DescribeEnglish();
    }

    private void DescribeMedia()
    {
        Call<MediaLibrary>(s => s.AddAsync("a.txt", new MemoryStream("text"u8.ToArray()), "一段文字", false, CancellationToken.None));
        Call<MediaLibrary>(s => s.ListAsync(new MediaFilter("吊车", IsPicture: true), new PageRequest(2), CancellationToken.None));
        Call<MediaLibrary>(s => s.ListAsync(new MediaFilter(IsPicture: false), new PageRequest(), CancellationToken.None));
        Call<MediaLibrary>(s => s.StreamAsync(new MediaFilter(IsUsed: true, Sort: MediaSort.Uses)));
        Call<MediaLibrary>(s => s.ReplaceAsync(1, "a.txt", new MemoryStream("text"u8.ToArray()), "一段文字", false, CancellationToken.None), Answers.Empty);
        Call<MediaLibrary>(s => s.RemoveAsync(1, CancellationToken.None), Answers.Empty);
        Call<MediaLibrary>(s => s.FindAsync(1, CancellationToken.None));
        Call<MediaUsers>(s => s.OfAsync(1, CancellationToken.None));
        Call<FileSweeper>(s => s.SweepAsync(CancellationToken.None));
        Call<MediaLibrary>(s => s.FindAsync("abc.png", 480, CancellationToken.None));
        Call<MediaVariants>(s => s.MakeMissingAsync(CancellationToken.None), Answers.Empty);
    }

    private void DescribeEnglish()
    {
        var draft = new EnglishDraft("Title", "Summary", "![Crane](/media/abcdefghijkmnpqrstuvwxyz22-3x2.png)");
        Call<EnglishVersions>(s => s.FindNewsAsync("rcep-2022", CancellationToken.None));
        Call<EnglishVersions>(s => s.TitlesOfNewsAsync(_slugs, CancellationToken.None));
        Call<EnglishVersions>(s => s.TitlesOfPoliciesAsync(_slugs, CancellationToken.None));
        foreach (var kind in Enum.GetValues<TranslatedKind>())
        {
            Call<EnglishVersions>(s => s.FindAsync(kind, 1, CancellationToken.None));
            Call<EnglishVersions>(s => s.SaveAsync(kind, 1, 1, draft, CancellationToken.None));
            Call<EnglishVersions>(s => s.ListAsync(new EnglishFilter("corridor", kind, PublicationState.Published, EnglishSort.Title), new PageRequest(2), CancellationToken.None), Answers.Empty);
        }
        Call<EnglishVersions>(s => s.FindAsync(1, CancellationToken.None), Answers.Empty);
        Call<EnglishVersions>(s => s.StreamAsync(new EnglishFilter(Descending: false), CancellationToken.None), Answers.Empty);
        Call<EnglishEditorial>(s => s.SubmitAsync(0, 1, CancellationToken.None), Row(("State", "Draft"), ("Step", "Writing")));
        Call<EnglishEditorial>(s => s.PublishAsync(0, 1, CancellationToken.None), Row(("State", "Draft")));
        Call<EnglishEditorial>(s => s.WithdrawAsync(0, 1, "原因", CancellationToken.None));
        Call<EnglishHistory>(s => s.ListAsync(1, new PageRequest(), CancellationToken.None));
    }
}

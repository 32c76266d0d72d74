using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.English;
using HuaihuaPilotZone.Content.Media;

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
        Call<MediaLibrary>(s => s.AddAsync("a.txt", new MemoryStream("text"u8.ToArray()), "一段文字", CancellationToken.None));
        Call<MediaLibrary>(s => s.ListAsync(new MediaFilter("吊车", IsPicture: true), new PageRequest(2), CancellationToken.None));
        Call<MediaLibrary>(s => s.ListAsync(new MediaFilter(IsPicture: false), new PageRequest(), CancellationToken.None));
        Call<MediaLibrary>(s => s.FindAsync("abc.png", CancellationToken.None));
    }

    private void DescribeEnglish()
    {
        var draft = new EnglishDraft("Title", "Summary", "![Crane](/media/abcdefghijkmnpqrstuvwxyz22-3x2.png)");
        Call<EnglishVersions>(s => s.FindNewsAsync("rcep-2022", CancellationToken.None));
        Call<EnglishVersions>(s => s.FindPolicyAsync("hhpz-2026-00001", CancellationToken.None));
        Call<EnglishVersions>(s => s.TitlesOfNewsAsync(_slugs, CancellationToken.None));
        Call<EnglishVersions>(s => s.TitlesOfPoliciesAsync(_slugs, CancellationToken.None));
        foreach (var kind in Enum.GetValues<TranslatedKind>())
        {
            Call<EnglishVersions>(s => s.FindAsync(kind, 1, CancellationToken.None));
            Call<EnglishVersions>(s => s.SaveAsync(kind, 1, 1, draft, CancellationToken.None));
            Call<EnglishVersions>(s => s.PublishAsync(kind, 1, 1, CancellationToken.None));
            Call<EnglishVersions>(s => s.WithdrawAsync(kind, 1, 1, CancellationToken.None));
        }
    }
}

using HuaihuaPilotZone.Content.Editorial;

namespace HuaihuaPilotZone.Tests.Content;

public sealed class ComparingTextsTests
{
    [Fact]
    public void A_changed_line_says_which_characters_and_which_words_changed()
    {
        var lines = TextDiff.Compare("第一行\n前三季度开行 731 列 freight trains", "第一行\n前三季度开行 1200 列 goods trains");

        Assert.Equal([DiffKind.Same, DiffKind.Removed, DiffKind.Added], lines.Select(l => l.Kind));
        Assert.Equal(["731", "freight"], lines[1].Parts.Where(p => p.Kind == DiffKind.Removed).Select(p => p.Text));
        Assert.Equal(["1200", "goods"], lines[2].Parts.Where(p => p.Kind == DiffKind.Added).Select(p => p.Text));
        Assert.Equal("前三季度开行 1200 列 goods trains", string.Concat(lines[2].Parts.Select(p => p.Text)));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(null, "新", "+新")]
    [InlineData("旧", null, "-旧")]
    [InlineData("一\n二\n三", "一\n三", "=一|-二|=三")]
    [InlineData("一\n三", "零\n一\n二\n三", "+零|=一|+二|=三")]
    public void Lines_come_go_and_stay(string? before, string? after, string expected) =>
        Assert.Equal(expected, string.Join('|', TextDiff.Compare(before, after).Select(l =>
            (l.Kind switch { DiffKind.Removed => "-", DiffKind.Added => "+", _ => "=" }) + string.Concat(l.Parts.Select(p => p.Text)))));

    [Fact]
    public void Lines_far_from_any_change_are_counted_and_not_shown()
    {
        var before = string.Join('\n', Enumerable.Range(1, 40));

        var lines = TextDiff.Compare(before, before.Replace("\n20\n", "\n二十\n", StringComparison.Ordinal));

        Assert.Equal(["17", "18"], new[] { lines[0], lines[^1] }.Select(l => l.Parts.Single().Text));
        Assert.All(new[] { lines[0], lines[^1] }, l => Assert.Equal(DiffKind.Skipped, l.Kind));
        Assert.Equal(8, lines.Count);
    }

    [Fact]
    public void Texts_too_long_to_be_compared_piece_by_piece_count_as_replaced()
    {
        var before = string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"旧{i}"));
        var after = string.Join('\n', Enumerable.Range(0, 3000).Select(i => $"新{i}"));

        var lines = TextDiff.Compare(before, after);

        Assert.Equal((3000, 3000), (lines.Count(l => l.Kind == DiffKind.Removed), lines.Count(l => l.Kind == DiffKind.Added)));
    }
}

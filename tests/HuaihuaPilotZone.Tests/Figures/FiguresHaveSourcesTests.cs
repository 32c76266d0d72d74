using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Figures;

public sealed class FiguresHaveSourcesTests(Portal portal)
{
    [Fact]
    public async Task Every_figure_has_a_source_and_a_date()
    {
        var figures = await portal.WithDatabaseAsync(db => db.Figures.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));

        Assert.NotEmpty(figures);
        Assert.All(figures, f => Assert.False(string.IsNullOrWhiteSpace(f.Source)));
        Assert.All(figures, f => Assert.True(PartialDate.IsValid(f.AsOf)));
    }

    [Theory]
    [InlineData("", "2026", nameof(Figure.Source))]
    [InlineData("   ", "2026", nameof(Figure.Source))]
    [InlineData("某来源", "去年", nameof(Figure.AsOf))]
    public async Task A_figure_without_source_or_date_cannot_be_saved(string source, string asOf, string field)
    {
        var key = $"trial-{Guid.NewGuid():N}";
        var outcome = await portal.InScopeAsync(s => s.GetRequiredService<FigureService>().SaveAsync(Trial(key, source, asOf, 1), TestContext.Current.CancellationToken));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.False(await portal.WithDatabaseAsync(db => db.Figures.AnyAsync(f => f.Key == key, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_figure_without_source() =>
        await portal.WithDatabaseAsync(async db =>
        {
            db.Figures.Add(Trial($"trial-{Guid.NewGuid():N}", "", "2026", 1));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
            return 0;
        });

    [Fact]
    public async Task Saving_a_known_figure_corrects_it()
    {
        var key = $"trial-{Guid.NewGuid():N}";
        foreach (var value in new[] { 1m, 2m })
            Assert.True((await portal.InScopeAsync(s => s.GetRequiredService<FigureService>().SaveAsync(Trial(key, "某来源", "2026-03", value), TestContext.Current.CancellationToken))).IsDone);

        Assert.Equal(2m, (await portal.WithDatabaseAsync(db => db.Figures.SingleAsync(f => f.Key == key, TestContext.Current.CancellationToken))).Value);
    }

    [Fact]
    public async Task Each_figure_of_the_dry_port_stands_beside_its_source_and_kind()
    {
        var page = await portal.Visit().OpenAsync("/dry-port");
        string[] topics = [FigureTopics.Targets, FigureTopics.DryPort, FigureTopics.Trains, FigureTopics.Industry];
        var expected = await portal.InScopeAsync(s => s.GetRequiredService<FigureService>().ListAsync(topics, TestContext.Current.CancellationToken));

        Assert.Equal(topics.Order(StringComparer.Ordinal), expected.Select(f => f.Topic).Distinct().Order(StringComparer.Ordinal));
        Assert.All(expected.Where(f => f.Topic == FigureTopics.Targets), f => Assert.Equal(FigureKind.Target, f.Kind));
        foreach (var figure in expected)
        {
            var row = page.QuerySelector($"[data-figure='{figure.Key}']")!.TextContent;
            Assert.Contains(figure.Source, row, StringComparison.Ordinal);
            Assert.Contains(figure.Kind.Word(), row, StringComparison.Ordinal);
            Assert.Contains(figure.Status.Word(), row, StringComparison.Ordinal);
        }
    }

    private static Figure Trial(string key, string source, string asOf, decimal value) => new()
    {
        Key = key,
        Topic = "trial",
        Label = "试行",
        EnglishLabel = "Trial",
        Value = value,
        Kind = FigureKind.Measured,
        Status = FigureStatus.Demonstration,
        Source = source,
        AsOf = asOf,
    };
}

using System.Net;
using HuaihuaPilotZone.Figures;
using HuaihuaPilotZone.Figures.Indicators;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Figures;

public sealed class KeepingStatisticsTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_person_types_another_checks_and_only_then_the_public_sees_it()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        var id = await editor.TypeAsync(series, "2026-03", "48.25");
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/statistics/{code}")).StatusCode);

        await (await editor.ForgeAsync($"/park/statistics/{id}", $"/park/statistics/{id}/publish", new() { ["version"] = "1" })).RefusedWithAsync("不能自己核对");
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/statistics/{code}")).StatusCode);

        await (await portal.VisitAsAsync("admin")).PublishAsync(id);

        var page = await portal.Visit().OpenAsync($"/statistics/{code}");
        Assert.Equal("48.25", page.QuerySelector("tr[data-period='2026-03']")!.GetAttribute("data-value"));
        var saved = await ObservationAsync(id);
        Assert.Equal(ObservationState.Published, saved.State);
        Assert.NotEqual(saved.EnteredById, saved.CheckedById);
        Assert.NotNull(saved.CheckedAt);
    }

    [Theory]
    [InlineData("", "2026-04-02", "没有来源的数据不能公开")]
    [InlineData("   ", "2026-04-02", "没有来源的数据不能公开")]
    [InlineData("示例日报", "", "没有来源日期的数据不能公开")]
    public async Task A_value_without_source_may_be_kept_and_is_not_published(string source, string date, string refusal)
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var id = await (await portal.VisitAsAsync("editor")).TypeAsync(series, "2026-02", "1", ("Source", source), ("SourceDate", date));

        await (await (await portal.VisitAsAsync("admin")).PublishAsync(id)).RefusedWithAsync(refusal);

        Assert.Equal(ObservationState.Draft, (await ObservationAsync(id)).State);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/statistics/{code}")).StatusCode);
    }

    [Fact]
    public async Task Posting_the_state_or_the_checker_with_the_form_changes_neither()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        (string, string)[] forged = [("State", "Published"), ("CheckedBy", "别人"), ("CheckedById", "1"), ("EnteredBy", "别人"), ("EnteredById", "1"), ("Source", ""), ("CheckedAt", "2026-01-01")];

        var id = await editor.TypeAsync(series, "2026-01", "5", forged);
        await editor.SubmitAsync($"/park/statistics/{id}", Observations.Values(series, "2026-01", "6", forged), $"/park/statistics/{id}");

        var saved = await ObservationAsync(id);
        Assert.Equal((ObservationState.Draft, null, null, 6m), (saved.State, saved.CheckedById, saved.CheckedBy, saved.Value));
        Assert.NotEqual("别人", saved.EnteredBy);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/statistics/{code}")).StatusCode);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_published_value_without_source_and_one_that_its_own_writer_checked()
    {
        var (_, series) = await portal.HasIndicatorAsync();

        await RefusedAsync(Row(series, ""));
        await RefusedAsync(Row(series, "示例") with { EnteredById = 7, CheckedById = 7 });

        Task RefusedAsync(Trial trial) => portal.WithDatabaseAsync(async db =>
        {
            db.Observations.Add(new Observation
            {
                SeriesId = trial.Series,
                Period = "2001",
                Value = 1,
                Source = trial.Source,
                SourceDate = "2002",
                Status = FigureStatus.Press,
                State = ObservationState.Published,
                EnteredBy = "甲",
                EnteredById = trial.EnteredById,
                CheckedById = trial.CheckedById,
                EnteredAt = portal.Clock.GetUtcNow().UtcDateTime,
            });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
            return 0;
        });
    }

    [Fact]
    public async Task Whoever_changed_a_value_last_cannot_check_it_either()
    {
        var (_, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        var admin = await portal.VisitAsAsync("admin");
        var id = await editor.TypeAsync(series, "2026-01", "5");

        await admin.SubmitAsync($"/park/statistics/{id}", Observations.Values(series, "2026-01", "6"), $"/park/statistics/{id}");

        await (await admin.ForgeAsync($"/park/statistics/{id}", $"/park/statistics/{id}/publish", new() { ["version"] = "2" })).RefusedWithAsync("不能自己核对");
        Assert.Equal($"/park/statistics/{id}", (await editor.PublishAsync(id)).LedTo());
    }

    [Fact]
    public async Task A_published_value_is_withdrawn_with_a_reason_before_it_is_changed()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var id = await portal.HasPublishedAsync(series, "2026-01", "5");
        var admin = await portal.VisitAsAsync("admin");

        await (await admin.ForgeAsync($"/park/statistics/{id}", $"/park/statistics/{id}", With(Observations.Values(series, "2026-01", "6"), "2"))).RefusedWithAsync("须先撤下");
        await (await admin.SubmitAsync($"/park/statistics/{id}/withdraw", new() { ["Reason"] = "" })).RefusedWithAsync("撤回原因");
        await portal.Visit().OpenAsync($"/statistics/{code}");
        Assert.Equal($"/park/statistics/{id}", (await admin.SubmitAsync($"/park/statistics/{id}/withdraw", new() { ["Reason"] = "来源更正" })).LedTo());

        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visit().GetAsync($"/statistics/{code}")).StatusCode);
        Assert.Contains("来源更正", (await admin.OpenAsync($"/park/statistics/{id}")).QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_stands_in_the_journal_with_old_and_new_value()
    {
        var (_, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        var id = await editor.TypeAsync(series, "2026-01", "5");
        await editor.SubmitAsync($"/park/statistics/{id}", Observations.Values(series, "2026-01", "6"), $"/park/statistics/{id}");
        await (await portal.VisitAsAsync("admin")).PublishAsync(id);

        var lines = await portal.InScopeAsync(s => s.GetRequiredService<ObservationDesk>().HistoryAsync(id, new(), Cancellation));

        Assert.Equal([IndicatorActs.Published, IndicatorActs.Changed, IndicatorActs.Added], lines.Rows.Select(l => l.Act));
        var change = Assert.Single(lines.Rows[1].Changes);
        Assert.Equal(("数值", "5", "6"), (change.Field, change.OldValue, change.NewValue));
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_values()
    {
        var (_, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        var id = await editor.TypeAsync(series, "2026-01", "5");
        await (await portal.VisitAsAsync("admin")).SubmitAsync($"/park/statistics/{id}", Observations.Values(series, "2026-01", "6"), $"/park/statistics/{id}");

        var answer = await editor.ForgeAsync($"/park/statistics/{id}", $"/park/statistics/{id}", With(Observations.Values(series, "2026-01", "7"), "1"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = (await Visitor.ReadAsync(answer)).Content();
        Assert.Contains("6", page, StringComparison.Ordinal);
        Assert.Contains("7", page, StringComparison.Ordinal);
        Assert.Equal(6m, (await ObservationAsync(id)).Value);
    }

    [Fact]
    public async Task A_period_of_a_series_is_typed_once()
    {
        var (_, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        await editor.TypeAsync(series, "2026-01", "5");

        var page = await (await editor.SubmitAsync("/park/statistics/new", Observations.Values(series, "2026-01", "9"))).RefusedWithAsync("已有数据");

        Assert.Equal("9", page.Value("Value"));
    }

    [Theory]
    [InlineData("2026-13", "1", "期间应写成")]
    [InlineData("去年", "1", "期间应写成")]
    [InlineData("2099-01", "1", "还没有结束")]
    [InlineData("2026-01", "-1", "大于或等于 0")]
    [InlineData("2026-01", "1.123456", "5 位小数")]
    [InlineData("2026-01", "", "请填写数值")]
    public async Task A_value_that_cannot_be_is_refused_and_what_was_typed_stays(string period, string value, string refusal)
    {
        var (_, series) = await portal.HasIndicatorAsync();

        var page = await (await (await portal.VisitAsAsync("editor")).SubmitAsync("/park/statistics/new", Observations.Values(series, period, value))).RefusedWithAsync(refusal);

        Assert.Equal("示例日报，2026-04-02", page.Value("Source"));
        Assert.Equal(period, page.Value("Period"));
    }

    [Fact]
    public async Task A_series_with_values_never_turns_from_expected_into_measured()
    {
        var (code, _) = await portal.HasIndicatorAsync();
        var plan = await portal.HasSeriesAsync(code, "plan", FigureKind.Plan);
        var editor = await portal.VisitAsAsync("editor");
        await editor.TypeAsync(plan, "2027", "100");
        var indicator = await portal.WithDatabaseAsync(db => db.Indicators.Where(i => i.Code == code).Select(i => i.Id).SingleAsync(Cancellation));

        await (await editor.SubmitAsync($"/park/indicators/{indicator}/series/{plan}", new() { ["Kind"] = "Measured" })).RefusedWithAsync("不能放在同一系列");

        Assert.Equal(FigureKind.Plan, await portal.WithDatabaseAsync(db => db.IndicatorSeries.Where(s => s.Id == plan).Select(s => s.Kind).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task A_unit_stays_once_values_are_counted_in_it()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        await editor.TypeAsync(series, "2026-01", "5");
        var indicator = await portal.WithDatabaseAsync(db => db.Indicators.Where(i => i.Code == code).Select(i => i.Id).SingleAsync(Cancellation));

        await (await editor.SubmitAsync($"/park/indicators/{indicator}", new() { ["Unit"] = "吨" }, $"/park/indicators/{indicator}")).RefusedWithAsync("单位不能再改");
    }

    [Fact]
    public async Task The_list_is_narrowed_ordered_and_exported_as_it_stands()
    {
        var (code, series) = await portal.HasIndicatorAsync();
        var editor = await portal.VisitAsAsync("editor");
        foreach (var (period, value) in new[] { ("2026-01", "30"), ("2026-02", "4"), ("2026-03", "200") }) await editor.TypeAsync(series, period, value, ("Source", $"来源{code}"));
        await editor.TypeAsync(series, "2025-12", "1", ("Source", $"别处{code}"));

        var page = await editor.OpenAsync($"/park/statistics?q=来源{code}&sort=Value&dir=asc&state=Draft");
        var csv = await (await editor.GetAsync($"/park/statistics/export.csv?q=来源{code}&sort=Value&dir=asc&state=Draft")).Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(["2026-02", "2026-01", "2026-03"], page.QuerySelectorAll("tr[data-observation] [data-l=期间]").Select(c => c.TextContent.Trim()));
        Assert.Equal(["2026-02", "2026-01", "2026-03"], csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[2]));
    }

    [Fact]
    public async Task Others_read_and_cannot_change()
    {
        var (_, series) = await portal.HasIndicatorAsync();
        var id = await (await portal.VisitAsAsync("editor")).TypeAsync(series, "2026-01", "5");
        var auditor = await portal.VisitAsAsync("auditor");

        Assert.Null((await auditor.OpenAsync($"/park/statistics/{id}")).QuerySelector("form[action$='/publish']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.ForgeAsync("/park/statistics", $"/park/statistics/{id}/publish", new() { ["version"] = "1" })).StatusCode);
        Assert.Equal(ObservationState.Draft, (await ObservationAsync(id)).State);
    }

    private static Dictionary<string, string?> With(Dictionary<string, string?> values, string version)
    {
        values["Version"] = version;
        return values;
    }

    private static Trial Row(int series, string source) => new(series, source);

    private Task<Observation> ObservationAsync(int id) => portal.WithDatabaseAsync(db => db.Observations.AsNoTracking().SingleAsync(o => o.Id == id, Cancellation));

    private sealed record Trial(int Series, string Source)
    {
        public int? EnteredById { get; init; }

        public int? CheckedById { get; init; }
    }
}

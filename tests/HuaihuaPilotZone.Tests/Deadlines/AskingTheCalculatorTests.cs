using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Deadlines;

public sealed class AskingTheCalculatorTests(Portal portal)
{
    private const string Home = "/tools/deadlines";

    [Fact]
    public async Task The_answer_says_the_last_day_what_was_passed_over_and_by_which_notice()
    {
        var page = await portal.Visit().OpenAsync($"{Home}?rule=letter-consultation&on=2026-09-30&at=&more=");

        Assert.NotNull(page.QuerySelector("[data-deadline='2026-10-13']"));
        Assert.Contains("国庆节", page.QuerySelector("[data-way='2026-10-01']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("调休上班", page.QuerySelector("[data-way='2026-10-10']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("周末", page.QuerySelector("[data-way='2026-10-11']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("国务院办公厅关于2026年部分节假日安排的通知", page.QuerySelector("[data-year-source='2026']")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-missing-year]"));
        Assert.Equal("2026-09-30", page.QuerySelector("#On")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_year_that_is_not_in_the_calendar_is_said_to_be_so()
    {
        var page = await portal.Visit().OpenAsync($"{Home}?rule=request-answer&on=2026-12-25");

        Assert.NotNull(page.QuerySelector("[data-deadline='2027-01-22']"));
        Assert.Contains("2027 年的放假安排还没有录入", page.QuerySelector("[data-missing-year='2027']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("待核", page.QuerySelector("#result-title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_its_field_and_stays_as_it_was_typed()
    {
        var page = await portal.Visit().OpenAsync($"{Home}?rule=export-declaration&on=2026-02-30&at=25:00");

        Assert.Equal(["#On", "#At"], page.QuerySelectorAll("[data-error-summary] a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("2026-02-30", page.QuerySelector("#On")!.GetAttribute("value"));
        Assert.Contains("这项规定按小时计算", page.QuerySelector("#At-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请选择一项规定", (await portal.Visit().OpenAsync($"{Home}?rule=nothing&on=1999-01-01")).QuerySelector("[data-error-summary]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不超过 20 的整数", (await portal.Visit().OpenAsync($"{Home}?rule=request-answer&on=2026-03-02&more=21")).QuerySelector("[data-error-summary]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_run_from_the_time_an_extension_adds_and_a_rule_of_other_days_says_so()
    {
        var hours = await portal.Visit().OpenAsync($"{Home}?rule=export-declaration&on=2026-03-01&at=08:15");
        Assert.Contains("08:15", hours.QuerySelector("[data-deadline='2026-02-28']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await portal.Visit().OpenAsync($"{Home}?rule=request-answer&on=2026-03-02&more=20")).QuerySelector("[data-deadline='2026-04-28']"));
        Assert.NotNull((await portal.Visit().OpenAsync($"{Home}?rule=return-exemption-2023&on=2026-03-02")).QuerySelector("[data-outside]"));
    }

    [Fact]
    public async Task English_readers_get_it_in_English_and_a_day_entered_by_staff_counts_at_once()
    {
        var english = await portal.Visit().OpenAsync($"/en{Home}?rule=import-declaration&on=2026-03-02");
        Assert.Contains("Declare imported goods", english.QuerySelector("[data-deadline='2026-03-16']")!.TextContent, StringComparison.Ordinal);

        await using var own = new Portal();
        await own.InitializeAsync();
        var admin = await own.VisitAsAsync("admin");
        Assert.NotNull((await own.Visit().OpenAsync($"{Home}?rule=letter-consultation&on=2027-01-04")).QuerySelector("[data-missing-year='2027']"));
        await admin.SubmitAsync("/park/working-days/2027", new() { ["Title"] = "测试通知", ["On"] = "2026-11-20" }, "/park/working-days/2027");
        Assert.Null((await own.Visit().OpenAsync($"{Home}?rule=letter-consultation&on=2027-01-04")).QuerySelector("[data-missing-year='2027']"));
    }
}

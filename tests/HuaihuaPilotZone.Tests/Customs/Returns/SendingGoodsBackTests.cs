using HuaihuaPilotZone.Customs.Returns;

namespace HuaihuaPilotZone.Tests.Customs.Returns;

public sealed class SendingGoodsBackTests
{
    private static readonly DateOnly _today = new(2026, 11, 22);

    private static readonly ReturnCase _fine = new()
    {
        TradeMode = "9710",
        WasCustomsDeclaration = false,
        ExportedOn = new(2026, 3, 1),
        ReturnedOn = new(2026, 8, 30),
        Reason = ReturnReason.SentBack,
        IsInOriginalState = true,
        IsFood = false,
        RefundTaken = false,
    };

    [Fact]
    public void Goods_exported_in_march_and_back_in_august_are_exempt()
    {
        var answer = ReturnExemption.Check(_fine, _today);

        Assert.Equal(ConditionState.Met, answer.State);
        Assert.All(answer.Conditions, c => Assert.Equal(ConditionState.Met, c.State));
        Assert.Equal(new DateOnly(2026, 9, 1), answer.Window!.LastDay);
        Assert.Null(answer.Window.DaysLeft);
    }

    [Fact]
    public void Goods_back_a_day_after_the_six_months_are_not_and_the_citation_is_shown()
    {
        var answer = ReturnExemption.Check(_fine with { ReturnedOn = new(2026, 9, 2) }, _today);

        Assert.Equal(ConditionState.NotMet, answer.State);
        var time = Assert.Single(answer.Conditions, c => c.State == ConditionState.NotMet);
        Assert.Contains("超过6个月", time.Reason, StringComparison.Ordinal);
        Assert.Contains("2026年第16号", time.Basis.Document, StringComparison.Ordinal);
        Assert.False(time.Basis.Verified);
    }

    [Theory]
    [InlineData("2026-09-01", ConditionState.Met)]
    [InlineData("2026-09-02", ConditionState.NotMet)]
    public void The_last_day_counts(string back, ConditionState expected) =>
        Assert.Equal(expected, ReturnExemption.Check(_fine with { ReturnedOn = Day(back) }, _today).State);

    [Theory]
    [InlineData("2025-12-31", "2026-06-30", "公告2023年第4号")]
    [InlineData("2026-01-01", "2026-07-01", "公告2026年第16号")]
    [InlineData("2023-01-30", "2023-07-30", "公告2023年第4号")]
    public void The_text_in_force_on_the_export_date_decides(string exported, string back, string document)
    {
        var answer = ReturnExemption.Check(_fine with { ExportedOn = Day(exported), ReturnedOn = Day(back) }, _today);

        Assert.Equal(ConditionState.Met, answer.State);
        Assert.All(answer.Conditions, c => Assert.Contains(document, c.Basis.Document, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2023-01-29", ConditionState.NotMet)]
    [InlineData("2028-01-01", ConditionState.Unknown)]
    public void Before_the_first_text_nothing_is_exempt_and_after_the_last_nothing_is_claimed(string exported, ConditionState expected) =>
        Assert.Equal(expected, ReturnExemption.Check(_fine with { ExportedOn = Day(exported), ReturnedOn = null }, _today).State);

    [Fact]
    public void Without_a_day_of_export_nothing_is_said_of_a_text_that_was_looked_for()
    {
        var without = ReturnExemption.Check(_fine with { ExportedOn = null }, _today);
        var late = ReturnExemption.Check(_fine with { ExportedOn = new(2030, 1, 1) }, _today);

        Assert.All(without.Conditions, c => Assert.Equal("出口日期决定适用哪份公告，还没有填写", c.Basis.Document));
        Assert.All(late.Conditions, c => Assert.Equal("没有查到适用于这一出口日期的公告", c.Basis.Document));
    }

    [Fact]
    public void What_is_not_known_is_asked_for_and_never_counted_against_the_firm()
    {
        var answer = ReturnExemption.Check(new ReturnCase(), _today);

        Assert.Equal(ConditionState.Unknown, answer.State);
        Assert.All(answer.Conditions, c => Assert.Equal(ConditionState.Unknown, c.State));
        Assert.Null(answer.Window);
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Each_condition_alone_decides(string title, ReturnCase broken)
    {
        var answer = ReturnExemption.Check(broken, _today);

        Assert.Equal(ConditionState.NotMet, answer.State);
        Assert.Equal(title, Assert.Single(answer.Conditions, c => c.State == ConditionState.NotMet).Title);
    }

    public static TheoryData<string, ReturnCase> Breaks() => new()
    {
        { "监管方式", _fine with { TradeMode = "0110" } },
        { "退运期限", _fine with { ReturnedOn = null } },
        { "原状", _fine with { IsInOriginalState = false } },
        { "不含食品", _fine with { IsFood = true } },
        { "出口退税", _fine with { RefundTaken = true, HasRefundCertificate = false } },
    };

    [Fact]
    public void A_refund_that_was_paid_back_and_proved_does_not_stand_in_the_way() =>
        Assert.Equal(ConditionState.Met, ReturnExemption.Check(_fine with { RefundTaken = true, HasRefundCertificate = true }, _today).State);

    [Fact]
    public void Bonded_goods_count_from_the_day_they_left_the_area()
    {
        var bonded = _fine with { TradeMode = "1210", ReturnedOn = null };

        Assert.Equal(ConditionState.Unknown, ReturnExemption.Check(bonded, new(2026, 4, 1)).State);
        var answer = ReturnExemption.Check(bonded with { LeftAreaOn = new(2026, 5, 31) }, new(2026, 10, 1));
        Assert.Equal(ConditionState.Met, answer.State);
        Assert.Equal(new DateOnly(2026, 11, 30), answer.Window!.LastDay);
        Assert.Equal(60, answer.Window.DaysLeft);
    }

    [Fact]
    public void The_customs_route_follows_the_document_of_the_export()
    {
        Assert.Contains("CEB213", ReturnExemption.Check(_fine, _today).Route!.Document, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 3, 1), ReturnExemption.Check(_fine, _today).Route!.Window!.LastDay);
        Assert.Contains("1261", ReturnExemption.Check(_fine with { TradeMode = "1210" }, _today).Route!.Document, StringComparison.Ordinal);
        Assert.Contains("4561", ReturnExemption.Check(_fine with { WasCustomsDeclaration = true }, _today).Route!.Document, StringComparison.Ordinal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>The notice that 个人信息保护法 art. 57 asks for.</summary>
public sealed class TellingOfABreachTests(Portal portal)
{
    private const string Form = "/park/privacy/breach-notice";

    [Fact]
    public async Task The_notice_says_everything_that_the_law_asks_for_and_making_it_is_journalled()
    {
        var park = await portal.VisitAsAsync("admin");
        var values = new Dictionary<string, string?>
        {
            ["When"] = "2026-11-20 上午",
            ["Kinds"] = "姓名和电话（演示）",
            ["Cause"] = "正在核查",
            ["Harm"] = "骚扰电话",
            ["Remedies"] = "已更换密钥",
            ["Advice"] = "留意陌生来电",
            ["Contact"] = "示例联系方式",
        };

        await (await park.SubmitAsync(Form, new(values) { ["Cause"] = "" }, Form)).RefusedWithAsync("请写明原因");
        var page = await Visitor.ReadAsync(await park.SubmitAsync(Form, values, Form));

        Assert.All(values.Values, v => Assert.Contains(v!, page.QuerySelector("[data-notice-text]")!.TextContent, StringComparison.Ordinal));
        Assert.Contains(await portal.LinesAsync(JournalSubjects.Privacy, "2026-11-22"), l => l.Act == PrivacyActs.BreachNoticeMade);
    }
}

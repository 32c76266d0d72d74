using HuaihuaPilotZone.BrowserTests.Support;
using HuaihuaPilotZone.Content;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HuaihuaPilotZone.BrowserTests.Content;

/// <summary>Somebody who knows no Markdown writes a text, with a table and a picture, and everybody reads it.</summary>
public sealed class WritingATextTests(LivePortal portal)
{
    /// <summary>A PNG of 2 by 2 red points.</summary>
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_text_with_a_table_and_a_dragged_picture_is_written_and_read()
    {
        await using var window = await portal.OpenWindowAsAsync("editor");
        await window.OpenAsync("/park/news/new");
        var text = Text(window);
        await text.ClickAsync();
        await window.Page.Keyboard.TypeAsync("第一段 <b>不是粗体</b>");
        await window.Page.Keyboard.PressAsync("Enter");
        await ToolAsync(window, "小标题");
        await window.Page.Keyboard.TypeAsync("货物");
        await window.Page.Keyboard.PressAsync("Enter");
        await ToolAsync(window, "加粗");
        await window.Page.Keyboard.TypeAsync("箱包最多");
        await ToolAsync(window, "加粗");
        await window.Page.Keyboard.PressAsync("Enter");
        await ToolAsync(window, "项目列表");
        await window.Page.Keyboard.TypeAsync("冷链果蔬");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Enter");
        await ToolAsync(window, "表格");
        await text.Locator("th").First.ClickAsync();
        foreach (var cell in new[] { "货物", "标箱", "同比", "箱包", "1,874", "98.52% | 快" })
        {
            await window.Page.Keyboard.TypeAsync(cell);
            await window.Page.Keyboard.PressAsync("Tab");
        }
        await ToolAsync(window, "删除行");

        await DropAsync(window, "吊车.png");
        var ask = window.Page.Locator("dialog[open]");
        await Expect(ask.GetByText("吊车.png")).ToBeVisibleAsync();
        await window.IsSoundAtAsync(Window.Desktop, "asking");
        await ask.GetByRole(AriaRole.Button, new() { Name = "插入" }).ClickAsync();
        await Expect(ask.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写替代文字");
        await Expect(text.Locator("img[src^='/media/']")).ToHaveCountAsync(0);
        await ask.GetByLabel("替代文字").FillAsync("龙门吊正在装车");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(text.Locator("img[src^='/media/']")).ToHaveAttributeAsync("alt", "龙门吊正在装车");
        await window.IsSoundAsync();

        await SaveAsync(window, "示例：编辑器");
        await window.Page.ReloadAsync();
        await Expect(Text(window).Locator("img[src^='/media/']")).ToHaveAttributeAsync("alt", "龙门吊正在装车");
        await Expect(Text(window).Locator("th").First).ToBeVisibleAsync();
        window.HasNoProblems();
        var body = await BodyAsync("示例：编辑器");
        Assert.Contains("## 货物", body, StringComparison.Ordinal);
        Assert.Contains("**箱包最多**", body, StringComparison.Ordinal);
        Assert.Contains("- 冷链果蔬", body, StringComparison.Ordinal);
        Assert.Contains("![龙门吊正在装车](/media/", body, StringComparison.Ordinal);

        await using var reader = await portal.OpenWindowAsync();
        await reader.OpenAsync($"/news/{await PublishAsync("示例：编辑器")}");
        var prose = reader.Page.Locator(".hh-prose");
        await Expect(prose).ToContainTextAsync("第一段 <b>不是粗体</b>");
        await Expect(prose.Locator("h2")).ToHaveTextAsync("货物");
        await Expect(prose.Locator("strong")).ToHaveTextAsync("箱包最多");
        Assert.Equal(["货物", "标箱", "同比", "箱包", "1,874", "98.52% | 快"], (await prose.Locator("th, td").AllInnerTextsAsync()).Select(t => t.Trim()));
        Assert.Equal(2, await prose.Locator("img").EvaluateAsync<int>("i => i.decode().then(() => i.naturalWidth)"));
        await reader.IsSoundAsync();
    }

    [Fact]
    public async Task What_comes_from_Word_is_brought_to_what_a_text_can_hold()
    {
        await using var window = await portal.OpenWindowAsAsync("editor");
        await window.OpenAsync("/park/news/new");
        await Text(window).ClickAsync();

        await PasteAsync(window, """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-name:x}</style></head><body><!--StartFragment-->
            <h1 style='mso-outline-level:1'>通知</h1>
            <p class=MsoNormal style='margin-left:2em'><span style='font-family:仿宋;color:red'>各<span style='font-weight:bold'>企业</span>：</span><o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>第一项</p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>第二项</p>
            <table class=MsoTableGrid><tr><td><p>货物</p></td><td><p>数量</p></td></tr><tr><td colspan=2><p>箱包</p></td></tr></table>
            <p><a href="javascript:alert(1)">链接</a><img src="file:///C:/a.png"><script>window.stolen = 1</script></p>
            <!--EndFragment--></body></html>
            """);
        await SaveAsync(window, "示例：来自文档");

        Assert.Equal("""
            ## 通知

            各**企业**：

            1. 第一项
            2. 第二项

            | 货物 | 数量 |
            | -- | -- |
            | 箱包 |    |

            链接
            """.ReplaceLineEndings("\n"), await BodyAsync("示例：来自文档"));
        Assert.False(await window.Page.EvaluateAsync<bool>("() => 'stolen' in window"));
        window.HasNoProblems();
    }

    [Fact]
    public async Task A_text_that_nobody_touches_stays_as_it_is_to_the_letter()
    {
        await using var window = await portal.OpenWindowAsAsync("editor");
        await window.OpenFirstAsync("/park/news/*");
        var before = await window.Page.Locator("#Body").InputValueAsync();

        await Expect(Text(window)).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "查看 Markdown 源文" }).ClickAsync();

        await Expect(window.Page.Locator("#Body")).ToBeVisibleAsync();
        Assert.Equal(before, await window.Page.Locator("#Body").InputValueAsync());
        await window.Page.Locator("#Body").FillAsync("直接写的 **源文**");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "返回编辑" }).ClickAsync();
        await Expect(Text(window).Locator("strong")).ToHaveTextAsync("源文");
        window.HasNoProblems();
    }

    [Fact]
    public async Task The_toolbar_is_one_stop_of_the_keyboard_and_the_text_another()
    {
        await using var window = await portal.OpenWindowAsAsync("editor");
        await window.OpenAsync("/park/news/new");
        await Expect(Text(window)).ToBeVisibleAsync();
        await Field(window, "Summary").FocusAsync();

        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(Tool(window, "小标题")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(Tool(window, "次级标题")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(Text(window)).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(Field(window, "Source")).ToBeFocusedAsync();
        window.HasNoProblems();
    }

    [Fact]
    public async Task Without_scripts_the_field_and_a_way_to_pictures_are_there()
    {
        await using var window = await portal.OpenWindowAsAsync("editor", hasScripts: false);
        await window.OpenAsync("/park/news/new");

        await Expect(window.Page.Locator("#Body")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("a[href='/park/media/new']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_screens_around_the_editor_are_sound()
    {
        await using var window = await portal.OpenWindowAsAsync("editor");
        foreach (var address in new[] { "/park/media", "/park/media/new", "/park/news/1/english", "/park/policies/1/english", "/park/policies/new" })
        {
            await window.OpenAsync(address);
            await window.IsSoundAsync();
        }
    }

    private static ILocator Text(Window window) => window.Page.GetByRole(AriaRole.Textbox, new() { Name = "正文" });

    private static ILocator Field(Window window, string name) => window.Page.Locator($"[name='{name}']");

    private static ILocator Tool(Window window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task ToolAsync(Window window, string name) => Tool(window, name).ClickAsync();

    private static async Task DropAsync(Window window, string name) => await Text(window).EvaluateAsync($$"""
        text => {
            const bytes = Uint8Array.from(atob('{{Picture}}'), c => c.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], '{{name}}', { type: 'image/png' }));
            const box = text.getBoundingClientRect();
            const at = { bubbles: true, cancelable: true, dataTransfer: data, clientX: box.left + 40, clientY: box.top + 20 };
            text.dispatchEvent(new DragEvent('dragover', at));
            text.dispatchEvent(new DragEvent('drop', at));
        }
        """);

    private static async Task PasteAsync(Window window, string html) => await Text(window).EvaluateAsync("""
        (text, html) => {
            const data = new DataTransfer();
            data.setData('text/html', html);
            data.setData('text/plain', 'plain');
            text.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
        }
        """, html);

    private static async Task SaveAsync(Window window, string title)
    {
        await Field(window, "Title").FillAsync(title);
        await Field(window, "Column").SelectOptionAsync("Notice");
        await Field(window, "Summary").FillAsync("示例摘要");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await Expect(window.Page.Locator(".hh-toast")).ToContainTextAsync("草稿已保存");
    }

    private Task<string> BodyAsync(string title) => WithDatabaseAsync(db => db.News.Where(n => n.Title == title).Select(n => n.Body).SingleAsync());

    /// <returns>Its slug.</returns>
    private Task<string> PublishAsync(string title) => WithDatabaseAsync(async db =>
    {
        var item = await db.News.SingleAsync(n => n.Title == title);
        (item.State, item.PublishedAt) = (PublicationState.Published, new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync();
        return item.Slug;
    });

    private async Task<T> WithDatabaseAsync<T>(Func<PortalDbContext, Task<T>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Somebody types into a draft that a colleague submits meanwhile: it is not changed any more, and nothing typed is lost.</summary>
public sealed class TypingIntoClosedDraftsTests(Portal portal)
{
    [Fact]
    public async Task What_was_typed_is_shown_beside_what_is_saved_and_can_be_kept_as_a_draft_of_its_own()
    {
        var (colleague, typist) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("filer"));
        var number = await Filing.OpenAsync(colleague);
        await Filing.SaveAsync(colleague, number, Filing.Valid());
        var form = FieldsOf(await Filing.OpenEditAsync(typist, number));
        (await Filing.SaveAsync(colleague, number, [], "Act=submit")).LedTo();

        var answer = await typist.ForgeAsync("/enterprise", $"/enterprise/declarations/{number}/edit", new(form) { ["Note"] = "刚才填的备注" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("已提交的预申报不能修改", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["备注", "空", "刚才填的备注"], Assert.Single(page.QuerySelectorAll("[data-typed]")).QuerySelectorAll("td").Select(c => c.TextContent.Trim()));

        var keep = page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith("/merge/keep", StringComparison.Ordinal));
        var kept = await typist.ForgeAsync("/enterprise", keep.GetAttribute("action")!, FieldsOf(keep));
        var draft = await typist.OpenAsync(kept.LedTo());
        Assert.Equal(("刚才填的备注", form["OrderNo"]), (Filing.ValueOf(draft, "Note"), Filing.ValueOf(draft, "OrderNo")));
        Assert.DoesNotContain(number, kept.LedTo(), StringComparison.Ordinal);
        Assert.DoesNotContain("刚才填的备注", (await colleague.OpenAsync($"/enterprise/declarations/{number}")).Content(), StringComparison.Ordinal);

        // the draft of another enterprise is not there for anybody
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("tea")).ForgeAsync("/enterprise", keep.GetAttribute("action")!, FieldsOf(keep))).StatusCode);
    }

    [Fact]
    public async Task Whoever_was_merging_when_it_was_submitted_keeps_what_was_typed_too()
    {
        var (colleague, typist) = (await portal.VisitAsAsync("luggage"), await portal.VisitAsAsync("filer"));
        var number = await Filing.OpenAsync(colleague);
        await Filing.SaveAsync(colleague, number, Filing.Valid());
        var form = new Dictionary<string, string?>(FieldsOf(await Filing.OpenEditAsync(typist, number))) { ["Note"] = "刚才填的备注" };
        await Filing.SaveAsync(colleague, number, new() { ["Note"] = "同事填的" });
        var page = await Visitor.ReadAsync(await typist.ForgeAsync("/enterprise", $"/enterprise/declarations/{number}/edit", form));
        var merging = FieldsOf(page.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith("/merge/save", StringComparison.Ordinal)));
        merging["Choices[/note]"] = "Mine";
        (await Filing.SaveAsync(colleague, number, [], "Act=submit")).LedTo();

        var answers = new[]
        {
            await typist.ForgeAsync("/enterprise", $"/enterprise/declarations/{number}/merge/save", merging),
            await typist.ForgeAsync("/enterprise", $"/enterprise/declarations/{number}/merge", form),
        };

        foreach (var answer in answers)
        {
            var closed = await Visitor.ReadAsync(answer);
            Assert.Equal(["备注", "同事填的", "刚才填的备注"], closed.QuerySelector("[data-typed='/note']")!.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
            Assert.NotNull(closed.QuerySelector("form[action$='/merge/keep']"));
        }
    }

    [Fact]
    public async Task Whoever_typed_nothing_is_led_to_the_submitted_document()
    {
        var colleague = await portal.VisitAsAsync("luggage");
        var number = await Filing.OpenAsync(colleague);
        await Filing.SaveAsync(colleague, number, Filing.Valid());
        var form = FieldsOf(await Filing.OpenEditAsync(colleague, number));
        (await Filing.SaveAsync(colleague, number, [], "Act=submit")).LedTo();

        var answer = await colleague.ForgeAsync("/enterprise", $"/enterprise/declarations/{number}/edit", form);

        Assert.Equal($"/enterprise/declarations/{number}", answer.LedTo());
        Assert.Contains("不能修改", await colleague.NoticeAfterAsync(answer), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> FieldsOf(IHtmlDocument page) => FieldsOf((IHtmlFormElement)page.QuerySelector("form#draft")!);

    private static Dictionary<string, string?> FieldsOf(IHtmlFormElement form)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: not ("checkbox" or "radio" or "file" or "submit") } input => (input.Name, input.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                _ => (null, null),
            };
            if (name is { Length: > 0 } and not "__RequestVerificationToken") fields.TryAdd(name, value);
        }
        return fields;
    }
}

using HuaihuaPilotZone.Web.Shared.Drawing;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HuaihuaPilotZone.Tests.Look;

/// <summary>Parts of pages that are drawn by a class instead of a view.</summary>
public sealed class DrawingPartsTests
{
    [Fact]
    public void What_is_put_into_markup_is_encoded_wherever_it_stands()
    {
        const string Hostile = "<script>\"'&";

        var drawn = Markup.Of($"<b title=\"{Hostile}\">{Hostile}</b>").Value;

        Assert.Equal("<b title=\"&lt;script&gt;&quot;&#x27;&amp;\">&lt;script&gt;&quot;&#x27;&amp;</b>", drawn);
    }

    [Fact]
    public void Chinese_stays_as_it_is() => Assert.Equal("<b>怀化</b>", Markup.Of($"<b>{"怀化"}</b>").Value);

    [Fact]
    public void Markup_in_markup_is_not_encoded_again()
    {
        var mark = new TagBuilder("i");
        mark.InnerHtml.Append("<");

        Assert.Equal("<p><b>&amp;</b><i>&lt;</i></p>", Markup.Of($"<p>{Markup.Of($"<b>{"&"}</b>")}{mark}</p>").Value);
    }

    [Fact]
    public void An_attribute_without_a_value_is_left_out_and_one_with_it_is_encoded()
    {
        Assert.Equal("<p></p>", Markup.Of($"<p{Markup.Attribute("lang", null)}>{(string?)null}{HtmlString.Empty}</p>").Value);
        Assert.Equal("<p lang=\"&quot;\">", Markup.Of($"<p{Markup.Attribute("lang", "\"")}>").Value);
    }
}

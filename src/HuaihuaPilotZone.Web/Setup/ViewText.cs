using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Renders a partial view to text, for answers that carry a piece of a page.</summary>
public sealed class ViewText(ICompositeViewEngine engine)
{
    /// <param name="name">Name beside the controller, or a path from the root.</param>
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public async Task<string> RenderAsync(Controller controller, string name, object model)
    {
        var found = name.StartsWith('/') ? engine.GetView(null, name, isMainPage: false) : engine.FindView(controller.ControllerContext, name, isMainPage: false);
        if (found.View is not { } view) throw new InvalidOperationException($"There is no view {name}: {string.Join(", ", found.SearchedLocations)}");
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary(controller.MetadataProvider, controller.ModelState) { Model = model };
        await view.RenderAsync(new ViewContext(controller.ControllerContext, view, data, controller.TempData, writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}

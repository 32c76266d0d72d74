using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Locks each desk as a whole by its area's name; opens what stands under Public.</summary>
internal sealed class GuardDesks : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        controller.RouteValues.TryGetValue("area", out var desk);
        object door = desk is not null ? new AuthorizeAttribute(desk) : new AllowAnonymousAttribute();
        if (desk is null && controller.Attributes.OfType<AuthorizeAttribute>().Any()) return;
        foreach (var selector in controller.Selectors) selector.EndpointMetadata.Add(door);
    }
}

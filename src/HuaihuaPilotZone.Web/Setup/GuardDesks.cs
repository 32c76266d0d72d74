using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Locks each desk as a whole by its area's name; opens what stands under Public, except what asks for a sign-in itself.</summary>
internal sealed class GuardDesks : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        if (controller.RouteValues.TryGetValue("area", out var desk) && desk is not null)
        {
            foreach (var selector in controller.Selectors) selector.EndpointMetadata.Add(new AuthorizeAttribute(desk));
            return;
        }
        if (AsksForSignIn(controller)) return;
        // "anonymous" beats any lock on the same endpoint, so it must not stand on one that has a lock of its own
        foreach (var selector in controller.Actions.Where(a => !AsksForSignIn(a)).SelectMany(a => a.Selectors))
        {
            selector.EndpointMetadata.Add(new AllowAnonymousAttribute());
        }
    }

    private static bool AsksForSignIn(ICommonModel model) => model.Attributes.OfType<AuthorizeAttribute>().Any();
}

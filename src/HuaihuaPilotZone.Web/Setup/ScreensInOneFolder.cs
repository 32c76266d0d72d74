using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>A screen's views lie beside its controllers: the folder (the last part of the namespace) is the name under which views are looked up.</summary>
internal sealed class ScreensInOneFolder : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        if (controller.ControllerType.Namespace is { } name) controller.ControllerName = name[(name.LastIndexOf('.') + 1)..];
    }
}

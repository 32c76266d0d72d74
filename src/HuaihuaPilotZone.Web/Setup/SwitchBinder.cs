using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Binds what is ticked as the framework does. What is neither yes nor no is told of, and forgotten: a box that came back with it could not be shown.</summary>
internal sealed class SwitchBinder(IModelBinder usual) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await usual.BindModelAsync(bindingContext);
        if (bindingContext.ModelState.GetFieldValidationState(bindingContext.ModelName) == ModelValidationState.Invalid)
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, rawValue: null, attemptedValue: null);
    }
}

/// <inheritdoc cref="SwitchBinder"/>
internal sealed class SwitchBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(bool)
        ? new SwitchBinder(new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()))
        : null;
}

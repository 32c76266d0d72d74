using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Binds texts as the framework does, and refuses in a posted form what nobody can see or read, and names of mixed letters (<see cref="ReadableText"/>).</summary>
internal sealed class ReadableTextBinder(IModelBinder usual) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await usual.BindModelAsync(bindingContext);
        if (bindingContext.Result is not { IsModelSet: true, Model: string text } || !bindingContext.HttpContext.Request.HasFormContentType) return;
        var label = bindingContext.ModelMetadata.DisplayName ?? "这里";
        if (bindingContext.ModelMetadata.PropertyName?.EndsWith("Name", StringComparison.Ordinal) == true && ReadableText.NameProblem(text, label) is { } mixed)
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, mixed);
        if (ReadableText.Problem(text, label) is not { } problem) return;
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem);
        // an act that takes its only text without looking at what was said of it still keeps nothing of the kind
        bindingContext.Result = ModelBindingResult.Success(ReadableText.Clean(text));
    }
}

/// <inheritdoc cref="ReadableTextBinder"/>
internal sealed class ReadableTextBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
        ? new ReadableTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;
}

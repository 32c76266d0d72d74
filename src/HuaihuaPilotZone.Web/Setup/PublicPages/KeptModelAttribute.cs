using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.PublicPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>
/// The page of one record, or one that there is once, on an action of a <see cref="PublicPageAttribute"/>: what it shows depends on its address alone. It is read once and
/// kept until something about the page's topics changes, so that a page that is made anew, for a name at its top or in another look, asks the
/// database nothing. The view is drawn for every request.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeptModelAttribute() : ServiceFilterAttribute(typeof(KeepModels));

/// <summary>Stands before the controller is made. An address with a query is another page and is not kept.</summary>
public sealed class KeepModels(PageStore store, PublicChanges changes, ChinaTime time, IModelMetadataProvider metadata) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.QueryString.HasValue)
        {
            await next();
            return;
        }

        var key = (PageAddress.IsEnglish ? "en " : "zh ") + request.Path.Value;
        if (store.FindModel(key) is { } kept)
        {
            context.HttpContext.Features.Set(kept);
            context.Result = new ViewResult { ViewData = new ViewDataDictionary(metadata, context.ModelState) { Model = kept.Model } };
            return;
        }

        var topics = context.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<PublicPageAttribute>().Topics;
        // counted before anything is read, as for pages
        var count = changes.Count(topics);
        var done = await next();
        if (done is { Exception: null, Result: ViewResult { ViewName: null, Model: { } read } })
        {
            store.KeepModel(key, new KeptModel(read)
            {
                Topics = topics,
                Count = count,
                FreshUntil = PageStore.FreshUntil(time),
            });
        }
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Refuses what says of itself that it is larger than its page takes, before anything of it is read. Without this the form's token would be looked for first,
/// not be found in what may not be read, and the page would say that it had been open too long.
/// </summary>
public sealed class RefuseTooLarge : IAuthorizationFilter, IOrderedFilter
{
    /// <summary>After the page has said how much it takes, and before the token of the form is looked for.</summary>
    public int Order => 950;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (http.Request.ContentLength > most) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}

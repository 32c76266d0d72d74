namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Answers HEAD as GET would be answered, without the body. Routes know GET alone, so that programs that look whether a page is there (search engines,
/// checkers of links, monitors) would find none but those that are kept.
/// </summary>
public sealed class AnswerHeads(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Method, context.Response.Body) = (HttpMethods.Head, wire);
        }
    }
}

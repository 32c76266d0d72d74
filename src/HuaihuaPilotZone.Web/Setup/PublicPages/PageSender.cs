using Microsoft.Net.Http.Headers;

namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>Sends a kept page, or says that the visitor has it already.</summary>
public static class PageSender
{
    private static readonly HashSet<string> _ofOneCoding = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ETag, HeaderNames.Date, HeaderNames.TransferEncoding,
    };

    /// <summary>The headers of an answer that was sent, for keeping.</summary>
    public static KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] HeadersOf(HttpResponse sent) =>
        [.. sent.Headers.Where(h => !_ofOneCoding.Contains(h.Key))];

    public static Task SendAsync(HttpContext context, KeptPage page)
    {
        var (request, response) = (context.Request, context.Response);
        var coding = KeptPageRequest.CodingOf(request);
        var headers = response.Headers;
        foreach (var (name, value) in page.Headers) headers[name] = value;
        var tag = page.TagIn(coding);
        headers.ETag = tag;
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && Has(known.ToString(), tag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ContentType = default;
            return Task.CompletedTask;
        }

        if (coding != PageCoding.None) headers.ContentEncoding = coding == PageCoding.Brotli ? "br" : "gzip";
        var body = page.In(coding);
        response.ContentLength = body.Length;
        // begun in any case: what is kept of the headers is read after it
        return HttpMethods.IsHead(request.Method) ? response.StartAsync(context.RequestAborted) : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static bool Has(string known, string tag) => known.Length == tag.Length
        ? string.Equals(known, tag, StringComparison.Ordinal)
        : known == "*" || known.Contains(tag, StringComparison.Ordinal);
}

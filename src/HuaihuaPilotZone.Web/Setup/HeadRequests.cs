namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// Whoever may read an address may also ask for its head alone, as link checkers, monitors and download managers do (RFC 9110, 9.1 and 9.3.2):
/// the same answer, of which the server sends the headers only.
/// </summary>
public static class HeadRequests
{
    /// <summary>Whether an answer is asked for that changes nothing, whole or its head alone.</summary>
    public static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Lets every endpoint that answers GET answer HEAD as well.</summary>
    public static TBuilder AnswerHeadLikeGet<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(static endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is not { } said) return;
            if (!said.HttpMethods.Contains(HttpMethods.Get) || said.HttpMethods.Contains(HttpMethods.Head)) return;
            endpoint.Metadata.Add(new HttpMethodMetadata([.. said.HttpMethods, HttpMethods.Head], said.AcceptCorsPreflight));
        });
        return endpoints;
    }
}

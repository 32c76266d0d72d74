using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace HuaihuaPilotZone.Web.Api;

/// <summary>What calls with a key have in common: content, version, and being sent twice.</summary>
public sealed class ApiRequests(IdempotentCalls calls)
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const string IdempotencyHeader = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private static readonly string[] _types = ["application/json", "application/xml", "text/xml"];

    /// <summary>The whole content, or why it is not taken.</summary>
    public static async Task<(ReadOnlyMemory<byte> Body, ApiProblem? Problem)> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !_types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)) return (default, ApiProblem.UnknownType);
        if (request.ContentLength > MostBytes) return (default, ApiProblem.TooLarge);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return body.Length > MostBytes ? (default, ApiProblem.TooLarge) : (body.GetBuffer().AsMemory(0, (int)body.Length), null);
    }

    /// <summary>The version that the caller read, from If-Match: "7" or 7.</summary>
    public static (int Version, ApiProblem? Problem) ReadVersion(HttpRequest request)
    {
        var sent = request.Headers.IfMatch.ToString().Trim();
        if (sent.Length == 0) return (0, ApiProblem.VersionMissing);
        return int.TryParse(sent.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, null)
            : (0, ApiProblem.Invalid.Because(HeaderNames.IfMatch, "If-Match 应为读到的版本号，如 \"3\"。"));
    }

    /// <summary>Does the act; with an Idempotency-Key once however often the call arrives.</summary>
    public async Task<ActionResult> RunAsync(HttpContext context, ReadOnlyMemory<byte> body, Func<CancellationToken, Task<ApiAnswer>> act, CancellationToken cancellation)
    {
        var key = context.Request.Headers[IdempotencyHeader].ToString();
        if (key.Length == 0) return Send(context, await act(cancellation));
        if (key.Length > KeptAnswer.KeyMaxLength || key.Any(c => c is < '!' or > '~'))
            return Send(context, ApiProblem.Invalid.Because(IdempotencyHeader, $"Idempotency-Key 最多 {KeptAnswer.KeyMaxLength} 个字符，只用可见的 ASCII 字符。"));
        var isFirst = false;
        var call = new RepeatableCall(int.Parse(ApiKeySignIn.KeyOf(context.User)!, CultureInfo.InvariantCulture), key, HashOf(context.Request, body.Span));
        var answer = await calls.RunAsync(
            call,
            token =>
            {
                isFirst = true;
                return act(token);
            },
            cancellation);
        if (answer is null) return Send(context, ApiProblem.KeyReused);
        if (!isFirst) context.Response.Headers[ReplayedHeader] = "true";
        return Send(context, answer);
    }

    public static ActionResult Send(HttpContext context, ApiProblem problem) => Send(context, problem.ToAnswer());

    public static ActionResult Send(HttpContext context, ApiAnswer answer)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-store";
        if (answer.Version is { } version) headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        if (answer.Location is { } location) headers.Location = location;
        return answer.Status == StatusCodes.Status204NoContent
            ? new StatusCodeResult(answer.Status)
            : new ContentResult { StatusCode = answer.Status, ContentType = answer.IsDone ? "application/json; charset=utf-8" : ApiProblem.MediaType, Content = answer.Body };
    }

    private static string HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n{request.ContentType}\n"));
        hash.AppendData(body);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

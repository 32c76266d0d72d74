using System.Text.Json;

namespace HuaihuaPilotZone.Web.Api;

/// <summary>One thing that stands against a call.</summary>
/// <param name="Line">Line of the file from 1; 0 when the whole is meant.</param>
/// <param name="Column">Column of the file from 1; 0 when the whole is meant.</param>
/// <param name="Message">Chinese.</param>
public sealed record ApiProblemPoint(int Line, int Column, string Message);

/// <summary>A refusal as application/problem+json (RFC 9457), in Chinese and English. The code does not change; the sentences may.</summary>
/// <param name="Code">Short name of the problem.</param>
public sealed record ApiProblem(int Status, string Code, string Title, string TitleEn)
{
    public const string MediaType = "application/problem+json";

    public static ApiProblem Unreadable { get; } = new(400, "unreadable", "内容读不出来，不是海关报文，也不是单证的 JSON。", "The content is neither a customs message nor a document as JSON.");

    public static ApiProblem TooLarge { get; } = new(413, "too-large", "内容超过 5 MB。", "The content is larger than 5 MB.");

    public static ApiProblem TooMany { get; } = new(429, "too-many-requests", "请求过于频繁，请稍后再试。", "Too many requests; try again later.");

    /// <summary>Everything that stands against the call.</summary>
    public IReadOnlyList<ApiProblemPoint> Errors { get; init; } = [];

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = MediaType;
        return context.Response.WriteAsync(ToJson(), context.RequestAborted);
    }

    public string ToJson() => JsonSerializer.Serialize(
        new { type = "about:blank", title = Title, title_en = TitleEn, status = Status, code = Code, errors = Errors }, ApiJson.Options);
}

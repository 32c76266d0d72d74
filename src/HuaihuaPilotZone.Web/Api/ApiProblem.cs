using System.Text.Json;
using HuaihuaPilotZone.ApiKeys;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Web.Api;

/// <summary>One thing that stands against a call.</summary>
/// <param name="Line">Line of the file from 1; 0 when the whole is meant.</param>
/// <param name="Column">Column of the file from 1; 0 when the whole is meant.</param>
/// <param name="Message">Chinese.</param>
/// <param name="Field">JSON Pointer into the document, name of a parameter or of a header; null for the call as a whole.</param>
/// <param name="RuleId">The rule of the pre-check that speaks, explained at /rules/{id}; null when none does.</param>
public sealed record ApiProblemPoint(int Line, int Column, string Message, string? Field = null, string? RuleId = null)
{
    public static ApiProblemPoint At(string? field, string message) => new(0, 0, message, string.IsNullOrEmpty(field) ? null : field);
}

/// <summary>A refusal as application/problem+json (RFC 9457), in Chinese and English. The code does not change; the sentences may.</summary>
/// <param name="Code">Short name of the problem.</param>
public sealed record ApiProblem(int Status, string Code, string Title, string TitleEn)
{
    public const string MediaType = "application/problem+json";

    public static ApiProblem Unreadable { get; } = new(400, "unreadable", "内容读不出来，不是海关报文，也不是单证的 JSON。", "The content is neither a customs message nor a document as JSON.");

    public static ApiProblem Invalid { get; } = new(400, "invalid", "请求写得不对。", "The call is not valid.");

    public static ApiProblem KeyMissing { get; } = new(401, "key-missing", "缺少有效的接口密钥。请在 Authorization 头里写 Bearer 和密钥。", "No valid API key. Send Authorization: Bearer followed by the key.");

    public static ApiProblem ScopeMissing { get; } = new(403, "scope-missing", "这个密钥没有所需的权限。", "The key lacks the scope that this call needs.");

    public static ApiProblem HttpsOnly { get; } = new(403, "https-only", "接口只用 HTTPS。已经明文发出的密钥可能泄露，请停用后换新的。", "The interface is reached by HTTPS only. Revoke a key that was sent in the clear.");

    public static ApiProblem NotFound { get; } = new(404, "not-found", "没有找到。", "Not found.");

    public static ApiProblem Changed { get; } = new(412, "version-conflict", "这份预申报已被修改，请重新读取后再改。", "The declaration has been changed; read it again first.");

    public static ApiProblem TooLarge { get; } = new(413, "too-large", "内容超过 5 MB。", "The content is larger than 5 MB.");

    public static ApiProblem UnknownType { get; } = new(415, "unknown-type", "请用 application/json 或 application/xml。", "Send application/json or application/xml.");

    public static ApiProblem Refused { get; } = new(422, "refused", "没有办理成功。", "The act was refused.");

    public static ApiProblem KeyReused { get; } = new(422, "idempotency-key-reused", "这个 Idempotency-Key 已用于另一份内容。", "This Idempotency-Key was used for other content.");

    public static ApiProblem VersionMissing { get; } = new(428, "version-missing", "请在 If-Match 头里写读到的版本号。", "Send the version that you read in the If-Match header.");

    public static ApiProblem TooMany { get; } = new(429, "too-many-requests", "请求过于频繁，请稍后再试。", "Too many requests; try again later.");

    public static ApiProblem Busy { get; } = new(429, "busy", "正在处理的太多，请按 Retry-After 等待后重发；重发不会重复记录。", "Too much is being processed; send it again after the time in Retry-After. Nothing is recorded twice.");

    public static ApiProblem Fault { get; } = new(500, "fault", "平台出错，请稍后重试。", "The portal failed; try again later.");

    /// <summary>Everything that stands against the call.</summary>
    public IReadOnlyList<ApiProblemPoint> Errors { get; init; } = [];

    /// <summary>The same with what an act has said against it.</summary>
    public ApiProblem Because(IEnumerable<Refusal> refusals) => this with { Errors = [.. refusals.Select(r => ApiProblemPoint.At(r.Field, r.Message))] };

    /// <summary>The same with one thing that stands against the call.</summary>
    public ApiProblem Because(string? field, string message) => this with { Errors = [ApiProblemPoint.At(field, message)] };

    /// <summary>The problem that a bare status stands for.</summary>
    public static ApiProblem OfStatus(int status) => status switch
    {
        400 => Invalid,
        401 => KeyMissing,
        403 => ScopeMissing,
        404 => NotFound,
        413 => TooLarge,
        415 => UnknownType,
        429 => TooMany,
        _ => status < 500 ? Invalid with { Status = status } : Fault with { Status = status },
    };

    public ApiAnswer ToAnswer() => new(Status, ToJson());

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = MediaType;
        return context.Response.WriteAsync(ToJson(), context.RequestAborted);
    }

    public string ToJson() => JsonSerializer.Serialize(
        new { type = "about:blank", title = Title, title_en = TitleEn, status = Status, code = Code, errors = Errors }, ApiJson.Options);
}

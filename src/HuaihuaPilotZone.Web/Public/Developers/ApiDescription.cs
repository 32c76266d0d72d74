using System.Globalization;
using System.Resources;
using System.Text.Json.Nodes;
using HuaihuaPilotZone.Web.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HuaihuaPilotZone.Web.Public.Developers;

/// <summary>Writes what <see cref="ApiOperations"/> say into the document at /openapi/v1.json.</summary>
internal static class ApiDescription
{
    public const string Name = "v1";
    public const string Route = "/openapi/{documentName}.json";

    private const string KeyScheme = "apiKey";

    private static readonly ResourceManager _words = new(typeof(DevelopersText));

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = $"{Word("Title")} · {Word("Title", "en")}", Version = Name, Description = $"{Word("Lead")}\n\n{Word("Lead", "en")}" };
            // the address that was asked may be a proxy's business
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "hhk_…", Description = Word("Keys.Text", "en") };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        // what is not described is found by a test
        if (ApiOperations.Find(context.Description.HttpMethod, context.Description.RelativePath) is not { } known) return;
        operation.OperationId = known.Id;
        operation.Tags = null;
        operation.Summary = $"{Word($"Op.{known.Id}")} · {Word($"Op.{known.Id}", "en")}";
        operation.Description = $"{Word($"Op.{known.Id}.Text")}\n\n{Word($"Op.{known.Id}.Text", "en")}{(known.Scope is null ? "" : $"\n\n{known.Scope}")}";
        if (known.Scope is not null) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [known.Scope] }];
        AddHeaders(operation, known);
        operation.RequestBody = known.Sends.Count == 0 ? null : new OpenApiRequestBody
        {
            Required = true,
            Content = known.Sends.ToDictionary(s => s.Key, s => new OpenApiMediaType { Example = ExampleOf(s.Key, s.Value) }, StringComparer.Ordinal),
        };
        operation.Responses = [];
        foreach (var answers in known.Answers.GroupBy(a => a.Status))
            operation.Responses[answers.Key.ToString(CultureInfo.InvariantCulture)] = await ResponseAsync([.. answers], context, cancellation);
    }

    private static void AddHeaders(OpenApiOperation operation, ApiOperation known)
    {
        operation.Parameters ??= [];
        if (known.TakesVersion) operation.Parameters.Add(Header("If-Match", isRequired: true, "Versions.Text"));
        if (known.MayRepeat) operation.Parameters.Add(Header(ApiRequests.IdempotencyHeader, isRequired: false, "Repeats.Text"));
    }

    private static OpenApiParameter Header(string name, bool isRequired, string word) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = Word(word, "en"),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static async Task<OpenApiResponse> ResponseAsync(IReadOnlyList<ApiExample> answers, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var first = answers[0];
        var response = new OpenApiResponse { Description = string.Join(" / ", answers.Select(a => TitleOf(a)).Distinct(StringComparer.Ordinal)) };
        if (first.Example is null) return response;
        var content = new OpenApiMediaType { Schema = first.Shape is { } shape ? await context.GetOrCreateSchemaAsync(shape, null, cancellation) : new OpenApiSchema() };
        if (answers.Count == 1) content.Example = ExampleOf(first.MediaType, first.Example);
        else content.Examples = answers.ToDictionary(a => ProblemCode(a), a => (IOpenApiExample)new OpenApiExample { Value = ExampleOf(a.MediaType, a.Example!) }, StringComparer.Ordinal);
        response.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [first.MediaType] = content };
        return response;
    }

    private static JsonNode? ExampleOf(string mediaType, string text) => mediaType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(text) : JsonValue.Create(text);

    private static string TitleOf(ApiExample answer) => answer.MediaType == ApiProblem.MediaType ? JsonNode.Parse(answer.Example!)!["title_en"]!.GetValue<string>() : "OK";

    private static string ProblemCode(ApiExample answer) => JsonNode.Parse(answer.Example!)!["code"]!.GetValue<string>();

    private static string Word(string key, string language = "zh-CN") =>
        _words.GetString(key, new CultureInfo(language)) ?? throw new InvalidOperationException($"DevelopersText has no {key}.");
}

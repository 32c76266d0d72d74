using System.Text.Json;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Api;
using HuaihuaPilotZone.Web.Api.Declarations;
using HuaihuaPilotZone.Web.Api.Tracking;
using HuaihuaPilotZone.Web.Public.PreCheck;

namespace HuaihuaPilotZone.Web.Public.Developers;

/// <summary>An answer of an operation.</summary>
/// <param name="Shape">Type of the JSON; null when there is none.</param>
/// <param name="Example">JSON or XML; null when there is no content.</param>
public sealed record ApiExample(int Status, string MediaType, Type? Shape, string? Example);

/// <summary>
/// One operation of the interface as it is described to people and programs. Its words stand in the resources of the page under Op.{Id} and
/// Op.{Id}.Text.
/// </summary>
/// <param name="Path">As routed, without the first slash.</param>
/// <param name="Scope">What the key must be allowed; null when no key is asked for.</param>
/// <param name="TakesVersion">If-Match.</param>
/// <param name="MayRepeat">Idempotency-Key.</param>
/// <param name="Sends">Examples of the content by media type.</param>
/// <param name="Curl">A line that works once BASE, KEY, NUMBER and VERSION are set.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string? Scope, bool TakesVersion, bool MayRepeat, IReadOnlyDictionary<string, string> Sends, IReadOnlyList<ApiExample> Answers, string Curl)
{
    /// <summary>A line that fetches what <see cref="Curl"/> sends; null where that is among <see cref="ApiOperations.Downloads"/>.</summary>
    public string? Before { get; init; }

    /// <summary>A line that takes NUMBER or VERSION from the answer, for the lines that follow; null for none.</summary>
    public string? Then { get; init; }

    /// <summary>Such as POST /api/v1/declarations.</summary>
    public string Line => $"{Method} /{Path}";
}

/// <summary>All operations of the interface, in the order in which a system uses them.</summary>
public static class ApiOperations
{
    private const string Json = "application/json";
    private const string Xml = "application/xml";
    private const string Read = "declarations:read";
    private const string Write = "declarations:write";
    private const string Submit = "declarations:submit";
    private const string Report = "events:write";
    private const string Declarations = "api/v1/declarations";
    private const string One = Declarations + "/{number}";
    private const string Key = "-H \"Authorization: Bearer $KEY\"";
    private const string Version = "-H \"If-Match: $VERSION\"";
    private const string Head = "-D head.txt";
    private const string TakeNumber = "NUMBER=$(grep -o 'HH-[0-9]*-[0-9]*' head.txt | head -1)";
    private const string TakeVersion = "VERSION=$(grep -i '^etag' head.txt | grep -o '[0-9][0-9]*')";

    // before the operations, whose examples need them
    private static readonly DateTimeOffset _time = new(2026, 11, 22, 11, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTime _at = _time.UtcDateTime;
    private static readonly string _list = ApiSamples.ListOf(new DateOnly(2026, 11, 22), "SAMPLE-20261122-01");
    private static readonly string _lists = ApiSamples.ListsOf(new DateOnly(2026, 11, 22), "SAMPLE-20261122");
    private static readonly string _receipt = ApiSamples.ReceiptOf(ApiSamples.Number, "20261122110000000");
    private static readonly Dictionary<string, string> _nothing = [];
    private static readonly Dictionary<string, string> _document = new(StringComparer.Ordinal) { [Json] = _list, [Xml] = "<ceb:CEB603Message …/>" };

    /// <summary>The operations.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("PreCheck", "POST", "api/v1/pre-check", null, false, false, _document,
            [Ok<PreCheckAnswer>(PreCheckExample()), Problem(ApiProblem.Unreadable), Problem(ApiProblem.TooLarge), Problem(ApiProblem.TooMany)],
            "curl -sS --data-binary @list.xml $BASE/api/v1/pre-check"),
        new("Create", "POST", Declarations, Write, false, true, _document,
            [Ok<DeclarationAnswer>(DeclarationExample(), 201), .. Problems(ApiProblem.Unreadable, ApiProblem.TooLarge, ApiProblem.UnknownType, ApiProblem.NotFound, ApiProblem.Refused, ApiProblem.KeyReused)],
            $"curl -sS {Head} {Key} -H \"Content-Type: application/json\" -H \"Idempotency-Key: sample-1\" --data-binary @list.json $BASE/{Declarations}")
        {
            Then = $"{TakeNumber}; {TakeVersion}",
        },
        new("CreateMany", "POST", Declarations + "/batch", Write, false, true, new Dictionary<string, string>(StringComparer.Ordinal) { [Json] = _lists, [Xml] = "<ceb:CEB603Message …/>" },
            [Ok<DeclarationBatchAnswer>(BatchExample(), 201), .. Problems(ApiProblem.Unreadable, ApiProblem.TooLarge, ApiProblem.UnknownType, ApiProblem.Refused, ApiProblem.KeyReused)],
            $"curl -sS {Key} -H \"Content-Type: application/json\" -H \"Idempotency-Key: sample-3\" --data-binary @lists.json $BASE/{Declarations}/batch"),
        new("List", "GET", Declarations, Read, false, false, _nothing,
            [Ok<DeclarationListAnswer>(ListExample()), .. Problems(ApiProblem.Invalid)],
            $"curl -sS {Key} \"$BASE/{Declarations}?state=draft&changedSince=2026-11-01T00:00:00Z&limit=10\""),
        new("Show", "GET", One, Read, false, false, _nothing,
            [Ok<DeclarationAnswer>(DeclarationExample()), .. Problems(ApiProblem.NotFound)],
            $"curl -sS {Head} {Key} $BASE/{Declarations}/$NUMBER")
        {
            Then = TakeVersion,
        },
        new("Replace", "PUT", One, Write, true, false, _document,
            [
                Ok<DeclarationAnswer>(DeclarationExample()),
                .. Problems(ApiProblem.Unreadable, ApiProblem.NotFound, ApiProblem.Changed, ApiProblem.TooLarge, ApiProblem.UnknownType, ApiProblem.Refused, ApiProblem.VersionMissing),
            ],
            $"curl -sS {Head} -X PUT {Key} {Version} -H \"Content-Type: application/json\" --data-binary @list.json $BASE/{Declarations}/$NUMBER")
        {
            Then = TakeVersion,
        },
        new("Submit", "POST", One + "/submit", Submit, true, true, _nothing,
            [
                Ok<DeclarationAnswer>(DeclarationExample()),
                .. Problems(
                    ApiProblem.NotFound, ApiProblem.Changed,
                    ApiProblem.Refused with { Errors = [ApiProblemPoint.At(null, "还有 1 处必须修改，改好后才能提交。"), new ApiProblemPoint(0, 0, "净重大于毛重。", "/netWeight", "WEIGHT-002")] },
                    ApiProblem.KeyReused, ApiProblem.VersionMissing),
            ],
            $"curl -sS {Head} -X POST {Key} {Version} -H \"Idempotency-Key: sample-2\" $BASE/{Declarations}/$NUMBER/submit")
        {
            Then = TakeVersion,
        },
        new("Message", "GET", One + "/messages/{message}.xml", Read, false, false, _nothing,
            [new ApiExample(200, Xml, null, "<ceb:CEB603Message …/>"), .. Problems(ApiProblem.NotFound, ApiProblem.Refused)],
            $"curl -sS {Key} $BASE/{Declarations}/$NUMBER/messages/list.xml -o CEB603.xml"),
        new("TakeReceipts", "POST", "api/v1/receipts", Write, false, true, new Dictionary<string, string>(StringComparer.Ordinal) { [Xml] = _receipt },
            [Ok<TakenReceiptsAnswer>(TakenExample()), .. Problems(ApiProblem.TooLarge, ApiProblem.UnknownType, ApiProblem.Refused, ApiProblem.KeyReused)],
            $"curl -sS {Key} -H \"Content-Type: application/xml\" --data-binary @receipt.xml $BASE/api/v1/receipts")
        {
            Before = "curl -sS \"$BASE/developers/samples/receipt.xml?number=$NUMBER\" -o receipt.xml",
        },
        new("Receipts", "GET", One + "/receipts", Read, false, false, _nothing,
            [Ok<ReceiptListAnswer>(ReceiptsExample()), .. Problems(ApiProblem.NotFound)],
            $"curl -sS {Key} $BASE/{Declarations}/$NUMBER/receipts"),
        new("Withdraw", "DELETE", One, Write, true, false, _nothing,
            [new ApiExample(204, Json, null, null), .. Problems(ApiProblem.NotFound, ApiProblem.Changed, ApiProblem.Refused, ApiProblem.VersionMissing)],
            $"curl -sS -i -X DELETE {Key} {Version} $BASE/{Declarations}/$NUMBER"),
        new("ReportEvents", "POST", "api/v1/events", Report, false, false, new Dictionary<string, string>(StringComparer.Ordinal) { [Json] = ApiSamples.EventsOf(_time) },
            [Ok<EventsAnswer>(EventsExample()), .. Problems(ApiProblem.Invalid, ApiProblem.TooLarge, ApiProblem.UnknownType, ApiProblem.Busy)],
            $"curl -sS {Key} -H \"Content-Type: application/json\" --data-binary @events.json $BASE/api/v1/events"),
        new("ReportReadings", "POST", "api/v1/readings", Report, false, false, new Dictionary<string, string>(StringComparer.Ordinal) { [Json] = ApiSamples.ReadingsOf(_time) },
            [Ok<ReadingsAnswer>(new ReadingsAnswer(2, 0, [])), .. Problems(ApiProblem.Invalid, ApiProblem.TooLarge, ApiProblem.UnknownType)],
            $"curl -sS {Key} -H \"Content-Type: application/json\" --data-binary @readings.json $BASE/api/v1/readings"),
    ];

    /// <summary>Lines that fetch the files which the others send.</summary>
    public static IReadOnlyList<string> Downloads { get; } =
    [
        "curl -sS $BASE/developers/samples/list.json -o list.json",
        "curl -sS $BASE/developers/samples/list.xml -o list.xml",
        "curl -sS $BASE/developers/samples/lists.json -o lists.json",
        "curl -sS $BASE/developers/samples/events.json -o events.json",
        "curl -sS $BASE/developers/samples/readings.json -o readings.json",
    ];

    public static ApiOperation? Find(string? method, string? path) => All.FirstOrDefault(o => o.Method == method && o.Path == path);

    private static ApiExample Ok<T>(T example, int status = 200) => new(status, Json, typeof(T), JsonSerializer.Serialize(example, ApiJson.Options));

    private static ApiExample Problem(ApiProblem problem) => new(problem.Status, ApiProblem.MediaType, null, problem.ToJson());

    /// <summary>What stands against this call, and what may stand against every call with a key.</summary>
    private static IEnumerable<ApiExample> Problems(params ReadOnlySpan<ApiProblem> own) => [.. new[] { ApiProblem.KeyMissing, ApiProblem.ScopeMissing, ApiProblem.TooMany }.Concat(own.ToArray()).Select(Problem)];

    private static PreCheckAnswer PreCheckExample() =>
        PreCheckAnswer.Of(FilePreCheck.Run(System.Text.Encoding.UTF8.GetBytes(_list), CustomsTables.BuiltIn(), ApiSamples.Number.Day), CustomsTables.BuiltIn());

    private static DeclarationAnswer DeclarationExample()
    {
        var check = CheckExample();
        return DeclarationAnswer.Of(ExampleOf(check), check, filesAreOpen: false);
    }

    private static DeclarationBatchAnswer BatchExample()
    {
        var check = CheckExample();
        return new DeclarationBatchAnswer([BatchedDraftAnswer.Of(new CheckedDraft(ExampleOf(check), check), new DocumentFile(check.Document, [], [], null))], [], DeclarationAnswer.Reminder);
    }

    private static CheckedDocument CheckExample()
    {
        var tables = CustomsTables.BuiltIn();
        DocumentJson.TryDeserialize(DocumentSchemas.ExportList, _list, out var document);
        var basis = new CheckBasis(0, ApiSamples.Number.Day, new CheckLookups(null, null, null), new TableSettings(null, tables.Tolerances));
        return new CheckedDocument(document!, PreChecker.Run(document!, tables, basis.Today, basis.Lookups), tables, basis);
    }

    private static Declaration ExampleOf(CheckedDocument check)
    {
        var declaration = new Declaration { Number = ApiSamples.Number, EnterpriseId = 0, Kind = DocumentKind.List, CreatedAt = _at, CreatedBy = "" };
        declaration.Write(check.Document, check.Result, check.Tables.TablesVersion, _at);
        return declaration;
    }

    private static DeclarationListAnswer ListExample() => new(
        [DeclarationRowAnswer.Of(new FeedRow(1, ApiSamples.Number, DocumentKind.List, DeclarationState.Draft, CustomsState.NoReceipt, "9610", "SAMPLE-20261122-01", "SAMPLE-20261122-01", 0, 0, 1, _at, _at))],
        $"/{Declarations}?state=draft&limit=10&after=NjM4OTk");

    private static TakenReceiptsAnswer TakenExample() =>
        new([new TakenReceiptAnswer("CEB604Message", "800", "放行", "可以提取或装运货物；出口请发送清单总分单和离境单。", _time, ApiSamples.Number.ToString(), true, true)], [], ReceiptListAnswer.Reminder);

    private static EventsAnswer EventsExample() => new(
        1, 0, 1,
        [
            new EventItemAnswer("/events/0", "SAMPLE-0001", EventAnswer.Accepted, ApiSamples.Consignment, []),
            new EventItemAnswer("/events/1", "SAMPLE-0002", EventAnswer.Refused, null, [ApiProblemPoint.At("/events/1/eventDateTime", "实际发生的时间在将来；还没有发生的请用 PLN 或 EST。")]),
        ]);

    private static ReceiptListAnswer ReceiptsExample() =>
        new([new ReceiptAnswer("CEB604Message", "800", "放行", "可以提取或装运货物；出口请发送清单总分单和离境单。", true, _time, "示例回执", [], _at)], ReceiptListAnswer.Reminder);
}

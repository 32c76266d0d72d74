using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Web.Api;
using HuaihuaPilotZone.Web.Public.Enterprises;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.OpenData;

/// <summary>What the portal knows of the zone's enterprises and everybody may use: files for people, JSON for machines, each with its date and its licence.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
[EnableRateLimiting(RateLimits.PreCheck)]
public sealed class OpenDataController(
    PublicDirectory directory, OpenRoster roster, ChinaTime time, PortalAddress portal, IConfiguration configuration, IStringLocalizer<EnterprisesText> words, IStringLocalizer<OpenDataText> text) : Controller
{
    private const string Enterprises = "/api/open/enterprises";
    private const string Counts = "/api/open/enterprise-counts";

    private string Licence => configuration["OpenData:Licence"] is { Length: > 0 } licence ? licence : text["Licence.Unknown"];

    private string AsOf => ChinaTime.FromUtc(time.UtcNow).ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture);

    [HttpGet("/open-data")]
    [DisableRateLimiting]
    [PublicPage]
    public IActionResult Index() => View("Index", Licence);

    /// <summary>The directory: as a spreadsheet where that is asked for, else as JSON.</summary>
    [HttpGet(Enterprises)]
    public Task<IActionResult> List(int? after, int? size, string? format, CancellationToken cancellation) =>
        IsCsv(format) ? ListFile(cancellation) : ListPart(after, size, cancellation);

    [HttpGet(Enterprises + ".csv")]
    public async Task<IActionResult> ListFile(CancellationToken cancellation)
    {
        var (asOf, licence) = (AsOf, Licence);
        await CsvFile.SendAsync(
            Response, FileName("enterprises"), Head("Id", "Name", "EnglishName", "CreditCode", "Type", "Stage", "Since", "Area", "Tags", "Markets", "Address", "Website", "Summary", "Sample"),
            directory.StreamAsync(cancellation), e => [.. Values(e), asOf, licence], cancellation);
        return new EmptyResult();
    }

    /// <summary>A part of the directory, in the order of names; "next" leads on.</summary>
    [HttpGet(Enterprises + ".json")]
    public async Task<IActionResult> ListPart(int? after, int? size, CancellationToken cancellation)
    {
        var list = await directory.ListAsync(new DirectoryQuery(), new RosterPlace(AfterId: after), size ?? PageRequest.MaxSize, cancellation);
        var next = list.AfterId is { } last ? portal.Of(string.Create(CultureInfo.InvariantCulture, $"{Enterprises}.json?after={last}&size={list.Size}")) : null;
        return new JsonResult(
            new OpenAnswer<OpenEnterprise>(text["Enterprises.Title"], text["Source"], AsOf, Licence, [.. list.Rows.Select(e => OpenEnterprise.Of(e, portal.Of($"/enterprises/{e.Id}")))], next),
            ApiJson.Options);
    }

    /// <summary>How many there are of each area, type and stage.</summary>
    [HttpGet(Counts)]
    public Task<IActionResult> Count(string? format, CancellationToken cancellation) => IsCsv(format) ? CountFile(cancellation) : CountAnswer(cancellation);

    [HttpGet(Counts + ".csv")]
    public async Task<IActionResult> CountFile(CancellationToken cancellation)
    {
        var (asOf, licence) = (AsOf, Licence);
        var few = words["Areas.Few", OpenRoster.Least].Value;
        await CsvFile.SendAsync(
            Response, FileName("enterprise-counts"), Head("Area", "Type", "Stage", "Count"), (await roster.CountsAsync(cancellation)).ToAsyncEnumerable(),
            c => [c.AreaName, TypeOf(c.Type), StageOf(c.Stage), c.Count?.ToString(CultureInfo.InvariantCulture) ?? few, asOf, licence], cancellation);
        return new EmptyResult();
    }

    [HttpGet(Counts + ".json")]
    public async Task<IActionResult> CountAnswer(CancellationToken cancellation) => new JsonResult(
        new OpenAnswer<OpenCount>(text["Counts.Title"], text["Source"], AsOf, Licence, await roster.CountsAsync(cancellation), null), ApiJson.Options);

    private bool IsCsv(string? format) => string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase)
        || (format is null && Request.Headers.Accept.ToString().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase));

    private string FileName(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{time.Today:yyyyMMdd}.csv");

    private string[] Head(params string[] columns) => [.. columns.Append("AsOf").Append("Licence").Select(c => text[$"Column.{c}"].Value)];

    private IEnumerable<string?> Values(DirectoryEntry entry) =>
    [
        entry.Id.ToString(CultureInfo.InvariantCulture), entry.Name, entry.EnglishName, entry.CreditCode, TypeOf(entry.Type), StageOf(entry.Stage),
        entry.StageSince.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.AreaName, string.Join(text["Join"].Value, entry.TagNames),
        string.Join(text["Join"].Value, entry.Markets.Select(m => words[$"Market.{m}"].Value)), entry.Address, entry.Website, entry.Summary, entry.IsDemonstration ? text["Sample"].Value : null,
    ];

    private string TypeOf(EnterpriseType type) => words[$"Type.{type}"];

    private string StageOf(EnterpriseStage stage) => words[$"Stage.{stage}"];
}

/// <summary>An answer of the open data.</summary>
/// <param name="AsOf">When it was made, with the offset of China.</param>
/// <param name="Next">Where the next part is; null at the end.</param>
public sealed record OpenAnswer<T>(string Title, string Source, string AsOf, string Licence, IReadOnlyList<T> Rows, Uri? Next);

/// <summary>An enterprise in the open data.</summary>
/// <param name="Since">yyyy-MM-dd; when it came into its stage.</param>
/// <param name="IsSample">Whether it is invented, to show how the portal works.</param>
public sealed record OpenEnterprise(
    int Id, string Name, string? EnglishName, string CreditCode, EnterpriseType Type, EnterpriseStage Stage, DateOnly Since, string? Area, IReadOnlyList<string> Tags,
    IReadOnlyList<TargetMarket> Markets, string? Address, string? Website, string? Summary, bool IsSample, Uri Page)
{
    public static OpenEnterprise Of(DirectoryEntry entry, Uri page) => new(
        entry.Id, entry.Name, entry.EnglishName, entry.CreditCode, entry.Type, entry.Stage, entry.StageSince, entry.AreaName, entry.TagNames,
        entry.Markets, entry.Address, entry.Website, entry.Summary, entry.IsDemonstration, page);
}

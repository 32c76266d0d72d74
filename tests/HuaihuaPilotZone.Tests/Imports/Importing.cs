using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Imports;

/// <summary>What somebody does at the bench, in one line each.</summary>
internal static partial class Importing
{
    public const string Home = "/enterprise/imports";

    /// <summary>A row of a list that passes, with numbers nobody else has, by column name.</summary>
    public static Dictionary<string, string> Row() => Filing.Valid().ToDictionary(f => ColumnOf(f.Key), f => f.Value!, StringComparer.Ordinal);

    /// <summary>A row with some cells changed.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> row, params (string Column, string Value)[] cells)
    {
        var changed = new Dictionary<string, string>(row, StringComparer.Ordinal);
        foreach (var (column, value) in cells) changed[column] = value;
        return changed;
    }

    /// <summary>A file with the headings of the template.</summary>
    public static byte[] Csv(params IReadOnlyDictionary<string, string>[] rows)
    {
        string[] columns = [.. rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal)];
        var text = new StringBuilder().AppendLine(string.Join(',', columns.Select(c => ListColumns.All.Single(x => x.Name == c).Label)));
        foreach (var row in rows) text.AppendLine(string.Join(',', columns.Select(c => $"\"{row.GetValueOrDefault(c)}\"")));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Uploads a file; the answer is the batch or the form again.</summary>
    public static Task<HttpResponseMessage> UploadAsync(this Visitor visitor, string name, byte[] content, string mode = "9610", string kind = "lists") =>
        visitor.UploadAsync($"{Home}/new?kind={kind}", $"{Home}/new", new() { ["Kind"] = kind, ["Variant"] = mode }, (name, content));

    /// <summary>Uploads, takes the columns as they were found, and waits for the check; gives the address of the batch.</summary>
    public static async Task<string> ImportAsync(this Visitor visitor, string name, byte[] content, string mode = "9610", string kind = "lists")
    {
        var address = (await visitor.UploadAsync(name, content, mode, kind)).LedTo();
        Assert.Equal(address, (await visitor.SubmitAsync(address, [], $"{address}/columns")).LedTo());
        await visitor.WaitAsync(address);
        return address;
    }

    /// <summary>Waits until no job works on the batch; gives its page.</summary>
    public static async Task<IHtmlDocument> WaitAsync(this Visitor visitor, string address)
    {
        for (var round = 0; round < 600; round++)
        {
            var page = await visitor.OpenAsync(address);
            if (string.IsNullOrEmpty(page.QuerySelector("[data-job]")?.GetAttribute("data-job"))) return page;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"{address} is still at work.");
    }

    /// <summary>Imports the good rows and waits.</summary>
    public static async Task<IHtmlDocument> CommitAsync(this Visitor visitor, string address)
    {
        Assert.Equal(address, (await visitor.SubmitAsync(address, [], $"{address}/commit")).LedTo());
        return await visitor.WaitAsync(address);
    }

    /// <summary>Presses a button of a page that was opened before: what the page shows goes along, and what was typed in its place.</summary>
    public static Task<HttpResponseMessage> PressAsync(this Visitor visitor, string address, IElement button, Dictionary<string, string?> typed)
    {
        var (pressed, sent) = (Assert.IsAssignableFrom<IHtmlButtonElement>(button), new Dictionary<string, string?>(typed, StringComparer.Ordinal));
        foreach (var field in pressed.Form!.Elements.OfType<IHtmlInputElement>()) sent.TryAdd(field.Name!, field.Value);
        if (!string.IsNullOrEmpty(pressed.Name)) sent[pressed.Name] = pressed.Value;
        sent.Remove("__RequestVerificationToken");
        return visitor.ForgeAsync(address, pressed.GetAttribute("formaction") ?? pressed.Form.GetAttribute("action")!, sent);
    }

    /// <summary>Imported orders; gives the address of the batch and their record numbers.</summary>
    public static async Task<(string Address, IReadOnlyList<string> Orders)> ImportOrdersAsync(this Visitor visitor, params IReadOnlyDictionary<string, string>[] rows)
    {
        var address = await visitor.ImportAsync("订单.csv", Csv(rows), kind: "orders");
        return (address, (await visitor.CommitAsync(address)).Results());
    }

    public static int IdOf(string address) => int.Parse(Number().Match(address).Value, CultureInfo.InvariantCulture);

    /// <summary>Numbers of the drafts that a page of results names.</summary>
    public static IReadOnlyList<string> Results(this IHtmlDocument page) => [.. page.QuerySelectorAll("[data-result]").Select(r => r.GetAttribute("data-result")!)];

    /// <summary>Rules that speak of a row.</summary>
    public static IReadOnlyList<string> Said(this IHtmlDocument page, int row) => [.. page.QuerySelectorAll($"[data-row='{row}'] .why > span").Select(s => s.TextContent.Trim())];

    public static Task<ImportStage> StageAsync(this Portal portal, string address) =>
        portal.WithDatabaseAsync(db => db.ImportBatches.Where(b => b.Id == IdOf(address)).Select(b => b.Stage).SingleAsync(TestContext.Current.CancellationToken));

    private static string ColumnOf(string field) =>
        field.StartsWith("Goods[0].", StringComparison.Ordinal) ? "/goods/" + Camel(field["Goods[0].".Length..]) : "/" + Camel(field);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex("[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

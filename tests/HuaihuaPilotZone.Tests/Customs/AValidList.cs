using System.Globalization;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>The list of <see cref="SampleDocuments"/>, typed, with the tables and lookups that go with it.</summary>
internal static class AValidList
{
    public const string Retail = "9610";
    public const string BusinessToBusiness = "9710";
    public const string OverseasWarehouse = "9810";

    public static readonly DateOnly Today = SampleWorld.Today;

    /// <summary>Built-in tables with what staff would keep: an office, rates, ten-digit codes. No approval of the zone.</summary>
    public static CustomsTables Tables => SampleWorld.Tables;

    public static CustomsTables ApprovedTables => SampleWorld.Approved;

    /// <summary>With a special customs area in force.</summary>
    public static CustomsTables TablesWithAnArea => SampleWorld.WithAnArea;

    /// <summary>The tariff once had another code for the suitcases.</summary>
    public static CustomsTables TablesOfAnEndedCode => SampleWorld.WithAnEndedCode;

    public static IDocumentLookups Lookups { get; } = new NoLookups(SampleWorld.Transmission);

    public static CustomsTables TablesWithoutRates() => SampleWorld.WithoutRates;

    public static ExportList Of(string mode, int lines = 2) => ExportList.From(SampleDocuments.List(mode, lines));

    /// <summary>The same from a special area, without any fault but that the portal says what is not known of account books.</summary>
    public static ExportList Bonded()
    {
        var list = Of(Retail) with { TradeMode = "1210", EmsNo = "T4999W000001", IacCode = "91431299MA00000028", IacName = "示例箱包企业01" };
        return list with { Goods = [.. list.Goods.Select((g, i) => g with { ItemRecordNo = Text("LJ-", i) })] };
    }

    public static PreCheckResult Check(ExportList document) => PreChecker.Run(document, Tables, Today, Lookups);

    /// <summary>The document with one goods line changed.</summary>
    public static ExportList WithLine(this ExportList document, int line, Func<GoodsLine, GoodsLine> change)
    {
        var goods = document.Goods.ToArray();
        goods[line] = change(goods[line]);
        return document with { Goods = goods };
    }

    private static string Text(string prefix, int line) => prefix + (line + 1).ToString("D4", CultureInfo.InvariantCulture);
}

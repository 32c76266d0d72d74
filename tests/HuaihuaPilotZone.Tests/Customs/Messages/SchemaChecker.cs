using System.Globalization;
using System.Xml.Linq;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

/// <summary>Compares written XML with the tables of <see cref="CebSchemas"/>.</summary>
internal static class SchemaChecker
{
    private static readonly XNamespace _ceb = "http://www.chinaport.gov.cn/ceb";

    /// <summary>Everything that breaks the schema; empty when the message is right.</summary>
    public static IReadOnlyList<string> Check(XDocument message)
    {
        var root = message.Root!;
        var problems = new List<string>();
        var isOrder = root.Name == _ceb + "CEB303Message";
        if (!isOrder && root.Name != _ceb + "CEB603Message") problems.Add("root " + root.Name);
        if (root.Attribute("guid")?.Value is not { Length: 36 } guid || guid.Any(char.IsAsciiLetterLower)) problems.Add("guid of the message");
        if (root.Attribute("version")?.Value != "1.0") problems.Add("version");
        var children = root.Elements().ToArray();
        var entity = isOrder ? "Order" : "Inventory";
        if (children.Length is < 2 or > 101) problems.Add("number of documents");
        for (var i = 0; i < children.Length - 1; i++)
        {
            if (children[i].Name != _ceb + entity) problems.Add("entity " + children[i].Name);
            else CheckEntity(children[i], isOrder, problems);
        }

        if (children[^1].Name != _ceb + "BaseTransfer") problems.Add("last child " + children[^1].Name);
        CheckElements(children[^1], CebSchemas.BaseTransfer, problems);
        return problems;
    }

    private static void CheckEntity(XElement entity, bool isOrder, List<string> problems)
    {
        var parts = entity.Elements().ToArray();
        if (parts.Length is < 2 or > 101) problems.Add("number of lines");
        if (parts[0].Name != _ceb + (isOrder ? "OrderHead" : "InventoryHead")) problems.Add("head " + parts[0].Name);
        CheckElements(parts[0], isOrder ? CebSchemas.OrderHead : CebSchemas.InventoryHead, problems);
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Name != _ceb + (isOrder ? "OrderList" : "InventoryList")) problems.Add("line " + parts[i].Name);
            if (parts[i].Element(_ceb + "gnum")?.Value != i.ToString(CultureInfo.InvariantCulture)) problems.Add("gnum of line " + i.ToString(CultureInfo.InvariantCulture));
            CheckElements(parts[i], isOrder ? CebSchemas.OrderList : CebSchemas.InventoryList, problems);
        }
    }

    // xs:sequence: the written elements must be the schema's in its order, with only optional ones left out.
    private static void CheckElements(XElement parent, IReadOnlyList<SchemaElement> schema, List<string> problems)
    {
        var next = 0;
        foreach (var element in parent.Elements())
        {
            while (next < schema.Count && element.Name != _ceb + schema[next].Name)
            {
                if (schema[next].IsRequired) problems.Add($"{parent.Name.LocalName}: {schema[next].Name} is missing or out of order");
                next++;
            }

            if (next == schema.Count)
            {
                problems.Add($"{parent.Name.LocalName}: {element.Name.LocalName} is unknown, doubled or out of order");
                return;
            }

            if (!Fits(element.Value, schema[next].Type)) problems.Add($"{parent.Name.LocalName}: {element.Name.LocalName} = '{element.Value}' is not {schema[next].Type}");
            next++;
        }

        problems.AddRange(schema.Skip(next).Where(s => s.IsRequired).Select(s => $"{parent.Name.LocalName}: {s.Name} is missing"));
    }

    private static bool Fits(string value, string type)
    {
        var length = new StringInfo(value).LengthInTextElements;
        if (type.StartsWith("int", StringComparison.Ordinal)) return value.Length is > 0 && value.Length <= Number(type[3..]) && value.All(char.IsAsciiDigit) && value[0] != '0';
        if (type == "N19,5") return IsDecimal(value);
        var bounds = type[1..].Split("..");
        var most = Number(bounds[^1]);
        var least = bounds.Length == 1 ? most : bounds[0].Length == 0 ? 1 : Number(bounds[0]);
        return length >= least && length <= most;
    }

    // no sign, no exponent, no needless zeros, at most 14 digits before and 5 after the point
    private static bool IsDecimal(string value)
    {
        var parts = value.Split('.');
        if (parts.Length > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiDigit))) return false;
        if (parts[0].Length > 14 || (parts[0].Length > 1 && parts[0][0] == '0')) return false;
        return parts.Length == 1 || (parts[1].Length <= 5 && parts[1][^1] != '0');
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

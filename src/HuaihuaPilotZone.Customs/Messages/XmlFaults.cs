using System.Text.RegularExpressions;
using System.Xml;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Says in Chinese what XmlReader found. It gives no codes, so the beginnings of its sentences are compared, and a test reads them all;
/// any other fault gets the general sentence.
/// </summary>
public static partial class XmlFaults
{
    private const string DocumentType = "<!DOCTYPE";

    /// <summary>The fault with its place.</summary>
    /// <param name="beginning">What stands at the beginning of the file; a document type that the reader will not name is found there.</param>
    public static MessageProblem Problem(XmlException fault, string beginning)
    {
        var (kind, reason) = fault.Message switch
        {
            var m when m.StartsWith("For security reasons DTD is prohibited", StringComparison.Ordinal) || beginning.Contains(DocumentType, StringComparison.OrdinalIgnoreCase) => (MessageProblemKind.DocumentType, "文件带有文档类型声明（DOCTYPE），报文里不允许。"),
            var m when m.Contains("Invalid character in the given encoding", StringComparison.Ordinal) => (MessageProblemKind.WrongEncoding, "这里的字节不是 UTF-8，文件可能是 GBK 编码。请按 UTF-8 保存。"),
            var m when m.StartsWith("Unexpected end of file", StringComparison.Ordinal) => (MessageProblemKind.NotWellFormed, "文件在这里突然结束，没有写完。"),
            var m when m.StartsWith("Root element is missing", StringComparison.Ordinal) => (MessageProblemKind.NotXml, "文件里没有报文。"),
            var m when Mismatch().Match(m) is { Success: true } found => (MessageProblemKind.NotWellFormed, $"元素 {found.Groups[1].Value} 没有结束，却遇到 {found.Groups[2].Value} 的结束标签。"),
            var m when m.Contains("is an invalid character", StringComparison.Ordinal) => (MessageProblemKind.NotWellFormed, "这里有 XML 不允许的字符。"),
            var m when m.Contains("while parsing EntityName", StringComparison.Ordinal) => (MessageProblemKind.NotWellFormed, "这里有单独的“&”，应写作“&amp;”。"),
            var m when m.StartsWith("Name cannot begin with", StringComparison.Ordinal) => (MessageProblemKind.NotWellFormed, "这里不是元素的名称。文字里的“<”应写作“&lt;”。"),
            var m when m.StartsWith("Reference to undeclared entity", StringComparison.Ordinal) => (MessageProblemKind.NotWellFormed, "这里引用了没有定义的实体。“&”应写作“&amp;”。"),
            var m when m.Contains("undeclared prefix", StringComparison.Ordinal) => (MessageProblemKind.WrongNamespace, "这里的前缀没有声明命名空间。"),
            var m when m.Contains("duplicate attribute", StringComparison.Ordinal) => (MessageProblemKind.NotWellFormed, "这里有两个同名的属性。"),
            _ => (MessageProblemKind.NotWellFormed, "这里的 XML 写法有误。"),
        };
        var (line, column) = fault.LineNumber == 0 && kind == MessageProblemKind.DocumentType ? PlaceOf(beginning) : (fault.LineNumber, fault.LinePosition);
        return new MessageProblem(kind, line, column, "", reason);
    }

    // XmlReader does not say where a forbidden document type stands
    private static (int Line, int Column) PlaceOf(string beginning)
    {
        var before = beginning.AsSpan(0, Math.Max(beginning.IndexOf(DocumentType, StringComparison.OrdinalIgnoreCase), 0));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("^The '(?:[^':]+:)?([^']+)' start tag on line .* does not match the end tag of '(?:[^':]+:)?([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mismatch();
}

/// <summary>Roots that are not in the catalogue.</summary>
internal static partial class UnknownRoots
{
    // facts B4: siblings of DecMessage in the same namespace
    private static readonly string[] _siblings = ["DecModMessage", "DecSDMessage", "DecModSaveResponse", "DecSDImportResponse"];

    public static MessageProblem Problem(XmlCursor xml) => Ceb().IsMatch(xml.Name) || _siblings.Contains(xml.Name)
        ? new MessageProblem(MessageProblemKind.UnsupportedMessage, xml.Line, xml.Column, xml.Name, $"报文 {xml.Name} 不在支持的报文目录里。")
        : new MessageProblem(MessageProblemKind.UnknownRoot, xml.Line, xml.Column, xml.Name, $"根元素是 {xml.Name}，不是已知的报文。");

    [GeneratedRegex("^CEB[0-9]{3}Message$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ceb();
}

using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>The texts that rules rest on.</summary>
internal static class Bases
{
    /// <summary>First day of list declaration under 9710 and 9810.</summary>
    public static readonly DateOnly BusinessModesStart = new(2020, 7, 1);

    /// <summary>First day of 公告2019年第18号.</summary>
    public static readonly DateOnly FillingStart = new(2019, 2, 1);

    /// <summary>First day of 公告2024年第30号.</summary>
    public static readonly DateOnly FillingChange = new(2024, 4, 10);

    /// <summary>The interface specification, whose tables were read in full.</summary>
    public static Basis Specification(string article) =>
        new(BasisKind.Specification, "海关跨境统一版系统企业对接报文规范（202205版）", article);

    /// <summary>The filling rules of the 报关单. Their text was read as of 2018 (公告2018年第60号); the later announcements in third parties' copies.</summary>
    public static Basis Filling(string item) =>
        new(BasisKind.Announcement, "《中华人民共和国海关进出口货物报关单填制规范》（海关总署公告2019年第18号，经公告2024年第30号修改）", item, FillingStart, Verified: false);

    /// <summary>What 公告2024年第30号 changed in the filling rules.</summary>
    public static Basis FillingOf2024(string item) => new(BasisKind.Announcement, "海关总署公告2024年第30号", item, FillingChange, Verified: false);

    /// <summary>The 报关单 message of the Single Window: names were read in the specification of 2018, present lengths in a third party's field list.</summary>
    public static Basis DecMessage(string element) =>
        new(BasisKind.Specification, "国际贸易单一窗口进出口货物报关单申报电子报文格式（4.9 版）", element, Verified: false);

    /// <summary>The guide for keying in a 报关单, read in full.</summary>
    public static Basis Guide(string what) => new(BasisKind.Specification, "国际贸易单一窗口新一代报关单录入指南（2018年8月1日版）", what);

    /// <summary>What governs a field of a document.</summary>
    public static Basis Of(Field field) =>
        field.FillingItem is { } item ? Filling(item)
        : field.DeclarationElement is { } element ? DecMessage(element)
        : Specification(field.Article);

    /// <summary>What limits the length of a field.</summary>
    public static Basis LengthOf(Field field) => field.DeclarationElement is { } element ? DecMessage(element) : Specification(field.Article);

    /// <summary>A comparison of the document with itself; nothing outside it is claimed.</summary>
    public static Basis Consistency(string compared) => new(BasisKind.Consistency, compared);

    /// <summary>General practice; not found in an official text.</summary>
    public static Basis Experience(string what) => new(BasisKind.Experience, what, Verified: false);

    /// <summary>The announcement that opened 9710 and 9810, read in a third party's interpretation.</summary>
    public static Basis BusinessModes(string article) =>
        new(BasisKind.Announcement, "海关总署公告2020年第75号及其解读", article, BusinessModesStart, Verified: false);
}

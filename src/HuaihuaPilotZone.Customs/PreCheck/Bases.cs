namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>The texts that rules rest on.</summary>
internal static class Bases
{
    /// <summary>First day of list declaration under 9710 and 9810.</summary>
    public static readonly DateOnly BusinessModesStart = new(2020, 7, 1);

    /// <summary>The interface specification, whose tables were read in full.</summary>
    public static Basis Specification(string article) =>
        new(BasisKind.Specification, "海关跨境统一版系统企业对接报文规范（202205版）", article);

    /// <summary>A comparison of the document with itself; nothing outside it is claimed.</summary>
    public static Basis Consistency(string compared) => new(BasisKind.Consistency, compared);

    /// <summary>General practice; not found in an official text.</summary>
    public static Basis Experience(string what) => new(BasisKind.Experience, what, Verified: false);

    /// <summary>The announcement that opened 9710 and 9810, read in a third party's interpretation.</summary>
    public static Basis BusinessModes(string article) =>
        new(BasisKind.Announcement, "海关总署公告2020年第75号及其解读", article, BusinessModesStart, Verified: false);
}

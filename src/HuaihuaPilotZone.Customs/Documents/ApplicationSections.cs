namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>Titles of the parts of an application's form.</summary>
internal static class ApplicationSections
{
    /// <summary>Lines that one form takes; the messages themselves set no limit (facts A1.19).</summary>
    public const int MostLines = 1000;

    public static string Title(FormSection section) => section switch
    {
        FormSection.Basics => "基本信息",
        FormSection.Parties => "参与方",
        FormSection.Transport => "运输",
        FormSection.Order => "汇总范围",
        FormSection.Weight => "重量与报文",
        _ => "明细",
    };
}

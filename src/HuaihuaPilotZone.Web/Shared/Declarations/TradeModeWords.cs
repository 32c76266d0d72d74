using HuaihuaPilotZone.Declarations;

namespace HuaihuaPilotZone.Web.Shared.Declarations;

/// <summary>Names of the ways of trade, beside their codes.</summary>
public static class TradeModeWords
{
    /// <summary>9710 跨境电商 B2B 直接出口; the code alone where it has no name here.</summary>
    public static string Named(string mode) => mode switch
    {
        "9610" => "9610 电子商务（零售出口）",
        "9710" => "9710 跨境电商 B2B 直接出口",
        "9810" => "9810 跨境电商出口海外仓",
        ModeChooser.GeneralTrade => "0110 一般贸易",
        ModeChooser.Bonded => "1210 保税电商",
        _ => mode,
    };
}

using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Consignments.Replanning;

/// <summary>Why no other way is proposed, in sentences that the owner of the goods reads. What could not be computed never reads as if there were no way.</summary>
internal static class ReplanProblems
{
    public static string UnknownPlace(string place) => $"未能计算：{place}不是路网里的节点，请在货运单上改用路网的地点。";

    public static string LastSection(string place) => $"货物已在去{place}的最后一段，后面没有可以改的路线。";

    /// <summary>What the planner has against the question; its refusals are keys of the public page's texts.</summary>
    public static string Of(IReadOnlyList<Refusal> refusals) => $"未能计算：{string.Join("；", refusals.Select(Word).Distinct(StringComparer.Ordinal))}。";

    private static string Word(Refusal refusal) => refusal.Message switch
    {
        "Plan.Tonnes.Range" => "毛重超出路线比选的范围",
        "Plan.Containers.Range" => "箱数超出路线比选的范围",
        "Plan.Temperature.Order" => "约定的温度超出路线比选的范围",
        "Plan.Ready.Far" => "货物到改线地点的时间在已排的班期以后",
        "Plan.TooMuch" => "要比较的走法太多，没有算完",
        _ => "路线比选不接受这个问题",
    };
}

namespace HuaihuaPilotZone.Tests.Search;

/// <summary>What people type when a hand or the input method slips, or a keyboard has no Chinese.</summary>
internal static class MistypedQueries
{
    /// <summary>A query and the one to be proposed for it.</summary>
    public static readonly IReadOnlyList<(string Typed, string Meant)> Wrong =
    [
        // a character that sounds the same
        ("海外苍", "海外仓"),
        ("陆岗", "陆港"),
        ("怀话", "怀化"),
        ("关睡法", "关税法"),
        ("知识产劝", "知识产权"),
        ("铁海连运", "铁海联运"),
        ("多式连运中心", "多式联运中心"),
        ("信息公凯", "信息公开"),
        ("无障爱", "无障碍"),
        ("个人信西", "个人信息"),
        ("营商还境", "营商环境"),
        ("数剧安全", "数据安全"),
        ("监管重心", "监管中心"),
        // that looks alike, or is simply another
        ("怀北", "怀化"),
        ("湛江通稻", "湛江通道"),
        ("跨镜电商", "跨境电商"),
        ("人才陪训补助", "人才培训补助"),
        ("湖南省政付", "湖南省政府"),
        ("国际货运代里", "国际货运代理"),
        ("冷链果疏", "冷链果蔬"),
        ("北部弯", "北部湾"),
        // that a person from the south does not tell from another
        ("竹木子品", "竹木制品"),
        // one too many, one too few, two swapped
        ("海外外仓", "海外仓"),
        ("知识权", "知识产权"),
        ("无障环境", "无障碍环境"),
        ("营商境环", "营商环境"),
        // beside a word that is right
        ("跨境电商 海外苍", "跨境电商 海外仓"),
        ("退运商品 税收正策", "退运商品 税收政策"),
        // letters and digits
        ("recp", "rcep"),
        ("rccep", "rcep"),
        ("myanmer", "myanmar"),
        ("beibu gluf", "beibu gulf"),
        ("demo banboo", "demo bamboo"),
        ("国办发〔2017〕74号", "国办发〔2017〕47号"),
        ("91431299MA0000032D", "91431299ma0000023d"),
        ("weigth-002", "weight-002"),
    ];

    /// <summary>Letters and the page they are to find.</summary>
    public static readonly IReadOnlyList<(string Query, string Wanted)> Pinyin =
    [
        ("huaihua", "怀化"),
        ("lugang", "怀化国际陆港"),
        ("huaihualugang", "怀化国际陆港"),
        ("huai hua", "怀化"),
        ("hhlg", "怀化国际陆港"),
        ("haiwaicang", "关于拓展跨境电商出口推进海外仓建设的意见"),
        ("hwc", "关于拓展跨境电商出口推进海外仓建设的意见"),
        ("guanshuifa", "中华人民共和国关税法"),
        ("gsf", "中华人民共和国关税法"),
        ("zhishichanquan", "中华人民共和国知识产权海关保护条例"),
        ("wuzhangai", "中华人民共和国无障碍环境建设法"),
        ("xiangbao", "2025 年箱包经怀化出口"),
        ("chaye", "示例茶业有限公司"),
        ("cyyxgs", "示例茶业有限公司"),
        ("zhumuzhipin", "示例竹木制品有限公司"),
        ("beibuwan", "北部湾通道"),
        ("zhonglao", "中老通道"),
        ("zhanjiang", "湛江通道"),
        ("haiwaic", "关于拓展跨境电商出口推进海外仓建设的意见"),
        ("yingshanghuanjing", "优化营商环境条例"),
    ];
}

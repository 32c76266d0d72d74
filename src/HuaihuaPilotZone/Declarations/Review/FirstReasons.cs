namespace HuaihuaPilotZone.Declarations.Review;

/// <summary>A first set of reasons for an empty library, in words of our own. Staff change, retire and add to them; they are never written again.</summary>
internal static class FirstReasons
{
    /// <summary>New records, not yet kept.</summary>
    public static IEnumerable<ReviewReason> Make() => _all.Select(r => new ReviewReason { Topic = r.Topic, Path = r.Path, Text = r.Text });

    private static readonly (string Topic, string? Path, string Text)[] _all =
    [
        ("单证不齐", null, "随附文件不齐，请在“随附文件”中补上合同、发票和装箱单后再提交。"),
        ("与合同不一致", null, "{栏目}填的是{现值}，与随附合同不一致，请核对后改正。"),
        ("与发票不一致", null, "{栏目}填的是{现值}，与随附发票不一致，请核对后改正。"),
        ("与装箱单不一致", null, "{栏目}填的是{现值}，与随附装箱单不一致，请核对后改正。"),
        ("件数", "/packNo", "件数填的是{现值}，与装箱单不符，请核对包装件数。"),
        ("毛重", "/grossWeight", "毛重填的是{现值}，与运输单据不符，请核对。"),
        ("净重", "/netWeight", "净重填的是{现值}，与各项商品的重量合计不符，请核对。"),
        ("品名不具体", null, "{栏目}填的是{现值}，不够具体，请写明商品的名称和用途。"),
        ("规格型号不完整", null, "{栏目}缺少归类所需的内容，请按申报要素补全材质、规格等。"),
        ("商品编码存疑", null, "{栏目}填的是{现值}，与品名和规格不相符，请核对归类，并在备注中说明理由。"),
        ("单价明显偏离", null, "{栏目}填的是{现值}，与同类商品相差较大，请核对；价格无误的请附说明。"),
        ("参与方信息不符", null, "{栏目}填的是{现值}，与企业登记的信息不符，请核对代码和名称。"),
        ("运输信息不符", null, "{栏目}填的是{现值}，与运单或舱单信息不符，请核对。"),
        ("文件已过期", null, "随附文件已过有效期，请存入新版本后重新附上。"),
    ];
}

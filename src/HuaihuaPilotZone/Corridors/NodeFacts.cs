namespace HuaihuaPilotZone.Corridors;

/// <summary>The nodes of the reference network. Places on the maps are schematic; coordinates stay empty until a source gives them.</summary>
internal static class NodeFacts
{
    /// <summary>New objects each time, since they are handed to a database context.</summary>
    public static IReadOnlyList<Node> All() =>
    [
        // Huaihua: supervision centre in test operation since 2023-07, clearance by appointment
        Of(CorridorService.HubSlug, "怀化", "Huaihua", NodeKind.DryPort, "CHN", (640, 190), (210, 120), LabelSide.Right, hasCustoms: true),
        Of("liuzhou", "柳州", "Liuzhou", NodeKind.Station, "CHN", (570, 310), (195, 215), LabelSide.Right),
        Of("nanning", "南宁", "Nanning", NodeKind.Station, "CHN", (480, 400), (165, 285), LabelSide.Right, LabelSide.Left),
        Of("qinzhou", "钦州港", "Qinzhou", NodeKind.SeaPort, "CHN", (480, 480), (165, 370), LabelSide.Right, hasCustoms: true),
        Of("haiphong", "海防", "Hai Phong", NodeKind.SeaPort, "VNM", (400, 560), (130, 430), LabelSide.Left, hasCustoms: true),
        Of("singapore", "新加坡", "Singapore", NodeKind.SeaPort, "SGP", (560, 590), (190, 500), LabelSide.Right, hasCustoms: true),
        Of("zhanjiang", "湛江港", "Zhanjiang", NodeKind.SeaPort, "CHN", (620, 490), (262, 400), LabelSide.Right, hasCustoms: true),
        Of("hengyang", "衡阳", "Hengyang", NodeKind.Station, "CHN", (760, 310), (270, 180), LabelSide.Left),
        Of("nansha", "广州南沙港", "Nansha", NodeKind.SeaPort, "CHN", (840, 450), (290, 340), LabelSide.Left, LabelSide.Right, hasCustoms: true),
        Of("yantian", "深圳盐田港", "Yantian", NodeKind.SeaPort, "CHN", (960, 430), (350, 290), LabelSide.Right, LabelSide.Below, hasCustoms: true),
        Of("kunming", "昆明", "Kunming", NodeKind.Station, "CHN", (430, 290), (125, 190), LabelSide.Right),
        Of("mohan", "磨憨", "Mohan", NodeKind.BorderPost, "CHN", (300, 380), (108, 262), LabelSide.Left, hasCustoms: true),
        Of("vientiane", "万象", "Vientiane", NodeKind.Station, "LAO", (270, 440), (80, 325), LabelSide.Left, LabelSide.Below),
        Of("lincang", "临沧", "Lincang", NodeKind.Station, "CHN", (290, 290), (85, 190), LabelSide.Above),
        Of("qingshuihe", "清水河", "Qingshuihe", NodeKind.BorderPost, "CHN", (200, 330), (58, 222), LabelSide.Right, hasCustoms: true),
        Of("mandalay", "曼德勒", "Mandalay", NodeKind.City, "MMR", (90, 330), (22, 222), LabelSide.Below),
        Of("yangon", "仰光", "Yangon", NodeKind.City, "MMR", (160, 450), (36, 330), LabelSide.Below),
        Of("pingxiang", "凭祥", "Pingxiang", NodeKind.BorderPost, "CHN", (425, 435), (142, 315), LabelSide.Left, hasCustoms: true),
        Of("hanoi", "河内", "Hanoi", NodeKind.Station, "VNM", (390, 470), (128, 360), LabelSide.Left),
        Of("chongqing", "重庆", "Chongqing", NodeKind.City, "CHN", (400, 110), (50, 95), LabelSide.Above),
        Of("yichang", "宜昌", "Yichang", NodeKind.City, "CHN", (510, 60), (115, 48), LabelSide.Above),
        Of("jingmen", "荆门", "Jingmen", NodeKind.City, "CHN", (590, 46), (165, 32), LabelSide.Above),
        Of("jingzhou", "荆州", "Jingzhou", NodeKind.City, "CHN", (690, 46), (222, 32), LabelSide.Above),
        Of("wuhan", "武汉", "Wuhan", NodeKind.City, "CHN", (800, 70), (285, 48), LabelSide.Above),
        Of("nanchang", "南昌", "Nanchang", NodeKind.City, "CHN", (920, 130), (335, 90), LabelSide.Above),
        Of("yingtan", "鹰潭", "Yingtan", NodeKind.City, "CHN", (1040, 130), (362, 135), LabelSide.Above),
    ];

    private static Node Of(
        string slug, string name, string englishName, NodeKind kind, string country, (int X, int Y) map, (int X, int Y) tall, LabelSide label, LabelSide? tallLabel = null, bool hasCustoms = false) => new()
        {
            Slug = slug,
            Name = name,
            EnglishName = englishName,
            Kind = kind,
            CountryCode = country,
            HasCustoms = hasCustoms,
            TimeZone = ZoneOf(country),
            MapX = map.X,
            MapY = map.Y,
            TallX = tall.X,
            TallY = tall.Y,
            LabelSide = label,
            TallLabelSide = tallLabel ?? label,
        };

    /// <summary>Zones of the IANA database; each of these countries has one.</summary>
    private static string ZoneOf(string country) => country switch
    {
        "VNM" => "Asia/Ho_Chi_Minh",
        "LAO" => "Asia/Vientiane",
        "MMR" => "Asia/Yangon",
        "SGP" => "Asia/Singapore",
        _ => Node.ChinaZone,
    };
}

namespace HuaihuaPilotZone.Enterprises;

/// <summary>An invented enterprise, visibly so: 示例 in its name, a code of the unallocated division 431299.</summary>
internal sealed record DemonstrationEnterprise(
    string Name, string EnglishName, string CreditCode, string CustomsCode, EnterpriseType Type, EnterpriseStage Stage, string Area, string Tag, DateOnly Since)
{
    public Enterprise Make(IReadOnlyDictionary<string, int> areas, IReadOnlyDictionary<string, int> tags, DateTime now)
    {
        var enterprise = new Enterprise
        {
            Name = Name,
            EnglishName = EnglishName,
            CreditCode = CreditCode,
            CustomsCode = CustomsCode,
            Type = Type,
            ParkAreaId = areas[Area],
            Stage = Stage,
            StageSince = Since,
            Address = $"怀化国际陆港{Area}示例路 1 号",
            Website = "https://www.example.com",
            Summary = $"示例数据：{Tag}方向的虚构企业，仅用于演示。",
            IsPublic = Stage is EnterpriseStage.Operating or EnterpriseStage.Signed,
            IsDemonstration = true,
            CreatedAt = now,
            UpdatedAt = now,
            Tags = [new EnterpriseTag { IndustryTagId = tags[Tag] }],
            Contacts = [new Contact { Name = "示例联系人", Position = "负责人", Phone = "000-00000000", Email = "contact@example.invalid" }],
            StageChanges = [new StageChange { To = Stage, On = Since, Reason = "演示数据", RecordedAt = now, RecordedBy = "系统" }],
            FilingProfile = Type is EnterpriseType.CrossBorderCommerce or EnterpriseType.Manufacturing ? Profile() : null,
        };
        enterprise.RefreshSearchText();
        return enterprise;
    }

    private FilingProfile Profile() => new()
    {
        DxpId = "DXPENT0000000001",
        TransmissionCode = CreditCode,
        TransmissionName = Name,
        DeclarantCode = CreditCode,
        DeclarantName = Name,
        PlatformCode = "无",
        PlatformName = "示例境外平台",
        CarrierCode = DemonstrationEnterprises.CarrierCode,
        CarrierName = DemonstrationEnterprises.CarrierName,
        CustomsOffice = "4900",
        PortOffice = "7200",
    };
}

internal static class DemonstrationEnterprises
{
    public const string CarrierCode = "91431299MA00000318";
    public const string CarrierName = "示例国际货运代理有限公司";

    public static readonly IReadOnlyList<DemonstrationEnterprise> All =
    [
        new("示例箱包有限公司", "Demo Luggage Co., Ltd.", "91431299MA0000015J", "4313961001", EnterpriseType.CrossBorderCommerce, EnterpriseStage.Operating, "主港区", "箱包皮具", new(2024, 6, 13)),
        new("示例茶业有限公司", "Demo Tea Co., Ltd.", "91431299MA0000023D", "4313961002", EnterpriseType.CrossBorderCommerce, EnterpriseStage.Operating, "城东片区", "茶叶", new(2025, 9, 16)),
        new(CarrierName, "Demo International Freight Co., Ltd.", CarrierCode, "4313961003", EnterpriseType.Logistics, EnterpriseStage.Operating, "城东片区", "冷链物流", new(2024, 7, 2)),
        new("示例食品有限公司", "Demo Foods Co., Ltd.", "91431299MA000004X0", "4313961004", EnterpriseType.Manufacturing, EnterpriseStage.Operating, "辰溪片区", "绿色食品", new(2024, 8, 19)),
        new("示例供应链管理有限公司", "Demo Supply Chain Co., Ltd.", "91431299MA00000580", "4313961005", EnterpriseType.Services, EnterpriseStage.Signed, "主港区", "电商服务", new(2024, 9, 5)),
        new("示例冷链物流有限公司", "Demo Cold Chain Co., Ltd.", "91431299MA0000066T", "4313961006", EnterpriseType.Logistics, EnterpriseStage.Building, "中方物流小镇", "冷链物流", new(2024, 10, 11)),
        new("示例电商服务有限公司", "Demo Commerce Services Co., Ltd.", "91431299MA0000074M", "4313961007", EnterpriseType.DomesticCommerce, EnterpriseStage.Operating, "主港区", "电商服务", new(2024, 11, 20)),
        new("示例农产品贸易有限公司", "Demo Farm Produce Trading Co., Ltd.", "91431299MA0000082G", "4313961008", EnterpriseType.CrossBorderCommerce, EnterpriseStage.Interested, "主港区", "农产品", new(2025, 1, 8)),
        new("示例报关服务有限公司", "Demo Customs Services Co., Ltd.", "91431299MA0000090B", "4313961009", EnterpriseType.Services, EnterpriseStage.Operating, "主港区", "电商服务", new(2025, 3, 14)),
        new("示例竹木制品有限公司", "Demo Bamboo Co., Ltd.", "91431299MA00001031", "4313961010", EnterpriseType.Manufacturing, EnterpriseStage.Operating, "辰溪片区", "竹木制品", new(2025, 5, 27)),
        new("示例智能仓储有限公司", "Demo Warehousing Co., Ltd.", "91431299MA0000111U", "4313961011", EnterpriseType.Logistics, EnterpriseStage.Signed, "中方物流小镇", "冷链物流", new(2025, 7, 30)),
        new("示例电动车配件有限公司", "Demo EV Parts Co., Ltd.", "91431299MA000012XK", "4313961012", EnterpriseType.Manufacturing, EnterpriseStage.Left, "城东片区", "电动车及零部件", new(2026, 2, 10)),
    ];
}

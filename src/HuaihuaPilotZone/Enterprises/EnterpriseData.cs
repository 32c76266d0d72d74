using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>What staff enter about an enterprise.</summary>
public sealed record EnterpriseData
{
    public string Name { get; init; } = "";

    public string? EnglishName { get; init; }

    public string CreditCode { get; init; } = "";

    public string? CreditCodeNote { get; init; }

    public string? CustomsCode { get; init; }

    public EnterpriseType Type { get; init; }

    public int? ParkAreaId { get; init; }

    public IReadOnlyList<int> TagIds { get; init; } = [];

    public IReadOnlyList<TargetMarket> Markets { get; init; } = [];

    public string? Address { get; init; }

    public string? Website { get; init; }

    public string? Summary { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>Whether a changed name was only mistyped before: it then does not become a former name (曾用名).</summary>
    public bool IsNameCorrection { get; init; }

    /// <summary>What an enterprise's record says now.</summary>
    public static EnterpriseData Of(Enterprise enterprise) => new()
    {
        Name = enterprise.Name,
        EnglishName = enterprise.EnglishName,
        CreditCode = enterprise.CreditCode,
        CreditCodeNote = enterprise.CreditCodeNote,
        CustomsCode = enterprise.CustomsCode,
        Type = enterprise.Type,
        ParkAreaId = enterprise.ParkAreaId,
        TagIds = [.. enterprise.Tags.Select(t => t.IndustryTagId).Order()],
        Markets = [.. enterprise.Markets.Select(m => m.Market).Order()],
        Address = enterprise.Address,
        Website = enterprise.Website,
        Summary = enterprise.Summary,
        IsPublic = enterprise.IsPublic,
    };

    /// <summary>The same without blanks around, codes in their normal form, empty texts as null.</summary>
    public EnterpriseData Tidied()
    {
        var code = CreditCodes.Normalize(CreditCode);
        return this with
        {
            Name = Name.Trim(),
            EnglishName = Texts.Tidy(EnglishName),
            CreditCode = code,
            CreditCodeNote = CreditCodes.NoteFor(code, CreditCodeNote),
            CustomsCode = Texts.Tidy(CustomsRegistrationCode.Normalize(CustomsCode)),
            TagIds = [.. TagIds.Distinct().Order()],
            Markets = [.. Markets.Distinct().Order()],
            Address = Texts.Tidy(Address),
            Website = Texts.Tidy(Website),
            Summary = Texts.Tidy(Summary),
        };
    }

    /// <summary>Writes everything but tags and markets into a record.</summary>
    public void WriteTo(Enterprise enterprise)
    {
        enterprise.Name = Name;
        enterprise.EnglishName = EnglishName;
        enterprise.CreditCode = CreditCode;
        enterprise.CreditCodeNote = CreditCodeNote;
        enterprise.CustomsCode = CustomsCode;
        enterprise.Type = Type;
        enterprise.ParkAreaId = ParkAreaId;
        enterprise.Address = Address;
        enterprise.Website = Website;
        enterprise.Summary = Summary;
        enterprise.IsPublic = IsPublic;
        enterprise.RefreshSearchText();
    }

    /// <summary>Label and value of every field as people read them.</summary>
    public IReadOnlyList<(string Label, string? Value)> Describe(RosterChoices choices) =>
    [
        ("中文名称", Name),
        ("英文名称", EnglishName),
        ("统一社会信用代码", CreditCode),
        ("校验不符的说明", CreditCodeNote),
        ("海关注册编码", CustomsCode),
        ("企业类型", Type.Word()),
        ("片区", choices.AreaName(ParkAreaId)),
        ("行业标签", Texts.Tidy(string.Join('、', TagIds.Select(choices.TagName)))),
        ("目标市场", Texts.Tidy(string.Join('、', Markets.Select(m => m.Word())))),
        ("地址", Address),
        ("网站", Website),
        ("简介", Summary),
        ("公开展示", IsPublic ? "是" : "否"),
    ];
}

/// <summary>What staff enter about a person to speak to.</summary>
/// <param name="Id">Null for a new one.</param>
public sealed record ContactData(int? Id, string Name, string? Position, string? Phone, string? Email)
{
    public static ContactData Of(Contact contact) => new(contact.Id, contact.Name, contact.Position, contact.Phone, contact.Email);

    public ContactData Tidied() => new(Id, Name.Trim(), Texts.Tidy(Position), Texts.Tidy(Phone), Texts.Tidy(Email));

    /// <summary>One line, such as 张三，经理，0745-0000000.</summary>
    public string Line => string.Join('，', new[] { Name, Position, Phone, Email }.Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>Whether something of it is only a mask.</summary>
    public bool HasMask => Masks.IsMask(Name) || Masks.IsMask(Phone) || Masks.IsMask(Email);

    /// <summary>As a list or a form shows it.</summary>
    public ContactData Masked() => this with { Name = Masks.Name(Name) ?? "", Phone = Masks.Phone(Phone), Email = Masks.Mail(Email) };

    /// <summary>What a form means that showed this person masked: masks that came back untouched stand for what is kept.</summary>
    public ContactData MeantFor(ContactData kept) => this with
    {
        Name = Masks.Meant(Name, kept.Name, Masks.Name) ?? "",
        Phone = Masks.Meant(Phone, kept.Phone, Masks.Phone),
        Email = Masks.Meant(Email, kept.Email, Masks.Mail),
    };
}

/// <summary>What an enterprise's filings are pre-filled with and sent under.</summary>
public sealed record FilingData
{
    public string? DxpId { get; init; }

    public string? TransmissionCode { get; init; }

    public string? TransmissionName { get; init; }

    public string? DeclarantCode { get; init; }

    public string? DeclarantName { get; init; }

    public string? PlatformCode { get; init; }

    public string? PlatformName { get; init; }

    public string? CarrierCode { get; init; }

    public string? CarrierName { get; init; }

    public string? CustomsOffice { get; init; }

    public string? PortOffice { get; init; }

    public static FilingData Of(FilingProfile? profile) => profile is null ? new FilingData() : new FilingData
    {
        DxpId = profile.DxpId,
        TransmissionCode = profile.TransmissionCode,
        TransmissionName = profile.TransmissionName,
        DeclarantCode = profile.DeclarantCode,
        DeclarantName = profile.DeclarantName,
        PlatformCode = profile.PlatformCode,
        PlatformName = profile.PlatformName,
        CarrierCode = profile.CarrierCode,
        CarrierName = profile.CarrierName,
        CustomsOffice = profile.CustomsOffice,
        PortOffice = profile.PortOffice,
    };

    public FilingData Tidied() => new()
    {
        DxpId = Texts.Tidy(DxpId),
        TransmissionCode = TidyCode(TransmissionCode),
        TransmissionName = Texts.Tidy(TransmissionName),
        DeclarantCode = TidyCode(DeclarantCode),
        DeclarantName = Texts.Tidy(DeclarantName),
        PlatformCode = TidyCode(PlatformCode),
        PlatformName = Texts.Tidy(PlatformName),
        CarrierCode = TidyCode(CarrierCode),
        CarrierName = Texts.Tidy(CarrierName),
        CustomsOffice = Texts.Tidy(CustomsOffice),
        PortOffice = Texts.Tidy(PortOffice),
    };

    public void WriteTo(FilingProfile profile)
    {
        profile.DxpId = DxpId;
        profile.TransmissionCode = TransmissionCode;
        profile.TransmissionName = TransmissionName;
        profile.DeclarantCode = DeclarantCode;
        profile.DeclarantName = DeclarantName;
        profile.PlatformCode = PlatformCode;
        profile.PlatformName = PlatformName;
        profile.CarrierCode = CarrierCode;
        profile.CarrierName = CarrierName;
        profile.CustomsOffice = CustomsOffice;
        profile.PortOffice = PortOffice;
    }

    /// <inheritdoc cref="EnterpriseData.Describe"/>
    public IReadOnlyList<(string Label, string? Value)> Describe() =>
    [
        ("报文传输编号（dxpId）", DxpId),
        ("传输企业代码", TransmissionCode),
        ("传输企业名称", TransmissionName),
        ("申报企业代码", DeclarantCode),
        ("申报企业名称", DeclarantName),
        ("默认电商平台代码", PlatformCode),
        ("默认电商平台名称", PlatformName),
        ("默认物流企业代码", CarrierCode),
        ("默认物流企业名称", CarrierName),
        ("默认申报地海关", CustomsOffice),
        ("默认口岸海关", PortOffice),
    ];

    /// <summary>The same with one field of another profile, by its place in <see cref="Describe"/>.</summary>
    internal FilingData With(int field, FilingData other) => field switch
    {
        0 => this with { DxpId = other.DxpId },
        1 => this with { TransmissionCode = other.TransmissionCode },
        2 => this with { TransmissionName = other.TransmissionName },
        3 => this with { DeclarantCode = other.DeclarantCode },
        4 => this with { DeclarantName = other.DeclarantName },
        5 => this with { PlatformCode = other.PlatformCode },
        6 => this with { PlatformName = other.PlatformName },
        7 => this with { CarrierCode = other.CarrierCode },
        8 => this with { CarrierName = other.CarrierName },
        9 => this with { CustomsOffice = other.CustomsOffice },
        10 => this with { PortOffice = other.PortOffice },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static string? TidyCode(string? code) => Texts.Tidy(CreditCodes.Normalize(code));
}

/// <summary>The lists that roster forms offer.</summary>
public sealed record RosterChoices(IReadOnlyList<ParkArea> Areas, IReadOnlyList<IndustryTag> Tags)
{
    /// <summary>The parks, by their number.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Parks { get; init; } = [];

    public string ParkName(int id) => Parks.FirstOrDefault(p => p.Key == id).Value ?? Number(id);

    public string? AreaName(int? id) => id is null ? null : Areas.FirstOrDefault(a => a.Id == id)?.Name ?? Number(id.Value);

    /// <summary>Areas with those that lie in them behind, by how deep they lie.</summary>
    public IReadOnlyList<(ParkArea Area, int Depth)> AreasInTree => AreaTree.InOrder(Areas);

    /// <summary>Areas that may be chosen: the open ones, and the one that stands there.</summary>
    public IEnumerable<ParkArea> OpenAreas(int? present) => Areas.Where(a => a.ClosedOn is null || a.Id == present);

    /// <summary>Tags that may be chosen: the open ones, and those that stand there.</summary>
    public IEnumerable<IndustryTag> OpenTags(IReadOnlyCollection<int> present) => Tags.Where(t => t.ClosedOn is null || present.Contains(t.Id));

    public string TagName(int id) => Tags.FirstOrDefault(t => t.Id == id)?.Name ?? Number(id);

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}

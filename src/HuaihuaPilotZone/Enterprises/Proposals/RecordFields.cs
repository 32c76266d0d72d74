using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;

namespace HuaihuaPilotZone.Enterprises.Proposals;

/// <summary>How each field is read from a record, written into it and shown. Kept values are names of enums, joined by commas, or the text itself.</summary>
public static class RecordFields
{
    private const char Separator = ',';

    public static readonly IReadOnlyList<RecordField> All = Enum.GetValues<RecordField>();

    public static string Word(this RecordField field) => field switch
    {
        RecordField.Name => "中文名称",
        RecordField.EnglishName => "英文名称",
        RecordField.CustomsCode => "海关注册编码",
        RecordField.Type => "企业类型",
        RecordField.Markets => "目标市场",
        RecordField.Address => "地址",
        RecordField.Website => "网站",
        RecordField.Summary => "简介",
        RecordField.IsPublic => "公开展示",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>The value as it is kept.</summary>
    public static string? Read(this RecordField field, EnterpriseData data) => field switch
    {
        RecordField.Name => data.Name,
        RecordField.EnglishName => data.EnglishName,
        RecordField.CustomsCode => data.CustomsCode,
        RecordField.Type => data.Type.ToString(),
        RecordField.Markets => Texts.Tidy(string.Join(Separator, data.Markets)),
        RecordField.Address => data.Address,
        RecordField.Website => data.Website,
        RecordField.Summary => data.Summary,
        RecordField.IsPublic => data.IsPublic.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>The record with a kept value in it.</summary>
    public static EnterpriseData Write(this RecordField field, EnterpriseData data, string? value) => field switch
    {
        RecordField.Name => data with { Name = value ?? "" },
        RecordField.EnglishName => data with { EnglishName = value },
        RecordField.CustomsCode => data with { CustomsCode = value },
        RecordField.Type => data with { Type = Enum.Parse<EnterpriseType>(value!) },
        RecordField.Markets => data with { Markets = MarketsOf(value) },
        RecordField.Address => data with { Address = value },
        RecordField.Website => data with { Website = value },
        RecordField.Summary => data with { Summary = value },
        RecordField.IsPublic => data with { IsPublic = bool.Parse(value!) },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>A kept value as people read it; null for nothing.</summary>
    public static string? Show(this RecordField field, string? value) => field switch
    {
        RecordField.Type when value is not null => Enum.Parse<EnterpriseType>(value).Word(),
        RecordField.Markets when value is not null => string.Join('、', MarketsOf(value).Select(m => m.Word())),
        RecordField.IsPublic => value == bool.TrueString ? "是" : "否",
        _ => value,
    };

    /// <summary>What stands against a record as an enterprise proposes it, at the fields of its form.</summary>
    internal static IEnumerable<Refusal> Refuse(EnterpriseData data)
    {
        if (data.Name.Length is 0 or > Enterprise.NameMaxLength) yield return new Refusal("Name", $"请填写中文名称，最多 {Enterprise.NameMaxLength} 个字。");
        if (data.CustomsCode is { } customs && CustomsRegistrationCode.Check(customs) is { } wrong) yield return new Refusal("CustomsCode", wrong.Message);
        if (!Enum.IsDefined(data.Type)) yield return new Refusal("Type", "没有这个企业类型，请重新选择。");
        if (data.Markets.Any(m => !Enum.IsDefined(m))) yield return new Refusal("Markets", "没有这个目标市场，请重新选择。");
        if (!Websites.IsGood(data.Website)) yield return new Refusal("Website", Websites.Problem);
    }

    private static TargetMarket[] MarketsOf(string? value) => [.. (value ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TargetMarket>)];
}

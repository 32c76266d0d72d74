using System.Globalization;
using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>What the roster can show of an enterprise besides its name and code.</summary>
public enum RosterColumn
{
    EnglishName,
    CustomsCode,
    Type,
    Area,
    StageSince,
    Tags,
    Markets,
    Contact,
    Phone,
    Address,
    Website,
    Completeness,
    Public,
    Updated,
    Stage,
}

/// <summary>Names and contents of the columns, for the grid and for files alike.</summary>
public static class RosterColumns
{
    /// <summary>What is shown where nobody has chosen.</summary>
    public static IReadOnlyList<RosterColumn> Usual { get; } =
        [RosterColumn.Type, RosterColumn.Area, RosterColumn.StageSince, RosterColumn.Contact, RosterColumn.Phone, RosterColumn.Completeness, RosterColumn.Stage];

    /// <summary>The chosen columns in their own order; the usual ones for none.</summary>
    public static IReadOnlyList<RosterColumn> Chosen(IEnumerable<RosterColumn>? columns)
    {
        List<RosterColumn> chosen = [.. (columns ?? []).Where(c => Enum.IsDefined(c)).Distinct().Order()];
        return chosen.Count > 0 ? chosen : Usual;
    }

    /// <summary>Whether the column names a person or leads to one.</summary>
    public static bool IsPersonal(this RosterColumn column) => column is RosterColumn.Contact or RosterColumn.Phone;

    public static string Word(this RosterColumn column) => column switch
    {
        RosterColumn.EnglishName => "英文名称",
        RosterColumn.CustomsCode => "海关注册编码",
        RosterColumn.Type => "类型",
        RosterColumn.Area => "片区",
        RosterColumn.StageSince => "阶段日期",
        RosterColumn.Tags => "行业标签",
        RosterColumn.Markets => "目标市场",
        RosterColumn.Contact => "联系人",
        RosterColumn.Phone => "电话",
        RosterColumn.Address => "地址",
        RosterColumn.Website => "网站",
        RosterColumn.Completeness => "资料",
        RosterColumn.Public => "公开",
        RosterColumn.Updated => "最近修改",
        RosterColumn.Stage => "状态",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    /// <summary>The content as a file says it; nothing for what is not there.</summary>
    public static string TextOf(this RosterRow row, RosterColumn column) => column switch
    {
        RosterColumn.EnglishName => row.EnglishName ?? "",
        RosterColumn.CustomsCode => row.CustomsCode ?? "",
        RosterColumn.Type => row.Type.Word(),
        RosterColumn.Area => row.AreaName ?? "",
        RosterColumn.StageSince => row.StageSince.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RosterColumn.Tags => string.Join('、', row.TagNames),
        RosterColumn.Markets => string.Join('、', row.Markets.Order().Select(m => m.Word())),
        RosterColumn.Contact => row.ContactName ?? "",
        RosterColumn.Phone => row.ContactPhone ?? "",
        RosterColumn.Address => row.Address ?? "",
        RosterColumn.Website => row.Website ?? "",
        RosterColumn.Completeness => string.Create(CultureInfo.InvariantCulture, $"{row.Completeness}%"),
        RosterColumn.Public => row.IsPublic ? "是" : "否",
        RosterColumn.Updated => ChinaTime.FromUtc(row.UpdatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        RosterColumn.Stage => row.SuspendedAt is null ? row.Stage.Word() : $"已停用（{row.Stage.Word()}）",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Enterprises.Finding;

namespace HuaihuaPilotZone.Enterprises;

/// <summary>A field that can be changed in the grid of the roster.</summary>
public enum RosterField
{
    EnglishName,
    CustomsCode,
    Type,
    Area,
    Contact,
    Phone,
    Address,
    Website,
}

/// <summary>A changed cell.</summary>
/// <param name="Field">Which.</param>
/// <param name="Was">What the grid showed there: a change of something else by somebody else is no conflict.</param>
/// <param name="Value">Ids of areas and names of types as they are, all else as text; null for nothing.</param>
public sealed record CellChange(int Version, RosterField Field, string? Was, string? Value);

/// <summary>Changes one field of one enterprise, by the same acts as its forms.</summary>
public sealed class RosterCells(EnterpriseRoster roster, EnterpriseService enterprises, RosterFinder finder)
{
    public async Task<EditOutcome> ChangeAsync(int id, CellChange change, CancellationToken cancellation)
    {
        if (await roster.FindAsync(id, cancellation) is not { } enterprise) return Outcome.Refused("名录里没有这家企业。");
        var (now, value) = (ValueOf(enterprise, change.Field), Texts.Tidy(change.Value));
        if (enterprise.Version != change.Version && !string.Equals(now, Texts.Tidy(change.Was), StringComparison.Ordinal))
        {
            var choices = await roster.ChoicesAsync(cancellation);
            var last = await roster.LastActAsync(id, cancellation);
            return new EditConflict(enterprise.Version, last?.UserName, last?.At, [new ConflictingValue(LabelOf(change.Field), Read(change.Field, now, choices), Read(change.Field, value, choices))]);
        }

        if (change.Field is not (RosterField.Contact or RosterField.Phone))
            return ToData(enterprise, change.Field, value) is { } data ? await enterprises.UpdateAsync(id, enterprise.Version, data, cancellation) : Outcome.Refused("没有这个选项，请重新选择。");
        if (enterprise.Contacts.Count == 0 && change.Field == RosterField.Phone) return Outcome.Refused("还没有联系人，请先填写联系人姓名。");
        List<ContactData> contacts = [.. enterprise.Contacts.Select(ContactData.Of)];
        if (contacts.Count == 0) contacts.Add(new ContactData(null, value ?? "", null, null, null));
        else contacts[0] = change.Field == RosterField.Contact ? contacts[0] with { Name = value ?? "" } : contacts[0] with { Phone = value };
        return await enterprises.UpdateContactsAsync(id, enterprise.Version, contacts, cancellation);
    }

    /// <summary>The row of the grid as it is now; null when the enterprise is gone.</summary>
    public async Task<RosterRow?> RowAsync(int id, CancellationToken cancellation) => await finder.ChosenAsync([id], cancellation) is [var row] ? row : null;

    /// <summary>What a cell holds; of a person only the mask.</summary>
    public static string? ValueOf(RosterRow row, RosterField field) => field switch
    {
        RosterField.EnglishName => row.EnglishName,
        RosterField.CustomsCode => row.CustomsCode,
        RosterField.Type => row.Type.ToString(),
        RosterField.Area => row.ParkAreaId?.ToString(CultureInfo.InvariantCulture),
        RosterField.Contact => Masks.Name(row.ContactName),
        RosterField.Phone => Masks.Phone(row.ContactPhone),
        RosterField.Address => row.Address,
        RosterField.Website => row.Website,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static string? ValueOf(Enterprise enterprise, RosterField field) => ValueOf(
        new RosterRow
        {
            EnglishName = enterprise.EnglishName,
            CustomsCode = enterprise.CustomsCode,
            Type = enterprise.Type,
            ParkAreaId = enterprise.ParkAreaId,
            ContactName = enterprise.Contacts.FirstOrDefault()?.Name,
            ContactPhone = enterprise.Contacts.FirstOrDefault()?.Phone,
            Address = enterprise.Address,
            Website = enterprise.Website,
        },
        field);

    private static EnterpriseData? ToData(Enterprise enterprise, RosterField field, string? value)
    {
        var data = EnterpriseData.Of(enterprise);
        return field switch
        {
            RosterField.EnglishName => data with { EnglishName = value },
            RosterField.CustomsCode => data with { CustomsCode = value },
            RosterField.Type => Enum.TryParse<EnterpriseType>(value, out var type) && Enum.IsDefined(type) ? data with { Type = type } : null,
            RosterField.Area => value is null ? data with { ParkAreaId = null } : int.TryParse(value, CultureInfo.InvariantCulture, out var area) ? data with { ParkAreaId = area } : null,
            RosterField.Address => data with { Address = value },
            RosterField.Website => data with { Website = value },
            _ => null,
        };
    }

    private static string LabelOf(RosterField field) => field switch
    {
        RosterField.EnglishName => "英文名称",
        RosterField.CustomsCode => "海关注册编码",
        RosterField.Type => "类型",
        RosterField.Area => "片区",
        RosterField.Contact => "联系人",
        RosterField.Phone => "电话",
        RosterField.Address => "地址",
        _ => "网站",
    };

    private static string? Read(RosterField field, string? value, RosterChoices choices) => field switch
    {
        RosterField.Type => Enum.TryParse<EnterpriseType>(value, out var type) && Enum.IsDefined(type) ? type.Word() : value,
        RosterField.Area => int.TryParse(value, CultureInfo.InvariantCulture, out var area) ? choices.AreaName(area) : "未定",
        _ => value,
    };
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Imports;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>A row of a file as an enterprise; what could not be read is null and stands in <see cref="Problems"/>.</summary>
internal sealed class SheetEnterprise
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly (string Word, TargetMarket Value)[] _markets = [.. Enum.GetValues<TargetMarket>().Select(m => (m.Word(), m))];

    private static readonly char[] _separators = ['、', ',', '，', ';', '；', '/', '|'];

    private readonly ImportedRow _row;
    private readonly List<RowProblem> _problems = [];

    public SheetEnterprise(string key, ImportedRow row, RosterChoices choices, DateOnly today)
    {
        (Key, _row) = (key, row);
        Name = Texts.Tidy(this[RosterSheet.Name]) ?? "";
        Code = CreditCodes.Normalize(this[RosterSheet.Code]);
        Type = Word<EnterpriseType>(RosterSheet.Type, "企业类型", t => t.Word());
        Stage = Word<EnterpriseStage>(RosterSheet.Stage, "阶段", s => s.Word());
        On = Day(today);
        AreaId = Area(choices);
        TagIds = Several<int>(RosterSheet.Tags, "行业标签", this[RosterSheet.Tags] is null ? [] : [.. choices.Tags.Select(t => (t.Name, t.Id))]);
        Markets = Several(RosterSheet.Markets, "目标市场", _markets);
        Decision = SheetDecisions.Read(this[RosterSheet.Decision]);
        if (Decision is null && this[RosterSheet.Decision] is { } other)
            Say(RosterSheet.Decision, "ROSTER-014", "“重复时”写得不对", $"“{other}”不是可选的处理方式。{SheetDecisions.Explained}", null, [.. Enum.GetValues<SheetDecision>().Select(d => d.Word())]);
        CheckTexts();
    }

    public string Key { get; }

    public int RowNumber => _row.Number;

    public string Name { get; }

    /// <summary>As codes are kept.</summary>
    public string Code { get; }

    public EnterpriseType? Type { get; }

    public EnterpriseStage? Stage { get; }

    public DateOnly? On { get; }

    public int? AreaId { get; }

    public IReadOnlyList<int> TagIds { get; }

    public IReadOnlyList<TargetMarket> Markets { get; }

    public SheetDecision? Decision { get; }

    /// <summary>What is wrong with the cells.</summary>
    public IReadOnlyList<RowProblem> Problems => _problems;

    public string? this[string column] => _row.Cells.GetValueOrDefault(column);

    /// <summary>What a new enterprise needs besides what any row needs.</summary>
    public IEnumerable<RowProblem> MissingForNew()
    {
        if (Type is null && this[RosterSheet.Type] is null) yield return Problem(RosterSheet.Type, "ROSTER-005", "缺企业类型", "新增企业要写明企业类型。", null, [.. Enum.GetValues<EnterpriseType>().Select(t => t.Word())]);
        if (Stage is null && this[RosterSheet.Stage] is null) yield return Problem(RosterSheet.Stage, "ROSTER-006", "缺阶段", "新增企业要写明阶段。", null, [.. Enum.GetValues<EnterpriseStage>().Select(s => s.Word())]);
        if (On is null && this[RosterSheet.StageOn] is null) yield return Problem(RosterSheet.StageOn, "ROSTER-007", "缺阶段日期", "新增企业要写明这个阶段从哪一天开始。", null, []);
    }

    /// <summary>A new record.</summary>
    public EnterpriseData ToData() => Over(new EnterpriseData());

    /// <summary>A record with what the row says in place of what it said.</summary>
    public EnterpriseData Over(EnterpriseData record) => record with
    {
        Name = Name,
        CreditCode = Code,
        CreditCodeNote = CreditCodes.NoteFor(Code, this[RosterSheet.CodeNote]),
        EnglishName = this[RosterSheet.English] ?? record.EnglishName,
        CustomsCode = Customs ?? record.CustomsCode,
        Type = Type ?? record.Type,
        ParkAreaId = AreaId ?? record.ParkAreaId,
        TagIds = TagIds.Count > 0 ? TagIds : record.TagIds,
        Markets = Markets.Count > 0 ? Markets : record.Markets,
        Address = this[RosterSheet.Address] ?? record.Address,
        Website = this[RosterSheet.Website] ?? record.Website,
        Summary = this[RosterSheet.Summary] ?? record.Summary,
    };

    /// <summary>A record in which the row has filled what was empty.</summary>
    public EnterpriseData Under(EnterpriseData record) => record with
    {
        EnglishName = record.EnglishName ?? this[RosterSheet.English],
        CustomsCode = record.CustomsCode ?? Customs,
        ParkAreaId = record.ParkAreaId ?? AreaId,
        TagIds = [.. record.TagIds.Union(TagIds).Order()],
        Markets = [.. record.Markets.Union(Markets).Order()],
        Address = record.Address ?? this[RosterSheet.Address],
        Website = record.Website ?? this[RosterSheet.Website],
        Summary = record.Summary ?? this[RosterSheet.Summary],
    };

    /// <summary>The people of a record with the one of the row; the same list where the row adds nothing.</summary>
    public IReadOnlyList<ContactData> With(IReadOnlyList<ContactData> contacts)
    {
        if (this[RosterSheet.Contact] is not { } name) return contacts;
        var (position, phone, mail) = (this[RosterSheet.Position], this[RosterSheet.Phone], this[RosterSheet.Mail]);
        var place = contacts.ToList().FindIndex(c => c.Name == name);
        if (place < 0) return contacts.Count < EnterpriseService.MostContacts ? [.. contacts, new ContactData(null, name, position, phone, mail)] : contacts;
        var known = contacts[place];
        var changed = Decision == SheetDecision.Update
            ? known with { Position = position ?? known.Position, Phone = phone ?? known.Phone, Email = mail ?? known.Email }
            : known with { Position = known.Position ?? position, Phone = known.Phone ?? phone, Email = known.Email ?? mail };
        return [.. contacts.Select((c, i) => i == place ? changed : c)];
    }

    /// <summary>A problem of a cell that has to be mended.</summary>
    public RowProblem Problem(string column, string rule, string title, string reason, string? suggestion, IReadOnlyList<string> choices) =>
        new(RowNumber, column, this[column], rule, true, title, reason, suggestion) { Choices = choices };

    private string? Customs => Texts.Tidy(CustomsRegistrationCode.Normalize(this[RosterSheet.Customs]));

    private void Say(string column, string rule, string title, string reason, string? suggestion, IReadOnlyList<string> choices) => _problems.Add(Problem(column, rule, title, reason, suggestion, choices));

    private T? Word<T>(string column, string label, Func<T, string> wordOf)
        where T : struct, Enum
    {
        if (this[column] is not { } typed) return null;
        var all = Enum.GetValues<T>();
        if (Array.Exists(all, v => wordOf(v) == typed)) return Array.Find(all, v => wordOf(v) == typed);
        var near = Array.FindAll(all, v => wordOf(v).Contains(typed, StringComparison.Ordinal) || typed.Contains(wordOf(v), StringComparison.Ordinal));
        Say(column, column == RosterSheet.Type ? "ROSTER-005" : "ROSTER-006", $"{label}无法识别", $"{label}里没有“{typed}”，可以写：{string.Join('、', all.Select(wordOf))}。", near is [var only] ? wordOf(only) : null, [.. all.Select(wordOf)]);
        return null;
    }

    private DateOnly? Day(DateOnly today)
    {
        if (this[RosterSheet.StageOn] is not { } typed) return null;
        if (!DateOnly.TryParseExact(typed, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Say(RosterSheet.StageOn, "ROSTER-007", "日期无法识别", $"“{typed}”不是日历上的日期。请写成 2026-06-01。", null, []);
        else if (day > today) Say(RosterSheet.StageOn, "ROSTER-008", "日期晚于今天", $"阶段已经开始，日期不能晚于今天（{today.ToString(DayFormat, CultureInfo.InvariantCulture)}）。", null, []);
        else return day;
        return null;
    }

    private int? Area(RosterChoices choices)
    {
        if (this[RosterSheet.Area] is not { } typed) return null;
        if (choices.Areas.FirstOrDefault(a => a.Name == typed) is { } area) return area.Id;
        var near = choices.Areas.Where(a => a.Name.Contains(typed, StringComparison.Ordinal) || typed.Contains(a.Name, StringComparison.Ordinal)).ToList();
        var advice = near is [var nearest] ? $"与“{nearest.Name}”最接近。" : $"可以写：{string.Join('、', choices.Areas.Select(a => a.Name))}。";
        Say(RosterSheet.Area, "ROSTER-009", "片区无法识别", $"片区里没有“{typed}”，{advice}", near is [var only] ? only.Name : null, [.. choices.Areas.Select(a => a.Name)]);
        return null;
    }

    private List<T> Several<T>(string column, string label, IReadOnlyList<(string Word, T Value)> known)
    {
        if (this[column] is not { } cell) return [];
        var typed = cell.Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var strange = typed.Where(t => known.All(k => k.Word != t)).ToList();
        if (strange.Count > 0)
            Say(column, column == RosterSheet.Tags ? "ROSTER-010" : "ROSTER-011", $"{label}无法识别", $"{label}里没有“{string.Join("”“", strange)}”，可以写：{string.Join('、', known.Select(k => k.Word))}。", null, []);
        return [.. known.Where(k => typed.Contains(k.Word)).Select(k => k.Value)];
    }

    private void CheckTexts()
    {
        if (Name.Length == 0) Say(RosterSheet.Name, "ROSTER-001", "缺企业名称", "请填写企业名称，与营业执照一致。", null, []);
        if (CreditCodes.Problem(Code, this[RosterSheet.CodeNote]) is { } problem)
            Say(RosterSheet.Code, "ROSTER-002", "信用代码不对", problem, null, UnifiedSocialCreditCode.Check(Code)?.Repair is { } repair ? [repair] : []);
        if (Customs is { } customs && CustomsRegistrationCode.Check(customs) is { } wrong) Say(RosterSheet.Customs, "ROSTER-003", "海关注册编码不对", wrong.Message, null, []);
        if (!ContactForms.IsEnglish(this[RosterSheet.English])) Say(RosterSheet.English, "ROSTER-004", "英文名称里有汉字", ContactForms.EnglishProblem, null, []);
        if (!Websites.IsGood(this[RosterSheet.Website])) Say(RosterSheet.Website, "ROSTER-012", "网址不对", Websites.Problem, null, []);
        if (!ContactForms.IsPhone(this[RosterSheet.Phone])) Say(RosterSheet.Phone, "ROSTER-012", "电话不对", ContactForms.PhoneProblem, null, []);
        if (!ContactForms.IsMail(this[RosterSheet.Mail])) Say(RosterSheet.Mail, "ROSTER-012", "邮箱不对", ContactForms.MailProblem, null, []);
        if (this[RosterSheet.Contact] is null && (this[RosterSheet.Phone] ?? this[RosterSheet.Mail]) is not null)
            Say(RosterSheet.Contact, "ROSTER-012", "缺联系人姓名", "填了电话或邮箱的，请写明是谁的。", null, []);
        foreach (var (column, label, most) in _lengths)
        {
            if (this[column]?.Length > most) Say(column, "ROSTER-013", $"{label}太长", string.Create(CultureInfo.InvariantCulture, $"{label}最多 {most} 个字，这里有 {this[column]!.Length} 个。"), null, []);
            if (this[column] is not { } text) continue;
            if ((ReadableText.Problem(text, label) ?? (column is RosterSheet.Name or RosterSheet.English ? ReadableText.NameProblem(text, label) : null)) is { } unreadable)
                Say(column, "ROSTER-012", $"{label}里的字符不对", unreadable, null, []);
        }
    }

    private static readonly (string Column, string Label, int Most)[] _lengths =
    [
        (RosterSheet.Name, "企业名称", Enterprise.NameMaxLength), (RosterSheet.English, "英文名称", Enterprise.EnglishNameMaxLength),
        (RosterSheet.CodeNote, "校验不符的说明", Enterprise.CreditCodeNoteMaxLength), (RosterSheet.Address, "地址", Enterprise.AddressMaxLength),
        (RosterSheet.Website, "网址", Enterprise.WebsiteMaxLength), (RosterSheet.Summary, "简介", Enterprise.SummaryMaxLength),
        (RosterSheet.Contact, "联系人姓名", Contact.NameMaxLength), (RosterSheet.Position, "职务", Contact.PositionMaxLength),
        (RosterSheet.Phone, "电话", Contact.PhoneMaxLength), (RosterSheet.Mail, "邮箱", Contact.EmailMaxLength),
    ];
}

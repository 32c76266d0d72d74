using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Rules;

/// <summary>Name of the transport, voyage and bill of lading by transport mode (facts B2, direct declaration).</summary>
internal static class TransportRules
{
    /// <summary>What the filling rules want in a field.</summary>
    private enum Wanted
    {
        Anything,
        Filled,
        Empty,
        Day,
    }

    private const char Transit = '@';

    private static readonly Basis _vehicle = Bases.Filling("运输工具名称及航次号");

    private static readonly Rule _noName = new Rule("TRAF-002", "运输工具名称没有填", Severity.MustFix, _vehicle,
        "水路填船名，铁路填车厢编号或交接单号，航空填航班号，邮件填邮政包裹单号，其他方式填具体名称。请补填。", "B2 by transport mode; B6 R13").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _nameNotWanted = new Rule("TRAF-003", "运输工具名称应为空", Severity.MustFix, _vehicle,
        "启用公路舱单后，公路运输不填运输工具名称，只填货物运输批次号。请清空，转关和铁公多式联运除外。", "B2 by transport mode; B6 R13").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _noVoyage = new Rule("TRAF-004", "航次号没有填写", Severity.MustFix, _vehicle,
        "水路填航次号，铁路和邮件填进出境日期，公路填货物运输批次号。请补填。", "B2 by transport mode; B6 R13").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _voyageNotWanted = new Rule("TRAF-005", "航次号应为空", Severity.MustFix, _vehicle,
        "航空和其他运输方式不填航次号，航班号填在运输工具名称。请清空。", "B2 by transport mode").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _voyageIsDay = new Rule("TRAF-006", "航次号应填日期", Severity.MustFix, _vehicle,
        "铁路和邮件运输的航次号填 8 位日期，例如 20261122。请改正。", "B2 by transport mode").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _noBill = new Rule("TRAF-007", "提运单号没有填写", Severity.MustFix, Bases.Filling("提运单号"),
        "水路填提单号，铁路填运单号，公路填总运单号，航空填总运单号或加分运单号，邮件填邮政包裹单号。请补填。", "B2 by transport mode; B6 R13").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _multimodal = new Rule("TRAF-008", "请核对是否多式联运", Severity.Advice,
        new Basis(BasisKind.Announcement, "海关总署公告2024年第137号", "铁公多式联运试点", Verified: false),
        "公路运输填了运输工具名称而没有航次号，只适用于铁公多式联运试点。不是试点的，请清空名称并填货物运输批次号。", "B2 (公告2024年第137号)").ForDeclarations().AlsoForReturnDeclarations();

    private static readonly Rule _transit = new Rule("TRAF-009", "转关编号位数不符", Severity.MustFix, _vehicle,
        "转关出口的运输工具名称填“@”加 16 位转关申报单预录入号，或“@”加 13 位载货清单号。请核对。", "B2 by transport mode").ForDeclarations();

    public static IReadOnlyList<Rule> All { get; } = [_noName, _nameNotWanted, _noVoyage, _voyageNotWanted, _voyageIsDay, _noBill, _multimodal, _transit];

    public static void Check(Examination examination)
    {
        var name = examination.Reading[DeclarationFields.TrafName].Text;
        if (name.Length > 0 && name[0] == Transit) CheckTransit(examination, name);
        else CheckVehicle(examination, new(DeclarationFields.TrafMode, DeclarationFields.TrafName, DeclarationFields.VoyageNo, DeclarationFields.BillNo));
    }

    /// <summary>The vehicle that the goods come back with.</summary>
    public static void CheckReturn(Examination examination)
    {
        // how a transit is written on the way in is in no source at hand
        if (!examination.Reading[ReturnDeclaration.TrafName].Text.StartsWith(Transit)) CheckVehicle(examination, new(ReturnDeclaration.TrafMode, ReturnDeclaration.TrafName, ReturnDeclaration.VoyageNo, ReturnDeclaration.BillNo));
    }

    private static void CheckVehicle(Examination examination, Vehicle fields)
    {
        var mode = examination.Reading[fields.Mode].Text;
        var name = examination.Reading[fields.Name].Text;
        var isMultimodal = mode == "4" && name.Length > 0 && examination.Reading[fields.Voyage].IsEmpty;
        if (isMultimodal) examination.Add(_multimodal, fields.Name, $"公路运输填了运输工具名称{Words.Quote(name)}，没有航次号。请核对是否铁公多式联运试点。");
        var (wantedName, wantedVoyage, wantsBill) = Table(mode);
        if (!isMultimodal) CheckName(examination, fields.Name, wantedName, mode);
        if (!isMultimodal) CheckVoyage(examination, fields.Voyage, wantedVoyage, mode);
        if (wantsBill && examination.Reading[fields.Bill].IsEmpty) examination.Add(_noBill, fields.Bill, $"运输方式 {Named(examination, mode)}要填提运单号，现在没有填写。");
    }

    private static (Wanted Name, Wanted Voyage, bool Bill) Table(string mode) => mode switch
    {
        "2" => (Wanted.Filled, Wanted.Filled, true),
        "3" => (Wanted.Filled, Wanted.Day, true),
        "4" => (Wanted.Empty, Wanted.Filled, true),
        "5" => (Wanted.Filled, Wanted.Empty, true),
        "6" => (Wanted.Filled, Wanted.Day, true),
        "9" => (Wanted.Filled, Wanted.Empty, false),
        _ => (Wanted.Anything, Wanted.Anything, false),
    };

    private static void CheckName(Examination examination, Field field, Wanted wanted, string mode)
    {
        ref readonly var name = ref examination.Reading[field];
        if (wanted == Wanted.Filled && name.IsEmpty) examination.Add(_noName, field, $"运输方式 {Named(examination, mode)}要填运输工具名称，现在没有填写。");
        if (wanted == Wanted.Empty && !name.IsEmpty) examination.AddEmptying(_nameNotWanted, field, 0, $"运输方式 {Named(examination, mode)}不填运输工具名称，填的是{Words.Quote(name.Text)}。请清空。");
    }

    private static void CheckVoyage(Examination examination, Field field, Wanted wanted, string mode)
    {
        ref readonly var voyage = ref examination.Reading[field];
        if (wanted is Wanted.Filled or Wanted.Day && voyage.IsEmpty)
        {
            examination.Add(_noVoyage, field, $"运输方式 {Named(examination, mode)}要填航次号，现在没有填写。");
        }
        else if (wanted == Wanted.Empty && !voyage.IsEmpty)
        {
            examination.AddEmptying(_voyageNotWanted, field, 0, $"运输方式 {Named(examination, mode)}不填航次号，填的是{Words.Quote(voyage.Text)}。请清空。");
        }
        else if (wanted == Wanted.Day && DateReading.Read(voyage.Text).Value is var day && (day is null || voyage.Text != Compact(day.Value)))
        {
            examination.Add(_voyageIsDay, field, $"运输方式 {Named(examination, mode)}的航次号填 8 位日期，填的是{Words.Quote(voyage.Text)}。", day is null ? null : Compact(day.Value));
        }
    }

    private static void CheckTransit(Examination examination, string name)
    {
        var number = name.AsSpan(1);
        if (number.Length is 13 or 16 && number.IndexOfAnyExceptInRange('0', '9') < 0) return;
        examination.Add(_transit, DeclarationFields.TrafName, $"运输工具名称填的是{Words.Quote(name)}，“@”后应为 16 位转关编号或 13 位载货清单号。");
    }

    private static string Compact(DateOnly day) => day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Named(Examination examination, string mode) => $"{mode} {examination.Tables.TransportModes.Find(mode)?.Name}";

    /// <summary>The fields that say how the goods travel.</summary>
    private sealed record Vehicle(Field Mode, Field Name, Field Voyage, Field Bill);
}

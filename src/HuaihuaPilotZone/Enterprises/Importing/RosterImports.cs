using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Sheets;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Enterprises.Importing;

/// <summary>The roster from a file: one row for each enterprise. What the roster seems to have already is shown with the reason, and somebody decides.</summary>
internal sealed class RosterImports(PortalDbContext db, EnterpriseRoster roster, SimilarEnterprises similar, RosterImportWork work, ChinaTime time) : ImportKind
{
    public const string KindName = "enterprises";

    private const string ByCode = "ROSTER-101";
    private const string ByName = "ROSTER-102";
    private const string Unknown = "ROSTER-104";
    private const string Twice = "ROSTER-105";
    private const string Left = "ROSTER-106";

    public override string Name => KindName;

    public override string Title => "企业名录";

    public override string ResultWord => "企业";

    public override string Unit => "家";

    public override bool IsOfPark => true;

    public override string Guide => "Excel（.xlsx、.xls）或 CSV（UTF-8 或 GBK）。一行一家企业。";

    public override string Kept => "改过或已有业务往来";

    public override int GroupsAtATime => 1_000;

    public override IReadOnlyList<ImportVariant> Variants { get; } = [new("enterprises", "一行一家")];

    public override IReadOnlyList<TargetColumn> Columns => RosterSheet.Columns;

    public override string? KeyColumn => null;

    public override int MostRows => 1;

    public override IReadOnlyList<string> Landmarks { get; } = [RosterSheet.Name, RosterSheet.Code];

    public override string? OnceColumn => RosterSheet.Code;

    public override string? OnceOf(Func<string, string?> cell) => SheetDecisions.Read(cell(RosterSheet.Decision)) == SheetDecision.Skip ? null : cell(RosterSheet.Code);

    public override bool IsExample(Func<string, string?> cell) => cell(RosterSheet.Name) == RosterSheet.ExampleName;

    public override bool IsPersonal(string column) => column is RosterSheet.Contact or RosterSheet.Phone or RosterSheet.Mail;

    public override string Shown(string? column, string text) => column switch
    {
        _ when text.Length == 0 => text,
        null => PersonalData.Mask(text),
        RosterSheet.Contact => Masks.Name(text)!,
        RosterSheet.Phone => Masks.Phone(text)!,
        RosterSheet.Mail => Masks.Mail(text)!,
        _ => text,
    };

    public override bool IsShared(string column) => false;

    public override string? Example(string column, string variant) => RosterSheet.Example(column);

    public override bool IsNeeded(string column, string variant) => column is RosterSheet.Type or RosterSheet.Stage or RosterSheet.StageOn;

    public override IReadOnlyList<string> Notes(string variant) => RosterSheet.Notes;

    public override Task<ImportReading> ReadingAsync(CancellationToken cancellation) => Task.FromResult(new ImportReading(Clean, null));

    public override async Task<IReadOnlyList<CheckedGroup>> CheckAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        var rows = groups.Select(g => new SheetEnterprise(g.Key, g.Rows[0], choices, time.Today)).ToList();
        var open = rows.Where(r => r.Decision != SheetDecision.Skip).ToList();
        var found = await FindAsync(open, cancellation);
        var records = await work.RecordsAsync([.. found.Values.Select(f => f.Enterprise.Id)], cancellation);
        var before = await work.EarlierRowsAsync(context.BatchId, [.. found.Values.Select(f => f.Enterprise.Id)], cancellation);
        return [.. rows.Select(r => r.Decision == SheetDecision.Skip ? Skipped(r) : new CheckedGroup(r.Key, [.. r.Problems, .. Standing(r)]))];

        IEnumerable<RowProblem> Standing(SheetEnterprise row) => (found.GetValueOrDefault(row.Key), row.Decision) switch
        {
            (null, SheetDecision.Update or SheetDecision.Merge) => [Ask(row, Unknown, "名录里没有", "名录里没有这个信用代码，也没有名称相近的企业，没有可以更新的档案。", SheetDecision.Add, SheetDecision.Skip)],
            (null, _) => row.MissingForNew(),
            ({ IsByCode: true } same, null or SheetDecision.Add) => [Ask(row, ByCode, "名录里已有", same.Words, SheetDecision.Update, SheetDecision.Merge, SheetDecision.Skip)],
            ({ } like, null) => [Ask(row, ByName, "名称相近", like.Words, SheetDecision.Update, SheetDecision.Merge, SheetDecision.Skip, SheetDecision.Add), .. row.MissingForNew()],
            ({ } target, _) when before.TryGetValue(target.Enterprise.Id, out var other) =>
                [Ask(row, Twice, "同一家企业出现两次", string.Create(CultureInfo.InvariantCulture, $"“{target.Enterprise.Name}”已由本批第 {other} 行处理。"), SheetDecision.Skip)],
            ({ } target, _) => work.Foresee(row, records[target.Enterprise.Id], choices),
        };
    }

    public override async Task<string?> CommitAsync(ImportContext context, ImportedGroup group, CancellationToken cancellation) => (await CommitAllAsync(context, [group], cancellation))[0];

    public override async Task<IReadOnlyList<string?>> CommitAllAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var choices = await roster.ChoicesAsync(cancellation);
        return await work.CommitAsync(context, [.. groups.Select(g => new SheetEnterprise(g.Key, g.Rows[0], choices, time.Today))], cancellation);
    }

    public override async Task<bool> UndoAsync(ImportContext context, string result, CancellationToken cancellation) => (await UndoAllAsync(context, [result], cancellation))[0];

    public override Task<IReadOnlyList<bool>> UndoAllAsync(ImportContext context, IReadOnlyList<string> results, CancellationToken cancellation) =>
        work.UndoAsync(context.BatchId, [.. results.Select(r => int.Parse(r, CultureInfo.InvariantCulture))], context.FileName, cancellation);

    public override async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyList<string> results, CancellationToken cancellation)
    {
        int[] ids = [.. results.Select(r => int.Parse(r, CultureInfo.InvariantCulture))];
        return await db.Enterprises.Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).Select(e => new { e.Id, e.Name })
            .ToDictionaryAsync(e => e.Id.ToString(CultureInfo.InvariantCulture), e => e.Name, StringComparer.Ordinal, cancellation);
    }

    public override string AddressOf(string result) => $"/park/enterprises/{result}";

    public override (string Word, string Address)? NextOf(string result) => ("查重复，合并", $"/park/enterprises/{result}/merge");

    private static string Clean(string column, string typed)
    {
        var text = typed.ReplaceLineEndings(" ").Trim();
        // an export protects spreadsheets from formulas with this sign
        if (text is ['\'', '=' or '+' or '-' or '@', ..]) text = text[1..];
        return column switch
        {
            RosterSheet.Code => CreditCodes.Normalize(text),
            RosterSheet.Customs => CustomsRegistrationCode.Normalize(text),
            RosterSheet.StageOn => TypedCell.ReadDay(text),
            _ => text,
        };
    }

    /// <summary>For each row, by its key, the enterprise that it seems to be.</summary>
    private async Task<Dictionary<string, Known>> FindAsync(List<SheetEnterprise> rows, CancellationToken cancellation)
    {
        string[] codes = [.. rows.Select(r => r.Code).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];
        var byCode = await db.Enterprises.AsNoTracking().Where(e => EF.Parameter(codes).Contains(e.CreditCode)).Select(e => new SimilarEnterprise(e.Id, e.Name, e.CreditCode, e.Version, ""))
            .ToDictionaryAsync(e => e.CreditCode, StringComparer.Ordinal, cancellation);
        var byFormer = (await db.FormerCodes.AsNoTracking().Where(c => codes.Contains(c.Code)).OrderByDescending(c => c.Id)
            .Join(db.Enterprises, c => c.EnterpriseId, e => e.Id, (c, e) => new { c.Code, Enterprise = new SimilarEnterprise(e.Id, e.Name, e.CreditCode, e.Version, "") }).ToListAsync(cancellation))
            .DistinctBy(f => f.Code, StringComparer.Ordinal).ToDictionary(f => f.Code, f => f.Enterprise, StringComparer.Ordinal);
        var asked = rows.Where(r => r.Name.Length > 0 && r.Decision != SheetDecision.Add && !byCode.ContainsKey(r.Code)).ToList();
        var byName = await similar.FindAsync([.. asked.Select(r => r.Name)], cancellation);
        var found = rows.Where(r => byCode.ContainsKey(r.Code)).ToDictionary(r => r.Key, r => new Known(byCode[r.Code], true, SameCode(r, byCode[r.Code])), StringComparer.Ordinal);
        // a code from before a merge: somebody says whether the row is that enterprise
        foreach (var row in asked.Where(r => byFormer.ContainsKey(r.Code)))
            found[row.Key] = new Known(byFormer[row.Code], false, $"信用代码是名录里“{byFormer[row.Code].Name}”合并档案以前用过的，它现在的代码是 {byFormer[row.Code].CreditCode}。");
        foreach (var row in asked.Where(r => !byFormer.ContainsKey(r.Code) && byName.ContainsKey(r.Name)))
            found[row.Key] = new Known(byName[row.Name], false, $"与名录里的“{byName[row.Name].Name}”相近：{byName[row.Name].Words}；{CodeDifference(row.Code, byName[row.Name].CreditCode)}。");
        return found;
    }

    private static string SameCode(SheetEnterprise row, SimilarEnterprise enterprise) => NameLikeness.Explain(row.Name, enterprise.Name) is { } words
        ? $"信用代码与名录里的“{enterprise.Name}”相同，{words}。"
        : $"信用代码与名录里的“{enterprise.Name}”相同，名称不同：文件里是“{row.Name}”。";

    private static string CodeDifference(string code, string other)
    {
        if (code.Length == 0) return "文件里没有信用代码";
        if (code.Length != other.Length) return $"信用代码不同，名录里是 {other}";
        var places = code.Select((c, i) => (c, i)).Where(p => other[p.i] != p.c).Select(p => (p.i + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        return places.Count <= 4 ? $"信用代码第 {string.Join('、', places)} 位不同，名录里是 {other}" : $"信用代码不同，名录里是 {other}";
    }

    private static RowProblem Ask(SheetEnterprise row, string rule, string title, string reason, params SheetDecision[] choices) =>
        row.Problem(RosterSheet.Decision, rule, title, reason, null, [.. choices.Select(c => c.Word())]);

    private static CheckedGroup Skipped(SheetEnterprise row) =>
        new(row.Key, [Ask(row, Left, "选择了跳过", "这一行不导入。", SheetDecision.Update, SheetDecision.Merge, SheetDecision.Add) with { IsMustFix = false }]) { IsSkipped = true };

    private sealed record Known(SimilarEnterprise Enterprise, bool IsByCode, string Words);
}

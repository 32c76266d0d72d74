using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Imports.Lists;
using HuaihuaPilotZone.Imports.Work;
using HuaihuaPilotZone.Tests.Customs;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ImportsCalls : ServiceCalls
{
    private const string Columns = """["/orderNo","/goods/gcode"]""";

    private static readonly KeptFile _file = new("a.csv", 1, new string('0', StoredFile.HashLength), FileType.Text);

    private static readonly PrefilledDocument _document = new(new CustomsDocument(DocumentSchemas.ExportList), new Dictionary<string, PrefilledValue>());

    private static readonly TablesEdition _edition = new(0, AValidList.Tables, []);

    protected override void Describe()
    {
        DescribeActs();
        DescribeReview();
        DescribeSteps();
        Call<GoodsPaste>(s => s.ReadAsync(new CustomsDocument(DocumentSchemas.ExportList), "1\t2", 0, CancellationToken.None));
        Call<DraftMaker>(s => s.EnsureNumbersAsync(CancellationToken.None));
        Call<DraftMaker>(s => s.KeepAsync(1, Drafts(), _edition, CancellationToken.None));
        CallInTransaction<DraftMaker>(s => s.AddAsync(1, Drafts(), _edition, CancellationToken.None));
    }

    private static List<MadeDraft> Drafts() => [new(DocumentKind.List, _document, new DraftOrigin(null, null, null)), new(DocumentKind.List, _document, new DraftOrigin(null, null, null))];

    private void DescribeActs()
    {
        Call<ImportService>(s => s.AddAsync(1, "lists", "9610", _file, CancellationToken.None), Row());
        foreach (var sort in Enum.GetValues<ImportSort>())
        {
            Call<ImportService>(s => s.ListAsync(1, new ImportFilter("示例", ImportStage.Review, sort, Ascending: true), new PageRequest(2), CancellationToken.None));
            Call<ImportService>(s => s.ListAsync(null, new ImportFilter(null, null, sort), new PageRequest(2), CancellationToken.None));
        }

        foreach (var answers in new[] { null, Batch(ImportStage.Matching), Batch(ImportStage.Review), Batch(ImportStage.Committed) })
        {
            Call<ImportService>(s => s.FindAsync(1, 1, CancellationToken.None), answers);
            Call<ImportService>(s => s.MatchAsync(1, 1, ["/orderNo", "/goods/gcode"], CancellationToken.None), answers);
            Call<ImportService>(s => s.CommitAsync(1, 1, CancellationToken.None), answers);
            Call<ImportService>(s => s.UndoAsync(1, 1, CancellationToken.None), answers);
            Call<ImportService>(s => s.DiscardAsync(null, 1, CancellationToken.None), answers);
            Call<ImportService>(s => s.ReopenAsync(1, 1, CancellationToken.None), answers);
        }

        Call<ImportService>(s => s.ProposeAsync(1, Detail(), CancellationToken.None));
        Call<ImportService>(s => s.ResultsAsync(1, 1, keptOnly: true, new PageRequest(2), CancellationToken.None));
        Call<ImportService>(s => s.ResultsAsync(1, 1, keptOnly: true, new PageRequest(2), CancellationToken.None), Batch(ImportStage.Committed));
        Call<ImportMemory>(s => s.ReadAsync(1, "lists", ["订单号"], CancellationToken.None));
        CallInTransaction<ImportMemory>(s => s.KeepAsync(null, "lists", ["订单号"], ["/orderNo"], CancellationToken.None));
    }

    private void DescribeReview()
    {
        Call<ImportReview>(s => s.KindsAsync(1, 1, CancellationToken.None));
        Call<ImportReview>(s => s.RowsAsync(1, 1, new RowFilter("CODE-001", "/country", RowView.Bad), new PageRequest(2), CancellationToken.None));
        foreach (var view in Enum.GetValues<RowView>()) Call<ImportReview>(s => s.RowsAsync(1, 1, new RowFilter(null, null, view), new PageRequest(2), CancellationToken.None));
        foreach (var answers in new[] { null, Batch(ImportStage.Review) })
        {
            Call<ImportRepairs>(s => s.RepairRowsAsync(1, 1, new Dictionary<int, IReadOnlyDictionary<string, string?>> { [1] = new Dictionary<string, string?> { ["/orderNo"] = "A-2", ["/goods/gcode"] = "1" } }, CancellationToken.None), answers);
            foreach (var repair in new[] { new KindRepair("CODE-001", "/country", null, null), new KindRepair("CODE-001", "/orderNo", "x", "y"), new KindRepair("CODE-001", "/orderNo", "", "y") })
                Call<ImportRepairs>(s => s.RepairKindAsync(1, 1, repair, CancellationToken.None), answers);
        }

        Call<ImportDownloads>(s => s.FailedAsync(Detail(), CancellationToken.None));
    }

    private void DescribeSteps()
    {
        Call<ImportSteps>(s => s.OpenAsync(1, CancellationToken.None));
        Call<ImportSteps>(s => s.MoveAsync(1, ImportStage.Reading, ImportStage.Checking, CancellationToken.None));
        CallInTransaction<ImportSteps>(s => s.AddJobAsync(AtWork(), "imports.check", "核对", new ImportOrder(1), CancellationToken.None));
        foreach (var answers in new[] { null, Batch(ImportStage.Review) })
        {
            Call<ImportSteps>(s => s.NextAsync(AtWork(), ImportGroupState.Good, 10, CancellationToken.None), answers);
            Call<ImportSteps>(s => s.LookAsync(AtWork(), CancellationToken.None), answers);
            CallInTransaction<ImportSteps>(s => s.KeepAsync(AtWork(), [new CheckedGroup("=A-1", [new RowProblem(1, "/orderNo", "x", "CODE-001", true, "示例", "示例", "y")])], CancellationToken.None), answers);
            CallInTransaction<ImportChanges>(s => s.RepairAsync(AtWork(), [], "x", CancellationToken.None), answers);
            CallInTransaction<ImportChanges>(s => s.WriteAsync(AtWork(), [new CellChange(1, "/orderNo", "A-2"), new CellChange(1, "/goods/gcode", "1")], CancellationToken.None), answers);
        }
    }

    private static Answers Batch(ImportStage stage) => Row(
        ("Kind", "lists"), ("Variant", "9610"), ("Stage", stage.ToString()), ("State", nameof(ImportGroupState.Stale)), ("Columns", Columns), ("Places", "[0,1]"),
        ("Top", """{"HeadingRow":1,"Headings":["订单号","HS编码"],"Samples":[]}"""), ("Key", "=A-1"), ("Cells", """["A-1","4202121000"]"""), ("Originals", "{}"), ("Number", 1), ("RowCount", 1));

    private static ImportAtWork AtWork() => new(1, ImportStage.Review, new NoImports(), new ImportContext(1, "9610", "a.csv", 1), ["/orderNo", "/goods/gcode"], 1);

    private static ImportDetail Detail() => new(new ImportBatchRow { Id = 1 }, new NoImports(), new FileTop(1, ["订单号"], []), ["/orderNo", "/goods/gcode"], [0, 1], [], null);
}

using BenchmarkDotNet.Attributes;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>All rules over one list. The target is less than 2 ms for 100 lines on one core.</summary>
[MemoryDiagnoser]
public class PreCheckBenchmarks
{
    private readonly NoLookups _lookups = new(SampleLists.Transmission);
    private ExportList _right = new();
    private ExportList _wrong = new();

    /// <summary>Goods lines of the list.</summary>
    [Params(1, 100, 10_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _right = SampleLists.Of(Lines);
        // more lines than a list may have is the one thing that is wrong with a long one
        if (Findings(_right).FirstOrDefault(f => f.RuleId != "LINES-002") is { } found) throw new InvalidOperationException($"The right list has a finding: {found.RuleId} {found.Reason}");

        // every line wrong in six ways: most of the time goes into the sentences
        _wrong = _right with { Goods = [.. _right.Goods.Select(g => g with { Country = "越南", Unit = "个", Price = "25。5", Qty1 = "9", TotalPrice = "300", Gname = null })] };
    }

    [Benchmark(Baseline = true)]
    public int Right() => Check(_right);

    [Benchmark]
    public int Wrong() => Check(_wrong);

    private int Check(ExportList document) => Findings(document).Count;

    private IReadOnlyList<Finding> Findings(ExportList document) => PreChecker.Run(document, SampleLists.Tables, SampleLists.Today, _lookups).Findings;
}

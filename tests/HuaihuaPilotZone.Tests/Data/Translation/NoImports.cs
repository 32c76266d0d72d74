using HuaihuaPilotZone.Imports;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>A kind of import that takes everything and makes nothing of it.</summary>
internal sealed class NoImports : ImportKind
{
    public override string Name => "nothing";

    public override string Title => "示例";

    public override string ResultWord => "记录";

    public override IReadOnlyList<ImportVariant> Variants { get; } = [new("9610", "示例")];

    public override IReadOnlyList<TargetColumn> Columns { get; } = [new("/orderNo", "编号", [], IsRequired: true), new("/goods/gcode", "编码", [], IsRequired: false)];

    public override string? KeyColumn => "/orderNo";

    public override string? OnceColumn => "/goods/gcode";

    public override string? OnceOf(Func<string, string?> cell) => cell("/goods/gcode");

    public override int MostRows => 100;

    public override IReadOnlyList<string> Landmarks { get; } = ["/orderNo"];

    public override bool IsShared(string column) => column == "/orderNo";

    public override string? Example(string column, string variant) => null;

    public override bool IsNeeded(string column, string variant) => false;

    public override IReadOnlyList<string> Notes(string variant) => [];

    public override Task<ImportReading> ReadingAsync(CancellationToken cancellation) => Task.FromResult(new ImportReading((_, text) => text, null));

    public override Task<IReadOnlyList<CheckedGroup>> CheckAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CheckedGroup>>([.. groups.Select(g => new CheckedGroup(g.Key, []))]);

    public override Task<string?> CommitAsync(ImportContext context, ImportedGroup group, CancellationToken cancellation) => Task.FromResult<string?>("1");

    public override Task<bool> UndoAsync(ImportContext context, string result, CancellationToken cancellation) => Task.FromResult(true);

    public override string AddressOf(string result) => "/";
}

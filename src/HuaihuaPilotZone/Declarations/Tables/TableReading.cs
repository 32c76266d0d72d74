using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Tables;

/// <summary>Which import is to be read.</summary>
public sealed record TableReadingPayload(int ImportId);

/// <summary>Reads the file of a large import in the background.</summary>
internal sealed class TableReading(PortalDbContext db, TablePreview preview) : JobHandler
{
    public const string Kind = "tables.preview";

    public override async Task<JobResult> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var id = run.Payload<TableReadingPayload>().ImportId;
        await run.ReportAsync(0, null, "正在读取文件", null, cancellation);
        await preview.ReadAsync(id, (done, total, token) => run.ReportAsync(done, total, "正在保存预览", null, token), cancellation);
        var import = await db.TableImports.AsNoTracking().SingleAsync(i => i.Id == id, cancellation);
        if (import.State == TableImportState.Unreadable) throw new JobFailedException(import.Message ?? "文件读不了。");
        return new JobResult($"新增 {import.NewCount}、变更 {import.ChangedCount}、终止 {import.EndedCount}，{import.ProblemCount} 行有问题。确认后才生效。", $"/park/tables/imports/{id}");
    }
}

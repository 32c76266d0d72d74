using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>Keeps what comes to the bench.</summary>
public sealed class ImportIntake(FileCabinet cabinet)
{
    private const string Unknown = "这不是可以导入的文件。请上传 Excel 表格（.xlsx、.xls）、CSV 或报文 XML。";

    private static readonly string[] _endings = [".xlsx", ".xls", ".csv", ".txt", ".xml"];

    /// <summary>Keeps a file; of one that names persons by their identity numbers, a copy with these masked and the original nowhere.</summary>
    /// <param name="name">As the sender calls it.</param>
    public async Task<Outcome<KeptFile>> KeepAsync(string name, Stream content, CancellationToken cancellation)
    {
        try
        {
            var kept = await cabinet.KeepMaskedAsync(name, content, MaskedSheet.CopyAsync, cancellation);
            // what else can be kept elsewhere is no help here
            return !kept.IsDone && (kept.Refusals[0].Message == FileInspection.Unknown || !_endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
                ? Outcome.Refused(FileCabinet.Field, Unknown)
                : kept;
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused(FileCabinet.Field, e.Message);
        }
    }
}

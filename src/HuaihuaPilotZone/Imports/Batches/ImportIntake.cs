using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports.Batches;

/// <summary>Keeps what comes to the bench.</summary>
public sealed class ImportIntake(FileCabinet cabinet)
{
    /// <summary>Keeps a file; of one that names persons by their identity numbers, a copy with these masked and the original nowhere.</summary>
    /// <param name="name">As the sender calls it.</param>
    public async Task<Outcome<KeptFile>> KeepAsync(string name, Stream content, CancellationToken cancellation)
    {
        try
        {
            return await cabinet.KeepMaskedAsync(name, content, MaskedSheet.CopyAsync, cancellation);
        }
        catch (UnreadableSheetException e)
        {
            return Outcome.Refused(FileCabinet.Field, e.Message);
        }
    }
}

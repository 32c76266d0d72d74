using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Shared;

public static class UploadedFiles
{
    private const int NameLength = 60;

    /// <summary>Keeps the files of a form; what is wrong with one is said with its name at the field.</summary>
    public static async Task<IReadOnlyList<KeptFile>> KeepAllAsync(this FileCabinet cabinet, IReadOnlyList<IFormFile>? files, ModelStateDictionary state, CancellationToken cancellation)
    {
        var all = new List<KeptFile>();
        foreach (var file in files ?? [])
        {
            await using var content = file.OpenReadStream();
            var kept = await cabinet.KeepAsync(file.FileName, content, cancellation);
            if (kept.IsDone) all.Add(kept.Value);
            else state.Show(kept.Refusals.Select(r => new Refusal(r.Field, $"{Texts.Cut(file.FileName, NameLength)}：{r.Message}")));
        }

        return all;
    }
}

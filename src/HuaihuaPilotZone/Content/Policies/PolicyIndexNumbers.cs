using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Numbers;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>Gives 索引号 such as HHPZ/2026-00001: each once, also when two editors ask at the same moment.</summary>
public sealed class PolicyIndexNumbers(NumberGiver numbers, ChinaTime time, IOptions<PublisherOptions> options)
{
    /// <summary>Makes this year's series ready; call before the transaction that takes a number.</summary>
    /// <returns>What <see cref="NextAsync"/> needs, such as HHPZ/2026.</returns>
    public async Task<string> EnsureSeriesAsync(CancellationToken cancellation)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{options.Value.PublisherCode}/{time.Today.Year}");
        await numbers.EnsureAsync(SeriesOf(stem), cancellation);
        return stem;
    }

    /// <summary>The next number, inside the transaction that saves its document: it is used there or not given at all.</summary>
    public async Task<string> NextAsync(string stem, CancellationToken cancellation)
    {
        var number = await numbers.NextAsync(SeriesOf(stem), cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{stem}-{number:00000}");
    }

    /// <summary>The address of a document's page: HHPZ/2026-00001 becomes hhpz-2026-00001.</summary>
    public static string SlugOf(string indexNumber) => indexNumber.Replace('/', '-').ToLower(CultureInfo.InvariantCulture);

    private static string SeriesOf(string stem) => $"policy {stem}";
}

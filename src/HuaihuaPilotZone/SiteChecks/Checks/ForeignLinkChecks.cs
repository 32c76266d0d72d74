using HuaihuaPilotZone.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.SiteChecks.Checks;

/// <summary>Asks other sites whether the pages are there that our texts lead to: at night only, never for somebody who waits for a page.</summary>
public sealed class ForeignLinkChecks(TextContentChecks texts, ILinkProbe probe, IOptions<SiteCheckOptions> options, ILogger<ForeignLinkChecks> logger)
{
    /// <returns>What did not answer; null where nobody is asked.</returns>
    internal async Task<IReadOnlyList<FoundOnSite>?> LookAsync(CancellationToken cancellation)
    {
        if (!options.Value.ForeignLinks) return null;
        var found = new List<FoundOnSite>();
        foreach (var (uri, text) in await texts.ForeignAsync(options.Value.MostForeignLinks, cancellation))
        {
            var answer = await AskAsync(uri, cancellation);
            if (answer is null) continue;
            var address = uri.AbsoluteUri;
            found.Add(TextContentChecks.Found(
                SiteIndicator.DeadForeignLink, TextContentChecks.KeyOf(text, address), false, $"“{Texts.Cut(text.Title, 80)}”里的外站链接“{Texts.Cut(address, 120)}”打不开：{answer}", text.Address));
        }

        return found;
    }

    /// <returns>What is wrong; null where the page is there, or only wants a sign-in or fewer questions.</returns>
    private async Task<string?> AskAsync(Uri uri, CancellationToken cancellation)
    {
        try
        {
            return await probe.AskAsync(uri, cancellation) is var status && status is >= 400 and not (401 or 403 or 405 or 429)
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"对方回答 {status}。")
                : null;
        }
        catch (HttpRequestException e)
        {
            logger.LogInformation(e, "A linked site could not be asked");
            return "连不上，或地址属于内网。";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "没有在规定时间内回答。";
        }
    }
}

using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HuaihuaPilotZone.Web.Public.Tracking;

/// <summary>Where consignments are, for whoever knows one of their numbers. Never kept by anybody: what it shows changes with every report.</summary>
public sealed class TrackingController(TrackingLookup lookup, TrackingStreams streams) : Controller
{
    [HttpGet("/tracking")]
    [NotForIndexesWhenAsked]
    [EnableRateLimiting(RateLimits.Tracking)]
    public async Task<IActionResult> Index(string? numbers, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "private, no-store";
        var typed = TrackingLookup.Split(numbers);
        return View(new TrackingPage(numbers, typed.Count, await lookup.FindAsync(typed, cancellation)));
    }

    /// <summary>Says "changed" whenever something was reported of what the page shows (server-sent events).</summary>
    [HttpGet("/tracking/stream")]
    [EnableRateLimiting(RateLimits.Tracking)]
    public async Task<IActionResult> Stream(string? numbers, CancellationToken cancellation)
    {
        var found = await lookup.FindAsync(TrackingLookup.Split(numbers), cancellation);
        List<int> ids = [.. found.SelectMany(n => n.Tracks).Select(t => t.Id).Distinct()];
        return await streams.AnswerAsync(Response, ids, cancellation);
    }
}

/// <summary>The page.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Count">How many numbers were typed; more than are looked up is said.</param>
public sealed record TrackingPage(string? Typed, int Count, IReadOnlyList<TrackedNumber> Found)
{
    public bool IsCut => Count > TrackingLookup.MostNumbers;

    public bool IsAsked => Count > 0;

    public bool HasTracks => Found.Any(f => f.Tracks.Count > 0);

    /// <summary>Where the browser waits for news.</summary>
    public string StreamAddress => $"/tracking/stream?numbers={Uri.EscapeDataString(string.Join(' ', Found.Where(f => f.Tracks.Count > 0).Select(f => f.Typed)))}";
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Tests.Consignments;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Running;

/// <summary>A real process that is asked to stop while it is busy: who was let in is answered, who comes later is sent elsewhere, and nothing is left lying.</summary>
public sealed class StoppingInOrderTests
{
    // Kestrel cuts off a body of fewer than 240 bytes a second after five seconds
    private static readonly string _slowBody = string.Concat(Enumerable.Repeat("no customs message at all, but slowly and at length; ", 150));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restart_under_load_fails_no_request_that_was_accepted()
    {
        using var ground = new SharedGround();
        var consignment = "";
        await ground.PrepareAsync(async portal => consignment = await portal.HasConsignmentAsync());
        await using var portal = await RunningPortal.StartAsync(ground, "stopping", ("Shutdown:ReadinessSeconds", "5"), ("Shutdown:DrainSeconds", "20"));
        await AddJobsAsync(ground, 20);
        var balancer = new Balancer(portal);
        var load = balancer.LoadAsync();
        var live = await BeginLiveViewAsync(portal, consignment);
        await balancer.IsUnderWayAsync();
        var slow = SlowRequestAsync(portal, TimeSpan.FromSeconds(8));

        await portal.TerminateAsync();
        var turned = await balancer.TurnedAsync();

        Assert.True(turned < TimeSpan.FromSeconds(4), $"The readiness turned after {turned}.");
        Assert.True(balancer.WasAliveWhileNotReady, "The portal did not answer any more when it said that it is not ready.");
        Assert.Equal("HTTP/1.1 400 Bad Request", await slow);
        Assert.True(await live.WaitAsync(TimeSpan.FromSeconds(10), Cancellation), "The live view was cut off.");
        await load;
        Assert.Empty(balancer.Failures);
        Assert.True(balancer.Answered > Balancer.Enough, $"Only {balancer.Answered} requests were answered.");
        Assert.True(await portal.HasExitedAsync(TimeSpan.FromSeconds(20)), "The portal did not stop.");
        Assert.Equal(0, portal.ExitCode);
        Assert.False(await ground.WithDatabaseAsync(db => db.Jobs.AnyAsync(j => j.State == JobState.Running || j.Lease != null, Cancellation)), "A job was left with its lease.");
        var process = string.Create(CultureInfo.InvariantCulture, $"/{portal.ProcessId}");
        var instance = await ground.WithDatabaseAsync(db => db.PortalInstances.SingleAsync(i => i.Name.EndsWith(process), Cancellation));
        Assert.NotNull(instance.StoppedAt);
    }

    /// <summary>Sends a request whose body comes slowly, so that it is still coming when the server closes its doors.</summary>
    /// <returns>The first line of the answer.</returns>
    private static async Task<string> SlowRequestAsync(RunningPortal portal, TimeSpan takes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(portal.Root.Host, portal.Root.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/pre-check HTTP/1.1\r\nHost: {portal.Root.Authority}\r\nContent-Length: {_slowBody.Length}\r\n\r\n"), Cancellation);
        const int pieces = 80;
        foreach (var piece in _slowBody.Chunk((_slowBody.Length + pieces - 1) / pieces))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(piece), Cancellation);
            await stream.FlushAsync(Cancellation);
            await Task.Delay(takes / pieces, Cancellation);
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(Cancellation) ?? "";
    }

    /// <summary>Opens a live view, and reads on from then until it ends.</summary>
    private static async Task<Task<bool>> BeginLiveViewAsync(RunningPortal portal, string consignment)
    {
        var answer = await portal.Visit().Client.GetAsync(new Uri($"/tracking/stream?numbers={consignment}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ReadToEndAsync(answer);
    }

    /// <returns>Whether the view came to its end instead of breaking.</returns>
    private static async Task<bool> ReadToEndAsync(HttpResponseMessage answer)
    {
        using var owned = answer;
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation), Encoding.UTF8);
        var said = await reader.ReadToEndAsync(Cancellation);
        return said.StartsWith("retry: 5000", StringComparison.Ordinal);
    }

    private static Task<int> AddJobsAsync(SharedGround ground, int count) => ground.WithDatabaseAsync(db =>
    {
        db.Jobs.AddRange(Enumerable.Range(1, count).Select(i => new Job
        {
            Kind = "search.rebuild",
            Title = $"示例任务 {i}",
            Payload = "{}",
            OwnerName = "示例",
            CreatedAt = DateTime.UtcNow,
            DueAt = DateTime.UtcNow,
        }));
        return db.SaveChangesAsync(Cancellation);
    });

    /// <summary>Sends requests as long as the instance says that it is ready, and none afterwards.</summary>
    private sealed class Balancer(RunningPortal portal)
    {
        public const int Enough = 20;

        private static readonly string[] _addresses = ["/", "/news", "/policies", "/codes?q=610910", "/account/login"];

        private readonly TaskCompletionSource<TimeSpan> _turned = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long _started = Stopwatch.GetTimestamp();
        private long _terminatedAt;
        private volatile bool _isReady = true;
        private int _answered;

        public ConcurrentBag<string> Failures { get; } = [];

        public int Answered => _answered;

        public bool WasAliveWhileNotReady { get; private set; }

        public Task LoadAsync() => Task.WhenAll([LookAsync(), .. Enumerable.Range(0, 4).Select(SendAsync)]);

        /// <summary>A fresh process compiles every page at its first visit.</summary>
        public async Task IsUnderWayAsync()
        {
            while (Volatile.Read(ref _answered) <= Enough) await Task.Delay(50, Cancellation);
        }

        /// <returns>How long it took until the instance said that it is not ready.</returns>
        public async Task<TimeSpan> TurnedAsync()
        {
            _terminatedAt = Stopwatch.GetTimestamp();
            return await _turned.Task.WaitAsync(TimeSpan.FromSeconds(15), Cancellation);
        }

        private async Task LookAsync()
        {
            using var client = new HttpClient { BaseAddress = portal.Root };
            while (_isReady)
            {
                using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
                if (ready.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    _isReady = false;
                    using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
                    WasAliveWhileNotReady = live.IsSuccessStatusCode && ready.Headers.ConnectionClose == true;
                    _turned.SetResult(Stopwatch.GetElapsedTime(_terminatedAt == 0 ? _started : _terminatedAt));
                    return;
                }

                await Task.Delay(50, Cancellation);
            }
        }

        private async Task SendAsync(int number)
        {
            using var client = new HttpClient { BaseAddress = portal.Root };
            for (var i = number; _isReady; i++)
            {
                var address = _addresses[i % _addresses.Length];
                try
                {
                    using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
                    if (answer.IsSuccessStatusCode) Interlocked.Increment(ref _answered);
                    else Failures.Add($"{address}: {(int)answer.StatusCode}");
                }
                catch (HttpRequestException e)
                {
                    Failures.Add($"{address}: {e.Message}");
                }
            }
        }
    }
}

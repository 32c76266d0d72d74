using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HuaihuaPilotZone.Messages;

/// <summary>
/// Delivers mail in the background, in order. A delivery that fails is tried again, then given up with an error in the log
/// (without address or content); whoever needs the link can ask for a new one, and staff see invitation links on the page.
/// </summary>
public sealed class MailDelivery(IMailTransport transport, TimeProvider clock, ILogger<MailDelivery> logger) : BackgroundService, IMailSender
{
    private const int MostWaiting = 1000;

    private static readonly TimeSpan[] _pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly Channel<Mail> _waiting = Channel.CreateBounded<Mail>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public Task SendAsync(Mail mail, CancellationToken cancellation) => _waiting.Writer.WriteAsync(mail, cancellation).AsTask();

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // what was accepted is still delivered while the host waits for us
        _waiting.Writer.TryComplete();
        return ExecuteTask is { } running ? Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken)) : Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _waiting.Reader.ReadAllAsync(stoppingToken)) await DeliverAsync(mail, stoppingToken);
    }

    private async Task DeliverAsync(Mail mail, CancellationToken stopping)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await transport.DeliverAsync(mail, stopping);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (attempt == _pauses.Length)
                {
                    logger.LogError(e, "A mail could not be delivered and was given up after {Attempts} attempts", attempt + 1);
                    return;
                }
                await Task.Delay(_pauses[attempt], clock, stopping);
            }
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Webhooks;

/// <summary>Rings when an event was added.</summary>
public sealed class WebhookBell : Bell;

/// <summary>The one way of telling enterprises' systems: events are added beside the change they tell of, the caller saves both or neither.</summary>
public sealed class WebhookOutbox(PortalDbContext db, WebhookBell bell, ChinaTime time) : IDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private bool _hasEvents;

    /// <summary>Adds an event for every open address of the enterprise that wants this kind.</summary>
    /// <param name="subject">Number of the declaration.</param>
    /// <param name="data">What happened; becomes the data of the event, camelCase.</param>
    public async Task AddAsync(int enterpriseId, WebhookEvent what, string subject, object data, CancellationToken cancellation)
    {
        var open = db.Webhooks.Where(w => w.EnterpriseId == enterpriseId && w.RemovedAt == null && w.DisabledAt == null);
        open = what switch
        {
            WebhookEvent.DeclarationState => open.Where(w => w.SendsStates),
            WebhookEvent.Receipt => open.Where(w => w.SendsReceipts),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
        foreach (var id in await open.OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(cancellation)) Add(id, what, subject, data);
    }

    internal void Add(int webhookId, WebhookEvent what, string subject, object data)
    {
        var (now, id) = (time.UtcNow, Guid.NewGuid().ToString("N"));
        db.WebhookDeliveries.Add(new WebhookDelivery
        {
            WebhookId = webhookId,
            EventId = id,
            Event = what,
            Subject = subject,
            Body = JsonSerializer.Serialize(new { id, @event = what.Name(), at = now, data }, _json),
            CreatedAt = now,
            DueAt = now,
        });
        _hasEvents = true;
    }

    /// <summary>The scope ends after its transaction: what was added may be fetched now.</summary>
    public void Dispose()
    {
        if (_hasEvents) bell.Ring();
    }
}

using HuaihuaPilotZone.ServiceHall;

namespace HuaihuaPilotZone.Web.Public.ServiceHall;

/// <summary>What the address of the service list says; what cannot be read in it is left out.</summary>
public sealed class ServiceQuery
{
    public string? Q { get; set; }

    public ServiceAudience? Audience { get; set; }

    public ServiceStage? Stage { get; set; }

    public int? Page { get; set; }

    public ServiceFilter ToFilter() => new(Q, Audience, Stage);
}

/// <summary>The service list.</summary>
public sealed record ServiceListPage(ServiceQuery Query, ServiceListAnswer Answer);

/// <summary>One service.</summary>
/// <param name="HallContact">The configured contact, which holds where the service names none.</param>
/// <param name="IsPreview">True where an editor looks at a page that the public may not see.</param>
public sealed record ServicePage(ServiceItem Item, string? HallContact, bool IsPreview)
{
    /// <summary>Whom to ask; null where that is still to be filled in.</summary>
    public string? Contact => Item.Contact ?? HallContact;

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A step's name and what is done in it, where a colon parts them.</summary>
    public static (string Name, string? Text) Step(string line) => line.IndexOf('：', StringComparison.Ordinal) is > 0 and <= 12 and var at ? (line[..at], line[(at + 1)..]) : (line, null);
}

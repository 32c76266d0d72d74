namespace HuaihuaPilotZone.PublicPages;

/// <summary>Which public pages a record is shown on. A room's folder is its namespace, so a new class of a room needs no line here.</summary>
internal static class PublicTopics
{
    private static readonly (string Room, PublicTopic[] Topics)[] _rooms =
    [
        ("HuaihuaPilotZone.Content.News", [PublicTopic.News]),
        ("HuaihuaPilotZone.Content.Policies", [PublicTopic.Policies]),
        ("HuaihuaPilotZone.Content", [PublicTopic.News, PublicTopic.Policies]),
        ("HuaihuaPilotZone.Corridors.Bookings", []),
        ("HuaihuaPilotZone.Corridors", [PublicTopic.Corridors]),
        ("HuaihuaPilotZone.Figures", [PublicTopic.Figures]),
        ("HuaihuaPilotZone.PolicyMatching", [PublicTopic.Policies]),
        ("HuaihuaPilotZone.ServiceHall", [PublicTopic.Services]),
        ("HuaihuaPilotZone.WorkingDays", [PublicTopic.Services]),
        ("HuaihuaPilotZone.Letters", [PublicTopic.Letters]),
        ("HuaihuaPilotZone.Enterprises.Showcase", [PublicTopic.Enterprises]),
        ("HuaihuaPilotZone.Parks.Tickets", []),
        ("HuaihuaPilotZone.Parks", [PublicTopic.Parks]),
        ("HuaihuaPilotZone.Investment.Opportunities", [PublicTopic.Investment]),
        ("HuaihuaPilotZone.Investment.Costs", [PublicTopic.Investment]),
        ("HuaihuaPilotZone.Chains", [PublicTopic.Chains]),
        ("HuaihuaPilotZone.Search", [PublicTopic.Search]),
        ("HuaihuaPilotZone.Risks.Telling", []),
        ("HuaihuaPilotZone.Risks", [PublicTopic.Corridors]),
    ];

    /// <returns>Empty for what no kept page shows.</returns>
    public static ReadOnlySpan<PublicTopic> Of(Type entity)
    {
        // the roster with its areas and tags; the rooms inside it (vault, applications) are never public
        if (entity.Namespace == typeof(Enterprises.Enterprise).Namespace) return [PublicTopic.Enterprises];
        foreach (var (room, topics) in _rooms)
        {
            if (entity.Namespace is { } name && name.StartsWith(room, StringComparison.Ordinal)) return topics;
        }

        return [];
    }
}

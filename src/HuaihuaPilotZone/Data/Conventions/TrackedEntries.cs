using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace HuaihuaPilotZone.Data.Conventions;

/// <summary>
/// What is tracked, as the last look at it left it. A save looks at every value of every record when it begins and before it writes; whoever only
/// wants to know between the two what is there need not look again, which for hundreds of new rows costs as much as some of their statements.
/// </summary>
internal static class TrackedEntries
{
    /// <summary>The records of a save that has begun, with the states that it found.</summary>
    public static List<EntityEntry> Seen(this ChangeTracker tracker) => WithoutLooking(tracker, () => tracker.Entries().ToList());

    /// <inheritdoc cref="Seen(ChangeTracker)"/>
    public static List<EntityEntry<T>> Seen<T>(this ChangeTracker tracker)
        where T : class => WithoutLooking(tracker, () => tracker.Entries<T>().ToList());

    private static T WithoutLooking<T>(ChangeTracker tracker, Func<T> read)
    {
        var looks = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return read();
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = looks;
        }
    }
}

using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Journal.Seals;

/// <summary>Section "Journal": how the journal is sealed.</summary>
public sealed class JournalOptions
{
    /// <summary>
    /// Minutes that a line must be old before it is sealed. Longer than any transaction lasts, so that lines whose ids were taken earlier have
    /// come to light by then.
    /// </summary>
    [Range(1, 24 * 60)]
    public int SettleMinutes { get; set; } = 10;

    /// <summary>Hours after the sealing of a block during which a line that belongs into its range may still come to light and is sealed late. Afterwards it counts as slipped in.</summary>
    [Range(1, 24 * 7)]
    public int LateHours { get; set; } = 24;

    /// <summary>Lines that one block holds at most.</summary>
    [Range(1, 5000)]
    public int LinesPerSeal { get; set; } = 1000;
}

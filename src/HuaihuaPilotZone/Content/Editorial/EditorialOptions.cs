namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>Section "Editorial".</summary>
public sealed class EditorialOptions
{
    public const string Section = "Editorial";

    /// <summary>Which steps of a text have to be done by different people.</summary>
    public SeparateDuties SeparateDuties { get; set; } = SeparateDuties.None;
}

/// <summary>Who may not do two steps of one text.</summary>
public enum SeparateDuties
{
    /// <summary>One person may do all steps, and publish without a review.</summary>
    None,

    /// <summary>Nothing is published before somebody has reviewed it who did not write it.</summary>
    Reviewer,

    /// <summary>As well, whoever publishes has neither written nor reviewed it.</summary>
    Everyone,
}

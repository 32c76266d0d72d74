using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Section "Declarations".</summary>
public sealed class DeclarationOptions
{
    /// <summary>On: the park looks before a document is handed over. Off: a document without 必须修改 passes at once, 未经园区核对.</summary>
    public bool ReviewBeforeHandover { get; set; } = true;

    /// <summary>Hours without an answer after which the enterprise may hand over unreviewed.</summary>
    [Range(1, 720)]
    public int ReviewHours { get; set; } = 24;
}

/// <summary>Section "Zone:PilotZoneApproval". Empty by default: the portal claims no approval that nobody has entered.</summary>
public sealed class ZoneApprovalOptions
{
    /// <summary>文号; empty = no approval.</summary>
    public string? Number { get; set; }

    public DateOnly? Date { get; set; }

    public string? Link { get; set; }
}

using System.ComponentModel.DataAnnotations;
using HuaihuaPilotZone.Customs.PreCheck;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Section "Declarations".</summary>
public sealed class DeclarationOptions
{
    /// <summary>On: the park looks before a document is handed over. Off: a document without 必须修改 passes at once, 未经园区核对.</summary>
    public bool ReviewBeforeHandover { get; set; } = true;

    /// <summary>Hours without an answer after which the enterprise may hand over unreviewed.</summary>
    [Range(1, 720)]
    public int ReviewHours { get; set; } = 24;

    /// <summary>Among how many of the documents that changed last a reviewer's word is looked for; a whole number is found among all.</summary>
    [Range(1, 1_000_000)]
    public int MostSearched { get; set; } = 20_000;
}

/// <summary>Section "Zone:PilotZoneApproval". Empty by default: the portal claims no approval that nobody has entered.</summary>
public sealed class ZoneApprovalOptions
{
    /// <summary>文号; empty = no approval.</summary>
    public string? Number { get; set; }

    public DateOnly? Date { get; set; }

    public string? Link { get; set; }
}

/// <summary>Section "PreCheck:Tolerances": how far numbers that belong together may differ. A change gives the tables' snapshot another name.</summary>
public sealed class ToleranceOptions
{
    /// <summary>Difference of an amount, in its currency.</summary>
    [Range(0, 100)]
    public decimal Amount { get; set; } = Tolerances.Default.Amount;

    /// <summary>Share of the net weight by which statutory kilograms may differ from it, 0 to 1.</summary>
    [Range(0, 1)]
    public decimal KilogramShare { get; set; } = Tolerances.Default.KilogramShare;

    /// <summary>Kilograms by which the two may differ in any case.</summary>
    [Range(0, 100)]
    public decimal KilogramLeast { get; set; } = Tolerances.Default.KilogramLeast;

    internal Tolerances Read() => new(Amount, KilogramShare, KilogramLeast);
}

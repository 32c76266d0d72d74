using HuaihuaPilotZone.Enterprises;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Enterprises;

/// <summary>What the address of the directory says: conditions and part of the list.</summary>
public sealed class DirectoryAddress
{
    /// <summary>The word searched for.</summary>
    [FromQuery(Name = "q")]
    public string? Word { get; set; }

    public EnterpriseType? Type { get; set; }

    public EnterpriseStage? Stage { get; set; }

    public int? District { get; set; }

    public int? Tag { get; set; }

    public TargetMarket? Market { get; set; }

    public int? Page { get; set; }

    /// <summary>Go on behind this enterprise.</summary>
    public int? After { get; set; }

    /// <summary>Go back before this enterprise.</summary>
    public int? Before { get; set; }

    public DirectoryQuery ToQuery() => new(Word, Type, District, Tag)
    {
        Stage = Stage,
        Market = Market,
    };

    public RosterPlace ToPlace() => new(Page ?? 1, After, Before);
}

/// <summary>The directory as the page shows it.</summary>
public sealed record DirectoryPage(DirectoryAddress Address, DirectoryList List)
{
    /// <summary>The zone as a whole, on the directory as one comes to it.</summary>
    public ZoneCounts? Zone { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Address is not { Type: null, Stage: null, District: null, Tag: null, Market: null } || !string.IsNullOrWhiteSpace(Address.Word);

    /// <summary>Whether this is the directory as one comes to it.</summary>
    public bool IsStart => !IsNarrowed && List.IsNumbered && List.Place.Page == 1;
}

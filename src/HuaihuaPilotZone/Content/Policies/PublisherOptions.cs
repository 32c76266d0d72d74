using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Content.Policies;

/// <summary>Section "Portal".</summary>
public sealed class PublisherOptions
{
    public const string Section = "Portal";

    /// <summary>发布单位代码: the first part of new index numbers. Numbers already given keep theirs.</summary>
    [RegularExpression("^[A-Z0-9]{2,12}$", ErrorMessage = "Portal:PublisherCode has 2 to 12 capital letters or digits.")]
    public string PublisherCode { get; set; } = "HHPZ";
}

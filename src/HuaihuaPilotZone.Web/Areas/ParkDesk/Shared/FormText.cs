namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>What browsers send, brought to the form in which texts are kept.</summary>
public static class FormText
{
    /// <summary>Without blanks at the ends, with one kind of line end; null for nothing.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}

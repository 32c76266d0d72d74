using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>The second of two people keeps what they typed, sees what the first one saved, and may save over it knowingly.</summary>
public static class StaleForm
{
    /// <summary>Moves the sentence about the conflict to the head of the form and makes the form carry the saved version.</summary>
    /// <returns>Whether there was a conflict.</returns>
    public static bool Renew(ModelStateDictionary state)
    {
        if (state.GetValueOrDefault(nameof(IVersioned.Version))?.Errors is not { Count: > 0 } errors) return false;
        var sentence = errors[0].ErrorMessage;
        state.Remove(nameof(IVersioned.Version));
        state.AddModelError("", sentence);
        return true;
    }
}

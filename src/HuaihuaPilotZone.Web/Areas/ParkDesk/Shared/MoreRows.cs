using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>Forms with rows work without scripts: a button sends the form to get one more row, with everything that was typed.</summary>
public static class MoreRows
{
    /// <summary>Nothing was asked for but a row: no sentence stands against anything, and what was typed stays as it was typed.</summary>
    public static void Forgive(this ModelStateDictionary state)
    {
        foreach (var entry in state.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }
}

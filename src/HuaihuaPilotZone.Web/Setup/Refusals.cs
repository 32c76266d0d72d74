using HuaihuaPilotZone.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HuaihuaPilotZone.Web.Setup;

public static class Refusals
{
    /// <summary>Puts what a service refused beside the fields it names, where a validator's messages stand too.</summary>
    public static void Show(this ModelStateDictionary state, IEnumerable<Refusal> refusals)
    {
        foreach (var refusal in refusals) state.AddModelError(refusal.Field, refusal.Message);
    }
}

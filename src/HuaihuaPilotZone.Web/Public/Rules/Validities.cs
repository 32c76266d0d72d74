using System.Globalization;
using HuaihuaPilotZone.Customs.PreCheck;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Public.Rules;

/// <summary>Says from when and until when what a rule rests on is in force.</summary>
public static class Validities
{
    public static string Say(IStringLocalizer<RulesText> words, Basis basis) => (basis.ValidFrom, basis.ValidTo) switch
    {
        ({ } from, { } until) => words["Valid.Between", Day(from), Day(until)],
        ({ } from, null) => words["Valid.From", Day(from)],
        (null, { } until) => words["Valid.Until", Day(until)],
        _ => words["Unlimited"],
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

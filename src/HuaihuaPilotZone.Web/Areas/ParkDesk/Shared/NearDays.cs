using FluentValidation;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

/// <summary>Days of forms that are neither a slip of the keyboard nor out of what a database holds.</summary>
internal static class NearDays
{
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    /// <param name="name">What the field is called.</param>
    public static IRuleBuilderOptions<T, DateOnly?> IsNear<T>(this IRuleBuilder<T, DateOnly?> rule, string name) =>
        rule.Must(d => d is not { Year: < FirstYear or > LastYear }).WithMessage($"{name}应在 {FirstYear} 至 {LastYear} 年之间。");
}

using FluentValidation;
using FluentValidation.Results;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.TrainServices;

public sealed class ServiceFormValidator : AbstractValidator<ServiceForm>
{
    private const int MostHours = 720;

    public ServiceFormValidator()
    {
        RuleFor(f => f.Code).NotEmpty().WithMessage("请填写班次代码，如 ZL01。").When(f => f.Version == 0);
        RuleFor(f => f.Name).NotEmpty().WithMessage("请填写名称。").MaximumLength(ScheduledService.NameMaxLength).WithMessage("名称最多 {MaxLength} 个字。");
        RuleFor(f => f.EnglishName).NotEmpty().WithMessage("请填写英文名称。").MaximumLength(ScheduledService.EnglishNameMaxLength).WithMessage("英文名称最多 {MaxLength} 个字符。");
        RuleFor(f => f.Carrier).MaximumLength(ScheduledService.CarrierMaxLength).WithMessage("承运方最多 {MaxLength} 个字。");
        RuleFor(f => f.LeavesAt).NotNull().WithMessage("请填写始发站开车时间。");
        RuleFor(f => f.CutOffHours).NotNull().WithMessage("请填写截单时间：开车前多少小时。").InclusiveBetween(0, MostHours).WithMessage("截单应为开车前 0 至 720 小时。");
        RuleFor(f => f.Capacity).NotNull().WithMessage("请填写舱位。");
        RuleFor(f => f.From).NotNull().WithMessage("请填写首日。").IsNear("首日");
        RuleFor(f => f.Until).IsNear("末日");
        RuleFor(f => f.LowestTemperature).Must(IsTemperature).WithMessage("温度应为 -99.9 至 99.9，最多一位小数。");
        RuleFor(f => f.HighestTemperature).Must(IsTemperature).WithMessage("温度应为 -99.9 至 99.9，最多一位小数。");
        RuleFor(f => f.Source).NotEmpty().WithMessage("请写明来源，没有来源的班次不能保存。").MaximumLength(ScheduledService.SourceMaxLength).WithMessage("来源最多 {MaxLength} 个字。");
        RuleFor(f => f.SourceStatus).NotNull().WithMessage("请选择来源性质。").IsInEnum().WithMessage("没有这种来源性质，请重新选择。");
        RuleFor(f => f.Stops).Custom((stops, context) =>
        {
            foreach (var (field, message) in Problems(stops)) context.AddFailure(new ValidationFailure(field, message));
        });
        RuleFor(f => f.PriceSource).MaximumLength(ScheduledService.SourceMaxLength).WithMessage("运价来源最多 {MaxLength} 个字。");
        RuleFor(f => f.Since).IsNear("起始日");
        RuleFor(f => f.PriceStatus).IsInEnum().WithMessage("没有这种性质，请重新选择。");
    }

    private static IEnumerable<(string Field, string Message)> Problems(List<StopForm> stops)
    {
        var first = stops.FindIndex(s => s.NodeId is not null);
        if (first < 0)
        {
            yield return (nameof(ServiceForm.Stops), "请选择始发站和到达站。");
            yield break;
        }
        for (var i = first + 1; i < stops.Count; i++)
        {
            var stop = stops[i];
            if (stop.NodeId is null) continue;
            string At(string field) => $"{nameof(ServiceForm.Stops)}[{i}].{field}";
            if (stop.Mode is null || !Enum.IsDefined(stop.Mode.Value)) yield return (At(nameof(stop.Mode)), $"第 {i + 1} 站：请选择从上一站到这里的方式。");
            if (stop.ArrivesDay is not (>= 1 and <= StopTimes.MostDays + 1)) yield return (At(nameof(stop.ArrivesDay)), $"第 {i + 1} 站：到达日应为第 1 至 {StopTimes.MostDays + 1} 天。");
            if (stop.ArrivesTime is null) yield return (At(nameof(stop.ArrivesTime)), $"第 {i + 1} 站：请填写到达时间。");
            if (stop.LeavesDay is < 1 or > StopTimes.MostDays + 1) yield return (At(nameof(stop.LeavesDay)), $"第 {i + 1} 站：开车日应为第 1 至 {StopTimes.MostDays + 1} 天。");
            if (stop.LeavesDay is not null && stop.LeavesTime is null) yield return (At(nameof(stop.LeavesTime)), $"第 {i + 1} 站：填了开车日，请写明开车时间。");
            if (stop.Yuan is { } yuan && decimal.Round(yuan, 2) != yuan) yield return (At(nameof(stop.Yuan)), $"第 {i + 1} 站：运价最多写两位小数。");
        }
    }

    private static bool IsTemperature(decimal? degrees) => degrees is not { } d || (Math.Abs(d) < 100m && decimal.Round(d, 1) == d);
}

public sealed class NextServiceFormValidator : AbstractValidator<NextServiceForm>
{
    public NextServiceFormValidator()
    {
        RuleFor(f => f.NextFrom).NotNull().WithMessage("请填写新班期从哪一天开始。").IsNear("新班期首日");
        RuleFor(f => f.NextCode).NotEmpty().WithMessage("请填写新班次代码，如 ZL02。");
    }
}

public sealed class SuspendFormValidator : AbstractValidator<SuspendForm>
{
    public SuspendFormValidator()
    {
        RuleFor(f => f.SuspendedFrom).NotNull().WithMessage("请填写从哪一天起停运。");
        RuleFor(f => f.SuspensionReason).NotEmpty().WithMessage("请写明停运原因，公众会看到。").MaximumLength(ScheduledService.ReasonMaxLength).WithMessage("停运原因最多 {MaxLength} 个字。");
    }
}

using System.ComponentModel.DataAnnotations;
using FluentValidation;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Enterprises.Finding;
using HuaihuaPilotZone.Enterprises.Views;
using HuaihuaPilotZone.Imports.Sheets;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Setup.SignIns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.Enterprises;

/// <summary>What the grid of the roster does besides showing: one cell, saved views, files.</summary>
[Area(Policies.ParkDesk)]
public sealed class GridController(RosterCells cells, RosterViews views, RosterExport export, RosterRecount recount, IAuthorizationService doors) : Controller
{
    /// <summary>Changes one field. 200 with the cell as it is now, 409 with the other person's value, 422 with what stands against it.</summary>
    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/{id:int}/cell")]
    public async Task<IActionResult> Cell(int id, CellForm form, CancellationToken cancellation)
    {
        if (await cells.RowAsync(id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return UnprocessableEntity(new CellRefusal(ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).First()));
        var edited = await cells.ChangeAsync(id, new CellChange(form.Version, form.Field!.Value, form.Was, form.Value), cancellation);
        if (edited.Conflict is { Values: [var value, ..] } conflict) return Conflict(new CellConflict(conflict.CurrentVersion, conflict.ChangedBy ?? "他人", value.Theirs ?? "（空）", value.Mine ?? "（空）"));
        if (!edited.IsDone) return UnprocessableEntity(new CellRefusal(edited.Outcome.Refusals.Select(r => r.Message).FirstOrDefault() ?? "这一行刚被他人修改，请刷新后再改。"));
        var row = (await cells.RowAsync(id, cancellation))!;
        return Ok(new CellAnswer(row.Version, RosterCells.ValueOf(row, form.Field.Value) ?? "", GridText.Of(row, form.Field.Value), row.Completeness));
    }

    [Authorize(Policies.ReadRoster)]
    [HttpPost("/park/enterprises/views")]
    public async Task<IActionResult> SaveView(ViewForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return Say(ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).First(), isBad: true, form.Address);
        var outcome = await views.SaveAsync(form.Name, form.Address, form.IsShared, cancellation);
        return outcome.IsDone ? Say($"视图“{form.Name}”已保存。", isBad: false, $"{form.Address}&view={outcome.Value}") : Say(outcome.Refusals[0].Message, isBad: true, form.Address);
    }

    [Authorize(Policies.ReadRoster)]
    [HttpPost("/park/enterprises/views/{id:int}/delete")]
    public async Task<IActionResult> DeleteView(int id, CancellationToken cancellation)
    {
        var outcome = await views.DeleteAsync(id, cancellation);
        if (outcome.IsMissing) return NotFound();
        return Say(outcome.IsDone ? "视图已删除。" : outcome.Refusals[0].Message, !outcome.IsDone, query: null);
    }

    /// <summary>A file of exactly what the address finds, or of the chosen enterprises.</summary>
    [StepUp(For = Policies.KeepRoster, SendsFile = true)]
    [Authorize(Policies.ReadRoster)]
    [HttpPost("/park/enterprises/export")]
    public async Task Export([FromQuery] RosterAddress address, [FromForm] string? format, [FromForm] List<int> ids, CancellationToken cancellation)
    {
        var mayPersonal = (await doors.AuthorizeAsync(User, Policies.KeepRoster)).Succeeded;
        var isCsv = format == "csv";
        Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Response.Headers.ContentDisposition = $"attachment; filename=\"enterprises.{(isCsv ? "csv" : "xlsx")}\"";
        var rows = export.RowsAsync(address.ToQuery(), ids, address.Cols, mayPersonal, isCsv ? "CSV" : "XLSX", cancellation);
        if (isCsv) await SheetWriter.WriteCsvAsync(Response.Body, rows, cancellation);
        else await SheetWriter.WriteAsync(Response.BodyWriter.AsStream(), "企业名录", rows, cancellation);
    }

    /// <summary>Counts the roster anew in the background.</summary>
    [Authorize(Policies.KeepRoster)]
    [HttpPost("/park/enterprises/recount")]
    public async Task<IActionResult> Recount(CancellationToken cancellation)
    {
        TempData["Notice"] = "正在后台重算名录计数，结束后会有消息。";
        return Redirect($"/park/jobs/{await recount.StartAsync(cancellation)}");
    }

    private RedirectResult Say(string notice, bool isBad, string? query)
    {
        TempData["Notice"] = notice;
        if (isBad) TempData["NoticeTone"] = "bad";
        return Redirect($"/park/enterprises?{query}".TrimEnd('?'));
    }
}

/// <summary>A changed cell as the grid sends it.</summary>
public sealed class CellForm
{
    public int Version { get; set; }

    public RosterField? Field { get; set; }

    public string? Was { get; set; }

    [Display(Name = "值")]
    public string? Value { get; set; }
}

public sealed class CellFormValidator : AbstractValidator<CellForm>
{
    public CellFormValidator()
    {
        RuleFor(f => f.Field).NotNull().WithMessage("这一列不能在表格中修改。").IsInEnum().WithMessage("这一列不能在表格中修改。");
        When(f => f.Field == RosterField.Phone, () => RuleFor(f => f.Value).IsPhoneOrMask());
        When(f => f.Field == RosterField.CustomsCode, () => RuleFor(f => f.Value).IsCustomsCode());
        When(f => f.Field == RosterField.Website, () => RuleFor(f => f.Value).IsWebsite());
        When(f => f.Field == RosterField.Contact, () => RuleFor(f => f.Value).NotEmpty().WithMessage("请填写联系人姓名。")
            .MaximumLength(Contact.NameMaxLength).WithMessage($"姓名最多 {Contact.NameMaxLength} 个字。"));
        When(f => f.Field == RosterField.Address, () => RuleFor(f => f.Value).MaximumLength(Enterprise.AddressMaxLength).WithMessage($"地址最多 {Enterprise.AddressMaxLength} 个字。"));
        When(f => f.Field == RosterField.EnglishName, () => RuleFor(f => f.Value).IsEnglishName());
    }
}

/// <summary>A view to be saved.</summary>
public sealed class ViewForm
{
    public string? Name { get; set; }

    /// <summary>Query string without its question mark.</summary>
    public string? Address { get; set; }

    public bool IsShared { get; set; }
}

public sealed class ViewFormValidator : AbstractValidator<ViewForm>
{
    public ViewFormValidator() => RuleFor(f => f.Name).NotEmpty().WithMessage("请填写视图名称。")
        .MaximumLength(RosterView.NameMaxLength).WithMessage($"视图名称最多 {RosterView.NameMaxLength} 个字。");
}

/// <summary>A saved cell.</summary>
/// <param name="Value">What it holds.</param>
/// <param name="Text">What it shows.</param>
public sealed record CellAnswer(int Version, string Value, string Text, int Completeness);

/// <summary>A cell that was not saved, and why.</summary>
public sealed record CellRefusal(string Message);

/// <summary>Somebody else has changed the same field.</summary>
public sealed record CellConflict(int Version, string By, string Theirs, string Mine);

/// <summary>What a cell that can be changed shows.</summary>
public static class GridText
{
    public static string Of(RosterRow row, RosterField field) => field switch
    {
        RosterField.Area => row.AreaName ?? "未定",
        RosterField.Type => row.Type.Word(),
        _ => RosterCells.ValueOf(row, field) ?? "待录入",
    };
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Content.Editorial;
using HuaihuaPilotZone.Web.Areas.ParkDesk.Shared;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.ParkDesk.SensitiveWording;

/// <summary>The words that staff look out for in texts for the public.</summary>
[Area(Policies.ParkDesk)]
public sealed class WordsController(SensitiveWords words, ChinaTime time) : Controller
{
    private const string Home = "/park/wording";

    private static readonly string[] _head = ["词语", "建议改为", "处理", "说明"];

    [HttpGet(Home)]
    public async Task<IActionResult> Index(WordQuery query, CancellationToken cancellation) =>
        View(new WordListPage(query, await words.ListAsync(query.ToFilter(), new PageRequest(query.Page), cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(WordQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"wording-{time.Today:yyyyMMdd}.csv"), _head, words.StreamAsync(query.ToFilter()),
        word => [word.Word, word.Replacement, word.IsBanned ? "禁止发布" : "提醒", word.Note], cancellation);

    [HttpGet(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public IActionResult New() => View("Edit", new WordForm());

    [HttpPost(Home + "/new")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> New(WordForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return View("Edit", form);
        return Answer(form, await words.AddAsync(form.ToDraft(), cancellation), "词语已加入。");
    }

    [HttpGet(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await words.FindAsync(id, cancellation) is { } word ? View(WordForm.Of(word)) : NotFound();

    [HttpPost(Home + "/{id:int}")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Edit(int id, WordForm form, CancellationToken cancellation)
    {
        if (await words.FindAsync(id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return View(form);
        return Answer(form, await words.UpdateAsync(id, form.Version, form.ToDraft(), cancellation), "词语已保存。");
    }

    [HttpPost(Home + "/{id:int}/remove")]
    [Authorize(Policies.EditContent)]
    public async Task<IActionResult> Remove(int id, int version, CancellationToken cancellation)
    {
        var outcome = await words.RemoveAsync(id, version, cancellation);
        if (outcome.IsDone) return Done("词语已移出。");
        TempData["NoticeTone"] = "bad";
        return Done(outcome.Refusals[0].Message);
    }

    private IActionResult Answer(WordForm form, Outcome outcome, string notice)
    {
        if (outcome.IsDone) return Done(notice);
        ModelState.Show(outcome.Refusals);
        return View("Edit", form);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }
}

/// <summary>A word of the table.</summary>
public sealed class WordForm
{
    public int Version { get; set; }

    [Display(Name = "词语")]
    public string? Word { get; set; }

    [Display(Name = "建议改为")]
    public string? Replacement { get; set; }

    [Display(Name = "禁止发布")]
    public bool IsBanned { get; set; }

    [Display(Name = "说明")]
    public string? Note { get; set; }

    public SensitiveWordDraft ToDraft() => new(FormText.Clean(Word)!, FormText.Clean(Replacement), IsBanned, FormText.Clean(Note));

    public static WordForm Of(SensitiveWord word) => new() { Version = word.Version, Word = word.Word, Replacement = word.Replacement, IsBanned = word.IsBanned, Note = word.Note };
}

public sealed class WordFormValidator : AbstractValidator<WordForm>
{
    public WordFormValidator()
    {
        RuleFor(f => f.Word).NotEmpty().WithMessage("请填写词语。").MaximumLength(SensitiveWord.WordMaxLength).WithMessage("词语最多 {MaxLength} 个字。");
        RuleFor(f => f.Replacement).MaximumLength(SensitiveWord.WordMaxLength).WithMessage("建议的写法最多 {MaxLength} 个字。");
        RuleFor(f => f.Note).MaximumLength(SensitiveWord.NoteMaxLength).WithMessage("说明最多 {MaxLength} 个字。");
    }
}

/// <summary>The address bar of the table. Whatever stands in it, a table is shown.</summary>
/// <param name="Kind">banned or told; anything else for both.</param>
public sealed record WordQuery(string? Q, string? Kind, string? Sort, string? Dir, int? Page)
{
    public bool? IsBanned => Kind switch
    {
        "banned" => true,
        "told" => false,
        _ => null,
    };

    public SensitiveWordFilter ToFilter() => new(Q, IsBanned, SortChoice.Of(Sort, SensitiveWordSort.Word), SortChoice.IsDescending(Dir));
}

/// <summary>The table of words.</summary>
public sealed record WordListPage(WordQuery Query, Page<SensitiveWord> Words);

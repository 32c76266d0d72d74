using System.Globalization;
using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Web.Setup;
using HuaihuaPilotZone.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Areas.EnterpriseDesk.Products;

/// <summary>The enterprise's book of goods.</summary>
[Area(Policies.EnterpriseDesk)]
public sealed class ProductsController(ProductBook book, CustomsTablesSource tables, CurrentMembership membership, ChinaTime time) : Controller
{
    private const string Home = "/enterprise/products";

    private static readonly string[] _head =
        ["货号", "商品名称", "企业商品名称", "商品编码", "编码有效性", "规格型号", "条形码", "成交单位", "法定第一单位", "折合第一单位", "法定第二单位", "折合第二单位", "常用单价", "币制", "最终目的国", "原产国"];

    private int EnterpriseId => membership.Required.EnterpriseId;

    [HttpGet(Home)]
    public async Task<IActionResult> Index(ProductQuery query, CancellationToken cancellation) => View(new ProductListPage(
        query, await book.ListAsync(EnterpriseId, query.ToFilter(), new PageRequest(query.Page, query.Size), cancellation),
        await book.CountInvalidAsync(EnterpriseId, cancellation), await tables.ReadAsync(cancellation)));

    [HttpGet(Home + "/export.csv")]
    public Task Export(ProductQuery query, CancellationToken cancellation) => CsvFile.SendAsync(
        Response, string.Create(CultureInfo.InvariantCulture, $"products-{time.Today:yyyyMMdd}.csv"), _head, book.StreamAsync(EnterpriseId, query.ToFilter(), cancellation), Values, cancellation);

    [HttpGet(Home + "/new")]
    public Task<IActionResult> New(CancellationToken cancellation) => ShowAsync(new ProductForm(), cancellation);

    [HttpPost(Home + "/new")]
    public async Task<IActionResult> New(ProductForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return await ShowAsync(form, cancellation);
        var outcome = await book.AddAsync(EnterpriseId, form.ToData(), cancellation);
        if (outcome.IsDone) return Done($"“{form.ItemNo}”已加入商品库。");
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(form, cancellation);
    }

    [HttpGet(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellation) =>
        await book.FindAsync(EnterpriseId, id, cancellation) is { } product ? await ShowAsync(ProductForm.Of(product), cancellation) : NotFound();

    [HttpPost(Home + "/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, ProductForm form, CancellationToken cancellation)
    {
        if (await book.FindAsync(EnterpriseId, id, cancellation) is null) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(form, cancellation);
        var outcome = await book.UpdateAsync(EnterpriseId, id, form.Version, form.ToData(), cancellation);
        if (outcome.IsDone) return Done("已保存。");
        ModelState.Show(outcome.Refusals);
        return await ShowAsync(form, cancellation);
    }

    [HttpPost(Home + "/{id:int}/archive")]
    public async Task<IActionResult> Archive(int id, int version, bool archived, CancellationToken cancellation)
    {
        if (await book.FindAsync(EnterpriseId, id, cancellation) is not { } product) return NotFound();
        var outcome = await book.SetArchivedAsync(EnterpriseId, id, version, archived, cancellation);
        if (!outcome.IsDone) TempData["NoticeTone"] = "bad";
        return Done(outcome.IsDone ? $"“{product.ItemNo}”{(archived ? "已归档" : "已恢复")}。" : outcome.Refusals[0].Message);
    }

    private async Task<IActionResult> ShowAsync(ProductForm form, CancellationToken cancellation)
    {
        ViewData["Tables"] = await tables.ReadAsync(cancellation);
        return View("Edit", form);
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect(Home);
    }

    private static IEnumerable<string?> Values(ProductRow row)
    {
        var p = row.Product;
        static string? Number(decimal? number) => number is { } n ? Conversion.Write(n) : null;
        return
        [
            p.ItemNo, p.Name, p.OwnName, p.HsCode, row.Standing.Look()?.Word ?? "有效", p.Elements, p.BarCode, p.Unit, p.Unit1, Number(p.PerUnit1), p.Unit2, Number(p.PerUnit2),
            Number(p.Price), p.Currency, p.Destination, p.Origin,
        ];
    }
}

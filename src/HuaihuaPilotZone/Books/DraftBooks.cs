using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Tables;

namespace HuaihuaPilotZone.Books;

/// <summary>Puts what stands in the books into drafts, and lines of drafts into the book.</summary>
public sealed class DraftBooks(DeclarationService declarations, PartyBook parties, ProductBook products, CustomsTablesSource tables)
{
    private const string Gone = "没有找到这份预申报，或库里没有这一条。";
    private const string Changed = "这份预申报刚被他人修改，请刷新后再选。";

    /// <summary>Whether a kind of document names a company of this role at all.</summary>
    public static bool Has(DocumentSchema schema, PartyRoles role) => PartyPlaces.Of(schema, role).Count > 0;

    /// <summary>Names a company of the book in one part of a draft.</summary>
    public async Task<Outcome> TakePartyAsync(int enterpriseId, DeclarationNumber number, int version, int partyId, PartyRoles role, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return Outcome.Missing(Gone);
        if (await parties.FindAsync(enterpriseId, partyId, cancellation) is not { } party) return Outcome.Refused(Gone);
        if (!party.Roles.HasFlag(role) || role == PartyRoles.None) return Outcome.Refused("这个参与方没有这种角色。");
        var places = PartyPlaces.Of(declaration.Kind.Schema(), role);
        if (places.Count == 0) return Outcome.Refused($"{declaration.Kind.Word()}没有填{role.Words()}的栏目。");
        var filling = new LineFilling(declaration.Read(), $"来自参与方库：{Texts.Cut(party.Name, 40)}");
        foreach (var (field, part) in places) filling.Put(field, 0, PartyPlaces.ValueOf(party, part));
        return await SaveAsync(enterpriseId, number, version, filling, cancellation);
    }

    /// <summary>Adds goods of the book to a draft, in its first empty line or a new one. A quantity is converted to the statutory units on the way.</summary>
    /// <param name="quantity">As typed; null leaves the quantities to be filled in.</param>
    public async Task<Outcome> TakeProductAsync(int enterpriseId, DeclarationNumber number, int version, int productId, string? quantity, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return Outcome.Missing(Gone);
        if (await products.FindAsync(enterpriseId, productId, cancellation) is not { } product) return Outcome.Refused(Gone);
        var typed = Texts.Tidy(quantity);
        var amount = TypedValue.Decimal(typed);
        if (typed is not null && amount is not > 0) return Outcome.Refused("Quantity", $"“{Texts.Cut(typed, 20)}”不是大于 0 的数量。");
        var document = declaration.Read();
        var goods = document.Schema.Goods;
        var line = document.Goods.TakeWhile(l => !l.IsEmpty).Count();
        if (line >= (goods.Collection.MaxLines ?? int.MaxValue)) return Outcome.Refused($"商品最多 {goods.Collection.MaxLines} 项。");
        if (line == document.Goods.Count) document = document.With(goods.Collection, [.. document.Goods, new DocumentLine(goods)]);
        var filling = new LineFilling(document, $"来自商品库：{product.ItemNo}");
        var snapshot = await tables.ReadAsync(cancellation);
        ProductPlaces.Fill(filling, line, product);
        ProductPlaces.FillQuantities(filling, line, product, amount, snapshot);
        return await SaveAsync(enterpriseId, number, version, filling, cancellation);
    }

    /// <summary>Adds a line of a draft to the product book; its quantities give the conversion.</summary>
    /// <param name="line">From 0.</param>
    /// <returns>The id of the goods in the book.</returns>
    public async Task<Outcome<int>> KeepLineAsync(int enterpriseId, DeclarationNumber number, int line, CancellationToken cancellation)
    {
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return Outcome.Refused(Gone);
        var document = declaration.Read();
        if (line < 0 || line >= document.Goods.Count) return Outcome.Refused("没有这一项商品。");
        var kept = await products.AddAsync(enterpriseId, ProductPlaces.Read(document, line), cancellation);
        // the form that these names belong to is not on the page
        return kept.IsDone ? kept : Outcome.Refused(string.Create(CultureInfo.InvariantCulture, $"第 {line + 1} 项没有加入商品库：{kept.Refusals[0].Message}"));
    }

    private async Task<Outcome> SaveAsync(int enterpriseId, DeclarationNumber number, int version, LineFilling filling, CancellationToken cancellation)
    {
        var answer = await declarations.SaveAsync(enterpriseId, number, new DraftChange(version, filling.Document, Origins: filling.Origins), cancellation);
        return answer switch
        {
            { Refusal: { } refusal } => Outcome.Refused(refusal),
            { Theirs: not null } => Outcome.Refused(Changed),
            _ => Outcome.Done,
        };
    }
}

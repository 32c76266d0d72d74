using System.Globalization;
using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck;

/// <summary>
/// Which item of the export declaration a line of its return is. DecMessage has no element for it, so that where a message says nothing
/// the item is known by what both declarations call the goods: code, name and units, else code and units alone. Items that fit equally are never chosen between.
/// </summary>
public static class SourceLines
{
    private static readonly (Field Return, Field Declared)[] _goods =
    [
        (ReturnDeclaration.Gcode, DeclarationGoods.Gcode), (ReturnDeclaration.Unit, DeclarationGoods.Unit),
        (ReturnDeclaration.Unit1, DeclarationGoods.Unit1), (ReturnDeclaration.Unit2, DeclarationGoods.Unit2),
    ];

    /// <summary>Items that a line can be, from 1: those that no other line of the return names.</summary>
    /// <param name="document">A document of <see cref="ReturnDeclaration.Schema"/>.</param>
    /// <param name="source">The declaration that the goods left with.</param>
    public static IReadOnlyList<int> Fitting(CustomsDocument document, int line, SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(source);
        if (document.Schema.Scope != DocumentScope.ReturnDeclaration || source.Document.Schema.Scope != DocumentScope.Declaration) return [];
        // no declaration has so many, and every line is held against every other
        if (document.Goods.Count > ReturnDeclaration.Lines.MaxLines) return [];
        var named = document.Goods.Where((_, i) => i != line).Select(l => TypedValue.Decimal(l[ReturnDeclaration.SourceLine])).OfType<decimal>().ToHashSet();
        var goods = document.Goods[line];
        var alike = Enumerable.Range(1, source.Document.Goods.Count).Where(n => !named.Contains(n) && IsAlike(goods, source.Document.Goods[n - 1])).ToList();
        var same = alike.FindAll(n => Says(goods, ReturnDeclaration.Gname) == Says(source.Document.Goods[n - 1], DeclarationGoods.Gname));
        return same.Count > 0 ? same : alike;
    }

    /// <summary>The document with the item of every line that says none and can be one only.</summary>
    public static CustomsDocument Fill(CustomsDocument document, SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(document);
        // an item that has found its line leaves fewer for the others
        for (var found = true; found;)
        {
            found = false;
            for (var line = 0; line < document.Goods.Count; line++)
            {
                if (document.Goods[line][ReturnDeclaration.SourceLine] is not null || Fitting(document, line, source) is not [var only]) continue;
                document = document.With(ReturnDeclaration.SourceLine, line, only.ToString(CultureInfo.InvariantCulture));
                found = true;
            }
        }

        return document;
    }

    private static bool IsAlike(DocumentLine goods, DocumentLine declared) =>
        Says(goods, ReturnDeclaration.Gcode).Length > 0 && Array.TrueForAll(_goods, f => Says(goods, f.Return) == Says(declared, f.Declared));

    private static string Says(DocumentLine line, Field field) => FieldReading.Read(line[field], field.Kind).Text;
}

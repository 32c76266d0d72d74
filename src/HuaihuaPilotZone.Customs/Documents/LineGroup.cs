namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>A named collection of lines of a document, such as goods or containers.</summary>
/// <param name="Name">The document's own name, camelCase; the first part of a line's JSON Pointer.</param>
/// <param name="Index">Position among the collections of the document, from 0; the goods come first.</param>
/// <param name="Title">Chinese title of the part of the form.</param>
/// <param name="LineWord">What a line is called in a label: "商品" gives 商品第 2 项.</param>
/// <param name="MaxLines">Most lines that the message can carry; null where no limit is known.</param>
public sealed record LineGroup(string Name, int Index, string Title, string LineWord, int? MaxLines)
{
    /// <summary>Whether a document may do without any line.</summary>
    public bool MayBeEmpty { get; init; } = Index > 0;
}

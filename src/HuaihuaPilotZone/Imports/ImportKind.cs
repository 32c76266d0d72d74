using HuaihuaPilotZone.Imports.Sheets;

namespace HuaihuaPilotZone.Imports;

/// <summary>A row of a file by column.</summary>
/// <param name="Number">Row number in the file.</param>
/// <param name="Cells">Text by column name; empty cells are left out.</param>
/// <param name="Note">What the file itself says of the row.</param>
public sealed record ImportedRow(int Number, IReadOnlyDictionary<string, string> Cells, string? Note = null);

/// <summary>Rows that make one record.</summary>
/// <param name="Key">See <see cref="Batches.ImportGroup.Key"/>.</param>
/// <param name="Rows">In the order of the file; at least one.</param>
public sealed record ImportedGroup(string Key, IReadOnlyList<ImportedRow> Rows);

/// <summary>One thing that a check says of one cell, or of a row as a whole.</summary>
/// <param name="RuleId">A rule of /rules, or a name of the bench's own.</param>
/// <param name="Suggestion">A safe value, empty to empty the cell; null where only a person can decide.</param>
public sealed record RowProblem(int RowNumber, string? Column, string? Value, string RuleId, bool IsMustFix, string Title, string Reason, string? Suggestion)
{
    /// <summary>Values to choose from where no single one is safe; empty when there is nothing to choose.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>What a check says of a group.</summary>
public sealed record CheckedGroup(string Key, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Whether somebody has decided that it is not imported.</summary>
    public bool IsSkipped { get; init; }
}

/// <summary>A variant that the person chooses, such as a supervision mode.</summary>
public sealed record ImportVariant(string Name, string Label);

/// <summary>For whom and how a batch is imported.</summary>
/// <param name="EnterpriseId">Null for the park.</param>
/// <param name="FileName">Where the records come from, for their history.</param>
public sealed record ImportContext(int? EnterpriseId, string Variant, string FileName, int BatchId);

/// <summary>One document of a message: its rows belong together whatever they say.</summary>
public sealed record MessageGroup(IReadOnlyList<IReadOnlyDictionary<string, string>> Rows, string? Note);

/// <summary>Reads what a file holds, with the tables of one moment.</summary>
/// <param name="Clean">Column and text of a cell to the text that is kept.</param>
/// <param name="Messages">Documents of an XML file; null where the kind takes none. Throws <see cref="UnreadableSheetException"/>.</param>
public sealed record ImportReading(Func<string, string, string> Clean, Func<Stream, IEnumerable<MessageGroup>>? Messages);

/// <summary>
/// What can be imported at the bench: its columns, how its rows are checked, what is made of them and how that is taken back. The bench does
/// the rest: files, columns, progress, repairs, downloads. A new kind is one class and one line, <c>services.AddImportKind&lt;MyKind&gt;()</c>.
/// </summary>
public abstract class ImportKind
{
    /// <summary>Kept with every batch, so never changed.</summary>
    public abstract string Name { get; }

    /// <summary>What is imported, Chinese, such as 出口清单.</summary>
    public abstract string Title { get; }

    /// <summary>What one group becomes, such as 草稿.</summary>
    public abstract string ResultWord { get; }

    /// <summary>How results are counted: 份, 家.</summary>
    public virtual string Unit => "份";

    /// <summary>Whether the park imports it; anything else is imported by an enterprise for itself.</summary>
    public virtual bool IsOfPark => false;

    /// <summary>What is taken and what a row is, one sentence for the page of the upload.</summary>
    public virtual string Guide => $"Excel（.xlsx、.xls）、CSV（UTF-8 或 GBK）或报文 XML。一行一项商品，同一订单编号的各行合成一份{ResultWord}。";

    /// <summary>Which results stay when a batch is taken back, for the question before it.</summary>
    public virtual string Kept => "改过或提交过";

    /// <summary>At least one.</summary>
    public abstract IReadOnlyList<ImportVariant> Variants { get; }

    /// <summary>Those of <see cref="Variants"/> that can be chosen today; a batch that was begun under another one goes on.</summary>
    public virtual Task<IReadOnlyList<ImportVariant>> OpenVariantsAsync(CancellationToken cancellation) => Task.FromResult(Variants);

    /// <summary>Whether a column belongs to a variant: to its template, and to what its headings are matched with.</summary>
    public virtual bool IsOffered(string column, string variant) => true;

    /// <summary>How many groups are imported or taken back in one step.</summary>
    public virtual int GroupsAtATime => 25;

    public abstract IReadOnlyList<TargetColumn> Columns { get; }

    /// <summary>The column whose value says which rows belong together; null where each row stands by itself.</summary>
    public abstract string? KeyColumn { get; }

    /// <summary>Most rows of one group.</summary>
    public abstract int MostRows { get; }

    /// <summary>Columns that say which row is meant, besides those with problems.</summary>
    public abstract IReadOnlyList<string> Landmarks { get; }

    /// <summary>The column of a number that no two groups of a file may share, besides the key; null where there is none.</summary>
    public virtual string? OnceColumn => null;

    /// <summary>What no two groups may share, such as that number with whoever gave it; null where the row has none.</summary>
    /// <param name="cell">The text of a column in the row, null where it is empty.</param>
    public virtual string? OnceOf(Func<string, string?> cell) => null;

    /// <summary>Whether a row is the example of the template, which is passed over.</summary>
    /// <param name="cell">The text of a column in the row, null where it is empty.</param>
    public virtual bool IsExample(Func<string, string?> cell) => KeyColumn is { } key && cell(key)?.StartsWith("示例", StringComparison.Ordinal) == true;

    /// <summary>Whether pages show a mask in the place of a column's text, since it leads to a person.</summary>
    public virtual bool IsPersonal(string column) => false;

    /// <summary>What pages show of a cell.</summary>
    /// <param name="column">Null for a column of the file of which nobody has said yet what it means.</param>
    public virtual string Shown(string? column, string text) => text;

    /// <summary>Whether a column has one value for the whole group.</summary>
    public abstract bool IsShared(string column);

    /// <summary>A value for the example row of the template; null for an empty cell.</summary>
    public abstract string? Example(string column, string variant);

    /// <summary>Whether the template marks a column as one that has to be filled in.</summary>
    public abstract bool IsNeeded(string column, string variant);

    /// <summary>Sentences for the notes of the template.</summary>
    public abstract IReadOnlyList<string> Notes(string variant);

    public abstract Task<ImportReading> ReadingAsync(CancellationToken cancellation);

    /// <summary>Checks groups; changes nothing.</summary>
    public abstract Task<IReadOnlyList<CheckedGroup>> CheckAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation);

    /// <summary>What has to be done before the transaction of <see cref="CommitAsync"/>.</summary>
    public virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Adds what becomes of a group, inside the bench's transaction; the bench saves.</summary>
    /// <returns>By what name people know it; null where something has come in between since the check, so that the group has to be checked again.</returns>
    public abstract Task<string?> CommitAsync(ImportContext context, ImportedGroup group, CancellationToken cancellation);

    /// <summary><see cref="CommitAsync"/> for the groups of one step; a kind that makes many records faster than one by one does it here.</summary>
    /// <returns>For each group what <see cref="CommitAsync"/> would have given.</returns>
    public virtual async Task<IReadOnlyList<string?>> CommitAllAsync(ImportContext context, IReadOnlyList<ImportedGroup> groups, CancellationToken cancellation)
    {
        var results = new List<string?>();
        foreach (var group in groups) results.Add(await CommitAsync(context, group, cancellation));
        return results;
    }

    /// <summary>Takes back what became of a group, unless it was touched since. Asked again after an interruption, it says the same.</summary>
    /// <returns>Whether it is gone.</returns>
    public abstract Task<bool> UndoAsync(ImportContext context, string result, CancellationToken cancellation);

    /// <summary><see cref="UndoAsync"/> for the groups of one step.</summary>
    /// <returns>For each result whether it is gone.</returns>
    public virtual async Task<IReadOnlyList<bool>> UndoAllAsync(ImportContext context, IReadOnlyList<string> results, CancellationToken cancellation)
    {
        var gone = new List<bool>();
        foreach (var result in results) gone.Add(await UndoAsync(context, result, cancellation));
        return gone;
    }

    /// <summary>Names of results for people, where the results are none; empty for a kind whose results people know.</summary>
    public virtual Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyList<string> results, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    /// <summary>Local address of a result.</summary>
    public abstract string AddressOf(string result);

    /// <summary>What may be looked at next of a record that was made: a word for it and an address; null for nothing.</summary>
    public virtual (string Word, string Address)? NextOf(string result) => null;
}

/// <summary>The kinds that this portal knows.</summary>
public sealed class ImportKinds(IEnumerable<ImportKind> kinds)
{
    public IReadOnlyList<ImportKind> All { get; } = [.. kinds];

    /// <summary>The kinds of one desk.</summary>
    public IReadOnlyList<ImportKind> Of(bool isPark) => [.. All.Where(k => k.IsOfPark == isPark)];

    /// <summary>Null when there is none of this name.</summary>
    public ImportKind? Find(string? name) => All.FirstOrDefault(k => k.Name == name);

    /// <exception cref="InvalidOperationException">A batch of a kind that is no longer registered.</exception>
    public ImportKind Get(string name) => Find(name) ?? throw new InvalidOperationException($"There is no kind of import called '{name}'.");
}

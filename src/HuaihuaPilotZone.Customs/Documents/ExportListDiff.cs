namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>Compares two versions of an export list; see <see cref="DocumentDiff"/>.</summary>
public static class ExportListDiff
{
    /// <summary>All differences in the order of the form. An empty field and a field of length zero are the same.</summary>
    public static IReadOnlyList<FieldChange> Between(ExportList old, ExportList @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        return DocumentDiff.Between(old.ToDocument(), @new.ToDocument());
    }
}

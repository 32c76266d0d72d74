namespace HuaihuaPilotZone.Files;

/// <summary>Names of files as people may see and keep them.</summary>
internal static class FileNames
{
    private const string Nameless = "文件";

    /// <summary>The name alone: no path, no control or direction characters, not too long; its ending stays.</summary>
    public static string Tidy(string name)
    {
        var last = name.AsSpan(name.LastIndexOfAny(['/', '\\']) + 1);
        var kept = new string([.. last.ToString().Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && !"<>:\"|?*".Contains(c))]).Trim(' ', '.');
        if (kept.Length == 0) return Nameless;
        var ending = Path.GetExtension(kept);
        if (ending.Length > 10) ending = "";
        return kept.Length <= StoredFile.NameMaxLength ? kept : kept[..(StoredFile.NameMaxLength - ending.Length)] + ending;
    }
}

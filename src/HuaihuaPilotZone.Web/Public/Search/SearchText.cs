namespace HuaihuaPilotZone.Web.Public.Search;

/// <summary>Marks the words of the search page.</summary>
public sealed class SearchText;

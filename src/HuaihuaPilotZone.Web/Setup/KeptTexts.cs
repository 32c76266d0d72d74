using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The texts of one room. A page names a hundred of them, and each is looked for in the resources once for a language, not for every page.</summary>
public sealed class KeptTexts<TRoom>(IStringLocalizerFactory factory) : IStringLocalizer<TRoom>
{
    private readonly IStringLocalizer _texts = factory.Create(typeof(TRoom));

    // by language, then by name: looking for a text of a pair of both costs twice as much
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LocalizedString>> _known = [];

    public LocalizedString this[string name]
    {
        get
        {
            var known = _known.GetOrAdd(CultureInfo.CurrentUICulture.Name, static _ => []);
            if (known.TryGetValue(name, out var kept)) return kept;
            var text = _texts[name];
            // only what there is: as many as the resources have
            if (!text.ResourceNotFound) known.TryAdd(name, text);
            return text;
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);
}

using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The texts of one room. A page names a hundred of them, and each is looked for in the resources once for a language, not for every page.</summary>
public sealed class KeptTexts<TRoom>(IStringLocalizerFactory factory) : IStringLocalizer<TRoom>
{
    private readonly IStringLocalizer _texts = factory.Create(typeof(TRoom));
    private readonly ConcurrentDictionary<(string Language, string Name), LocalizedString> _known = [];

    public LocalizedString this[string name]
    {
        get
        {
            var key = (CultureInfo.CurrentUICulture.Name, name);
            if (_known.TryGetValue(key, out var known)) return known;
            var text = _texts[name];
            // only what there is: as many as the resources have
            if (!text.ResourceNotFound) _known.TryAdd(key, text);
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

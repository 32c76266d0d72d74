namespace HuaihuaPilotZone.Web.Setup;

/// <summary>One entry of a menu.</summary>
/// <param name="Text">On the public site the key of the text in SiteText; on the desks the Chinese words.</param>
/// <param name="Href">Local address; also what decides whether the entry is the current one.</param>
/// <param name="Icon">Name in client/src/icons.json; needed on the desks.</param>
/// <param name="Section">Heading under which the entry stands in the sidebar; null for those above the first heading.</param>
/// <param name="Phone">Short words for the bottom bar of phones; null keeps the entry out of it. At most five are shown.</param>
/// <param name="Policy">Authorisation policy that a person needs to see the entry; null for everybody at the desk.</param>
/// <param name="Rooms">Other addresses whose pages belong to this entry, such as the timetable to the corridors.</param>
public sealed record MenuItem(string Text, string Href, string? Icon = null, string? Section = null, string? Phone = null, string? Policy = null, IReadOnlyList<string>? Rooms = null)
{
    /// <summary>Whether a page belongs to this entry: the address itself, a page below it, or one of its other rooms.</summary>
    /// <param name="path">Path of the request.</param>
    /// <param name="isRoot">True for a desk's or site's first page, which must match exactly, since every other page lies below it.</param>
    public bool IsCurrent(PathString path, bool isRoot) =>
        isRoot ? path == new PathString(Href) : Lies(path, Href) || Rooms?.Any(r => Lies(path, r)) == true;

    private static bool Lies(PathString path, string below) => path.StartsWithSegments(below, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A step of the breadcrumbs; the last one has no address.</summary>
/// <param name="Text">The words as shown.</param>
/// <param name="Href">Local address; null for the page itself.</param>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>A column of links in the footer.</summary>
/// <param name="Heading">Key of the heading in SiteText.</param>
/// <param name="Links">Entries; their texts are keys in SiteText.</param>
public sealed record FooterColumn(string Heading, IReadOnlyList<MenuItem> Links);

/// <summary>A desk: its name, its first page and what is in its sidebar.</summary>
/// <param name="Area">Name of the area, such as <see cref="Policies.ParkDesk"/>.</param>
/// <param name="Name">Chinese name, such as 企业工作台.</param>
/// <param name="Home">Address of the first page.</param>
/// <param name="Menu">Entries in order; entries of one section stand together.</param>
/// <param name="SearchHref">Where the search box of the bar sends its word as q; null leaves the box out.</param>
/// <param name="SearchHint">What may be searched, in the box.</param>
public sealed record Desk(string Area, string Name, string Home, IReadOnlyList<MenuItem> Menu, string? SearchHref = null, string? SearchHint = null);

/// <summary>All menus of the portal, filled once at start.</summary>
/// <param name="Public">Main menu; the first entry is the home page.</param>
/// <param name="Footer">Columns of the footer.</param>
/// <param name="Legal">Links in the footer's last line: site map, privacy, accessibility, corrections.</param>
/// <param name="Desks">The desks.</param>
/// <param name="SearchHref">Address of the public search; null leaves the button out.</param>
/// <param name="RegisterHref">Address of the registration page; null leaves the link out.</param>
public sealed record SiteMenus(
    IReadOnlyList<MenuItem> Public,
    IReadOnlyList<FooterColumn> Footer,
    IReadOnlyList<MenuItem> Legal,
    IReadOnlyList<Desk> Desks,
    string? SearchHref = null,
    string? RegisterHref = null);

/// <summary>
/// What only the owner of the site can say, from the configuration section Site. Nothing is shown for what is not
/// configured, except on a demonstration system, where the footer says that it is still to come.
/// </summary>
public sealed class SiteOwner
{
    public const string Section = "Site";

    /// <summary>True shows the demonstration bar on every page and dashed placeholders in the footer.</summary>
    public bool IsDemonstration { get; set; } = true;

    /// <summary>主办单位.</summary>
    public string? Organizer { get; set; }

    /// <summary>承办单位.</summary>
    public string? Undertaker { get; set; }

    /// <summary>网站标识码, ten digits given by the authorities.</summary>
    public string? SiteCode { get; set; }

    /// <summary>ICP 备案号.</summary>
    public string? IcpNumber { get; set; }

    /// <summary>公安联网备案号.</summary>
    public string? PoliceNumber { get; set; }

    /// <summary>咨询电话.</summary>
    public string? Phone { get; set; }

    /// <summary>办公时间.</summary>
    public string? OfficeHours { get; set; }

    /// <summary>办公地址.</summary>
    public string? Address { get; set; }
}

/// <summary>The signed-in person as the header shows them.</summary>
/// <param name="Name">Display name.</param>
/// <param name="DeskHome">First page of the person's own desk, where the header's main button leads; null without a desk.</param>
/// <param name="Organization">Enterprise, or the park for its staff; null on the public site.</param>
/// <param name="Role">Chinese word of the role; null when unknown.</param>
/// <param name="IsDemonstration">True for an enterprise of the demonstration.</param>
public sealed record SignedInPerson(string Name, string? DeskHome = null, string? Organization = null, string? Role = null, bool IsDemonstration = false)
{
    /// <summary>The first character, for the round mark in the bar.</summary>
    public string Initial => Name.Length == 0 ? "·" : char.IsHighSurrogate(Name[0]) && Name.Length > 1 ? Name[..2] : Name[..1];
}

/// <summary>Everything around a page's own content: menus, owner, person, preferences. Made per request, knows no models.</summary>
/// <param name="menus">All menus.</param>
/// <param name="owner">The configured owner.</param>
/// <param name="preferences">The visitor's preferences.</param>
/// <param name="person">The signed-in person, or null.</param>
/// <param name="area">Area of the page; null on the public site.</param>
/// <param name="path">Path of the request, without the query.</param>
/// <param name="address">Local address with the query, without a language.</param>
public sealed class SiteChrome(SiteMenus menus, SiteOwner owner, SitePreferences preferences, SignedInPerson? person, string? area, PathString path, string address)
{
    public SiteMenus Menus { get; } = menus;

    public SiteOwner Owner { get; } = owner;

    public SitePreferences Preferences { get; } = preferences;

    public SignedInPerson? Person { get; } = person;

    /// <summary>The desk of the page; null on the public site.</summary>
    public Desk? Desk { get; } = menus.Desks.FirstOrDefault(d => string.Equals(d.Area, area, StringComparison.Ordinal));

    /// <summary>Local address of this page with its query, to come back to after a change of preferences.</summary>
    public string Address { get; } = PageAddress.Here(address);

    /// <summary>Whether this page stands at a Chinese and an English address.</summary>
    public bool HasLanguages { get; } = PageAddress.HasLanguages(path);

    /// <summary>Address of this page in Chinese.</summary>
    public string ChineseAddress { get; } = address;

    /// <summary>Address of this page in English.</summary>
    public string EnglishAddress => PageAddress.InEnglish(ChineseAddress);

    /// <summary>Address of the main menu's entry that this page belongs to; null for none.</summary>
    public string? CurrentEntry => Menus.Public.FirstOrDefault(i => CurrentOf(i) is not null)?.Href;

    /// <summary>"page" for the entry of this page, null for all others (aria-current). Of two entries that lie below each other the nearer one counts.</summary>
    public string? CurrentOf(MenuItem item) => IsCurrent(item) && !(Desk?.Menu ?? Menus.Public).Any(other => other.Href.Length > item.Href.Length && IsCurrent(other)) ? "page" : null;

    private bool IsCurrent(MenuItem item) => item.IsCurrent(path, string.Equals(item.Href, Desk?.Home ?? "/", StringComparison.OrdinalIgnoreCase));
}

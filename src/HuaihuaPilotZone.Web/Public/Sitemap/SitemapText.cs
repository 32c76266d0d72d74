namespace HuaihuaPilotZone.Web.Public.Sitemap;

/// <summary>Names the resource files SitemapText.resx (Chinese) and SitemapText.en.resx: the site map for people.</summary>
public sealed class SitemapText;

using Microsoft.AspNetCore.Components;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Addresses of this site's scripts, styles and icons.</summary>
public static class AssetAddress
{
    /// <summary>The fingerprinted address, which browsers may keep for ever; the plain one where the manifest does not know the file.</summary>
    /// <param name="name">Path below wwwroot, such as dist/style.css.</param>
    public static string Of(HttpContext context, string name)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.PathBase}/{assets?[name] ?? name}";
    }
}

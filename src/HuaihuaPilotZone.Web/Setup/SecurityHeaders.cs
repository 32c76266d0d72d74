namespace HuaihuaPilotZone.Web.Setup;

/// <summary>The headers every answer carries: nothing from elsewhere, no inline script or style, no framing, no text that a script turns into markup, nothing of the device.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types portal";

    /// <summary>Pages of the park's desk may hold the editor of texts, whose library reads what is pasted by a policy of its own. No other page may.</summary>
    private const string EditorPolicy = Policy + " ProseMirrorClipboard";

    /// <summary>Everything that a page could ask of the device and that no page of ours does.</summary>
    private const string Permissions =
        "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), " +
        "identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), " +
        "publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), web-share=(), window-management=(), xr-spatial-tracking=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            // a file that somebody uploaded is served under a stricter one of its own
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/park", StringComparison.OrdinalIgnoreCase) ? EditorPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // feeds, open data and the like are fetched by servers, which this does not concern
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}

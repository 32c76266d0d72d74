using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Section "DataProtection": the certificate that the keys in the database are encrypted with, and former ones that still read older keys.</summary>
public sealed class KeyProtectionOptions
{
    /// <summary>Path of a .pfx file, relative to the content root.</summary>
    public string? Certificate { get; set; }

    /// <summary>Thumbprint of a certificate in the store of the account or of the machine, in place of a file.</summary>
    public string? Thumbprint { get; set; }

    /// <summary>Password of the file; from the environment, never from a file of the configuration.</summary>
    public string? Password { get; set; }

    /// <summary>Certificates that were in use before: they decrypt and encrypt nothing any more.</summary>
    public IReadOnlyList<FormerCertificate> Former { get; set; } = [];
}

/// <summary>A certificate that only reads.</summary>
public sealed class FormerCertificate
{
    public string? Certificate { get; set; }

    public string? Thumbprint { get; set; }

    public string? Password { get; set; }
}

/// <summary>
/// Encrypts the keys that stand in the database, so that who reads the database cannot make a cookie. On SQL Server, which others look after and
/// back up, Production does not start without; elsewhere outside Development it is a warning.
/// </summary>
public static class KeyProtection
{
    public static void AddKeyProtection(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("DataProtection").Get<KeyProtectionOptions>() ?? new();
        builder.Services.AddOptions<KeyProtectionOptions>().BindConfiguration("DataProtection");
        var protection = builder.Services.AddDataProtection().SetApplicationName("HuaihuaPilotZone");
        var root = builder.Environment.ContentRootPath;
        var former = options.Former.Select((f, i) => Find($"DataProtection:Former:{i}", root, f.Certificate, f.Thumbprint, f.Password)).OfType<X509Certificate2>().ToArray();
        if (former.Length > 0) protection.UnprotectKeysWithAnyCertificate(former);
        if (Find("DataProtection", root, options.Certificate, options.Thumbprint, options.Password) is { } certificate) protection.ProtectKeysWithCertificate(certificate);
    }

    /// <summary>Says that the keys are not encrypted, or refuses to start.</summary>
    /// <exception cref="SetupException">Production on SQL Server without a certificate.</exception>
    internal static void Look(WebApplication app)
    {
        var options = app.Configuration.GetSection("DataProtection").Get<KeyProtectionOptions>() ?? new();
        if (app.Environment.IsDevelopment() || IsSet(options.Certificate) || IsSet(options.Thumbprint)) return;
        if (app.Environment.IsProduction() && app.Configuration["Database:Provider"] == "SqlServer")
            throw new SetupException("数据库里的登录密钥没有加密，正式环境不能启动。请用 DataProtection:Certificate 指定 .pfx 证书（密码放环境变量 DataProtection__Password），或用 DataProtection:Thumbprint 指定证书库里的证书，见 docs/operations.md。\nThe keys in the database are not encrypted: name a certificate before the portal starts in Production on SQL Server.");
        app.Logger.LogWarning("数据库里的登录密钥没有用证书加密。The keys in the database are not encrypted; set DataProtection:Certificate (docs/operations.md)");
    }

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private static X509Certificate2? Find(string section, string root, string? path, string? thumbprint, string? password)
    {
        if (IsSet(path) && IsSet(thumbprint)) throw new SetupException($"{section} 同时写了 Certificate 和 Thumbprint，请只写一个。 {section} names both a file and a thumbprint.");
        var found = IsSet(path) ? FromFile(section, Path.Combine(root, path!), password) : IsSet(thumbprint) ? FromStore(section, thumbprint!) : null;
        if (found is { HasPrivateKey: false }) throw new SetupException($"{section} 的证书没有私钥，不能用来加密登录密钥。 The certificate of {section} has no private key.");
        return found;
    }

    private static X509Certificate2 FromFile(string section, string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"{section}:Certificate 的证书打不开，请检查路径、权限和密码。 The certificate of {section} cannot be opened: check path, rights and password.");
        }
    }

    private static X509Certificate2 FromStore(string section, string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // there is no such store for this account
                continue;
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..]) return found;
        }

        throw new SetupException($"{section}:Thumbprint 的证书不在证书库里。 The certificate of {section}:Thumbprint is in no store.");
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Web.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Running;

/// <summary>Whoever reads the database finds no key that makes a cookie; a new certificate takes over from an old one.</summary>
public sealed class ProtectingKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pilotzone-keys-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_certificate_no_key_stands_readable_in_the_database_and_a_new_one_takes_over()
    {
        var (first, second) = (Certificate("first"), Certificate("second"));
        var database = $"Data Source={Path.Combine(_folder, "portal.db")}";
        string sealedText;
        await using (var portal = Portal.Own(("ConnectionStrings:Sqlite", database), ("DataProtection:Certificate", first), ("DataProtection:Password", "first")))
        {
            sealedText = Protector(portal).Protect("示例");
            var keys = await portal.WithDatabaseAsync(db => db.DataProtectionKeys.Select(k => k.Xml).ToListAsync(Cancellation));
            Assert.All(keys, k => Assert.DoesNotContain("<value>", k, StringComparison.Ordinal));
            Assert.Contains(keys, k => k.Contains("EncryptedData", StringComparison.Ordinal));
        }

        await using var rotated = Portal.Own(
            ("ConnectionStrings:Sqlite", database), ("DataProtection:Certificate", second), ("DataProtection:Password", "second"),
            ("DataProtection:Former:0:Certificate", first), ("DataProtection:Former:0:Password", "first"));
        Assert.Equal("示例", Protector(rotated).Unprotect(sealedText));
        // the next key is encrypted with the new one, which is enough to read it
        rotated.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        var thumbprint = X509CertificateLoader.LoadPkcs12FromFile(second, "second").RawData;
        Assert.Contains(await rotated.WithDatabaseAsync(db => db.DataProtectionKeys.Select(k => k.Xml).ToListAsync(Cancellation)), k => k.Contains(Convert.ToBase64String(thumbprint), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public void A_certificate_that_cannot_be_opened_stops_the_start_with_its_setting(string? password)
    {
        var path = Certificate("right");

        var refused = Assert.Throws<SetupException>(() => Settings.Of(("DataProtection:Certificate", path), ("DataProtection:Password", password ?? "")).AddKeyProtection());

        Assert.Contains("DataProtection:Certificate", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_is_nowhere_stops_the_start_with_its_setting() =>
        Assert.Contains("Thumbprint", Assert.Throws<SetupException>(() => Settings.Of(("DataProtection:Thumbprint", "0123456789ABCDEF0123456789ABCDEF01234567")).AddKeyProtection()).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IDataProtector Protector(Portal portal) => portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    /// <summary>A certificate with its own name as password.</summary>
    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        var path = Path.Combine(_folder, name + ".pfx");
        File.WriteAllBytes(path, made.Export(X509ContentType.Pfx, name));
        return path;
    }
}

using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Customs.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HuaihuaPilotZone.Data.Seed;

/// <summary>Which build has filled in what must be there: a start with the same build need not look for it again.</summary>
public sealed class SeedMark
{
    internal const int TheOnly = 1;

    public required int Id { get; init; }

    /// <summary>Of the build and what was asked for; empty before the first time.</summary>
    public required string Fingerprint { get; set; }

    /// <param name="seeds">Of all rooms; what they bring lies in their assemblies and in that of the customs' tables.</param>
    /// <param name="demonstration">Whether demonstration data is wanted.</param>
    public static string Of(IEnumerable<RoomSeed> seeds, bool demonstration)
    {
        var builds = seeds.Select(s => s.GetType().Assembly).Append(typeof(ContainerNumber).Assembly).Distinct().Select(a => a.ManifestModule.ModuleVersionId.ToString("N")).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{string.Join(' ', builds)} {demonstration}")));
    }
}

internal sealed class SeedMarkTable : IEntityTypeConfiguration<SeedMark>
{
    public void Configure(EntityTypeBuilder<SeedMark> builder)
    {
        builder.ToTable("SeedMarks");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Fingerprint).HasMaxLength(64);
        // there from the beginning, so that two first starts at once need not both add the row
        builder.HasData(new SeedMark { Id = SeedMark.TheOnly, Fingerprint = "" });
    }
}

using System.Globalization;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Enterprises.Vault;

/// <summary>What people say of a paper.</summary>
public sealed record VaultData(VaultType Type, string Title, string? Number, DateOnly? ValidFrom, DateOnly? ValidTo, string? Note)
{
    /// <summary>Who has issued it.</summary>
    public string? Issuer { get; init; }

    internal VaultData Tidied() => this with { Title = Title.Trim(), Number = Texts.Tidy(Number), Note = Texts.Tidy(Note), Issuer = Texts.Tidy(Issuer) };

    internal static VaultData Of(VaultDocument d) => new(d.Type, d.Title, d.Number, d.ValidFrom, d.ValidTo, d.Note) { Issuer = d.Issuer };

    internal void WriteTo(VaultDocument d) => (d.Type, d.Title, d.Number, d.Issuer, d.ValidFrom, d.ValidTo, d.Note) = (Type, Title, Number, Issuer, ValidFrom, ValidTo, Note);

    internal IEnumerable<Refusal> Refuse()
    {
        if (!Enum.IsDefined(Type)) yield return new Refusal("Type", "请选择种类。");
        if (Title.Length is 0 or > VaultDocument.TitleMaxLength) yield return new Refusal("Title", $"请填写名称，最多 {VaultDocument.TitleMaxLength} 个字。");
        if (Number?.Length > VaultDocument.NumberMaxLength) yield return new Refusal("Number", $"编号最多 {VaultDocument.NumberMaxLength} 个字符。");
        if (Issuer?.Length > VaultDocument.IssuerMaxLength) yield return new Refusal("Issuer", $"签发机关最多 {VaultDocument.IssuerMaxLength} 个字。");
        if (Note?.Length > VaultDocument.NoteMaxLength) yield return new Refusal("Note", $"备注最多 {VaultDocument.NoteMaxLength} 个字。");
        if (ValidTo < ValidFrom) yield return new Refusal("ValidTo", "截止日期不能早于开始日期。");
    }

    internal List<FieldChange> Changes(VaultData now) =>
    [
        new("种类", Type.Word(), now.Type.Word()),
        new("名称", Title, now.Title),
        new("编号", Number, now.Number),
        new("签发机关", Issuer, now.Issuer),
        new("有效期起", Day(ValidFrom), Day(now.ValidFrom)),
        new("有效期止", Day(ValidTo), Day(now.ValidTo)),
        new("备注", Note, now.Note),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public enum VaultSort
{
    Updated,
    Title,
    ValidTo,
}

/// <summary>What the list of papers is narrowed by.</summary>
/// <param name="Word">Part of title, number or file name.</param>
/// <param name="Archived">Those that are no longer offered, instead of those that are.</param>
public sealed record VaultFilter(VaultType? Type = null, VaultValidity? Validity = null, string? Word = null, VaultSort Sort = VaultSort.Updated, bool Ascending = false, bool Archived = false);

/// <summary>A paper in the list.</summary>
/// <param name="Latest">Its newest version.</param>
public sealed record VaultRow(VaultDocument Document, VaultVersion Latest, VaultValidity Validity, int Declarations);

/// <summary>A certificate or qualification as the park's record of the enterprise shows it; the file itself stays in the enterprise's vault.</summary>
public sealed record CertificateLine(VaultType Type, string Title, string? Number, string? Issuer, DateOnly? ValidFrom, DateOnly? ValidTo, VaultValidity Validity);

/// <summary>A paper with all its versions, the newest first, and the declarations it goes with.</summary>
public sealed record VaultDetail(VaultDocument Document, VaultValidity Validity, IReadOnlyList<VaultVersion> Versions, IReadOnlyList<HuaihuaPilotZone.Declarations.DeclarationNumber> Declarations);

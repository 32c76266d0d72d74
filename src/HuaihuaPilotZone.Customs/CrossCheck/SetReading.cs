using System.Security.Cryptography;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.CrossCheck;

/// <summary>A set read from files, and what was said of the files.</summary>
/// <param name="Remarks">Files that could not be used, or only in part; one Chinese sentence each.</param>
public sealed record SetReading(DocumentSet Set, IReadOnlyList<string> Remarks)
{
    private const char Fingerprinted = '#';

    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Nothing read yet.</summary>
    public static SetReading None { get; } = new(DocumentSet.Empty, []);

    /// <summary>Takes the first document of a file into the set; a second file of the same kind replaces none.</summary>
    /// <param name="name">Name of the file, for the remarks.</param>
    /// <param name="date">Today in China.</param>
    public SetReading Add(string name, ReadOnlyMemory<byte> file, DateOnly date)
    {
        using var reader = MessageReader.Open(file, MessageReadingOptions.Default with { Today = date, IdentityNumber = Comparable });
        if (reader.Message is null) return Remark($"{name}：{reader.Problems.Select(p => p.ToString()).FirstOrDefault() ?? "不是可识别的报文。"}");
        if (DocumentSet.PartOf(reader.Message.Name) is not { } part) return Remark($"{name}：{reader.Message.Title}不在这项核对之内，只核对订单、收款单（进口为支付凭证）、运单和清单。");
        var isImport = DocumentSet.IsOfImport(reader.Message.Name);
        if (isImport != Set.IsImport && !Set.IsEmpty) return Remark($"{name}：{reader.Message.Title}是{(isImport ? "进口" : "出口")}单证，与前面的单证不是一票，没有采用。");
        if (Set[part] is not null) return Remark($"{name}：已经有一份{Set.WordOf(part)}，这一份没有采用。");
        if (reader.ReadEntity() is not { } document) return Remark($"{name}：报文里没有{Set.WordOf(part)}。");
        var read = this with { Set = Set.With(part, document) with { IsImport = isImport } };
        return reader.ReadEntity() is null ? read : read.Remark($"{name}：有多份{read.Set.WordOf(part)}，只核对第一份。");
    }

    /// <summary>What may be shown of an identity number that was read to be compared.</summary>
    internal static string? ShownIdentity(string? value) => value?.Split(Fingerprinted)[0];

    // compared within this process only, and never kept
    private static string Comparable(string number) => $"{IdentityNumbers.Mask(number)}{Fingerprinted}{IdentityNumbers.Fingerprint(number, _key)}";

    private SetReading Remark(string sentence) => this with { Remarks = [.. Remarks, sentence] };
}

using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.CrossCheck;

/// <summary>A set read from files, and what was said of the files.</summary>
/// <param name="Remarks">Files that could not be used, or only in part; one Chinese sentence each.</param>
public sealed record SetReading(DocumentSet Set, IReadOnlyList<string> Remarks)
{
    /// <summary>Nothing read yet.</summary>
    public static SetReading None { get; } = new(DocumentSet.Empty, []);

    /// <summary>Takes the first document of a file into the set; a second file of the same kind replaces none.</summary>
    /// <param name="name">Name of the file, for the remarks.</param>
    /// <param name="date">Today in China.</param>
    public SetReading Add(string name, ReadOnlyMemory<byte> file, DateOnly date)
    {
        using var reader = MessageReader.Open(file, MessageReadingOptions.Default with { Today = date });
        if (reader.Message is null) return Remark($"{name}：{reader.Problems.Select(p => p.ToString()).FirstOrDefault() ?? "不是可识别的报文。"}");
        if (DocumentSet.PartOf(reader.Message.Name) is not { } part) return Remark($"{name}：{reader.Message.Title}不在这项核对之内，只核对订单、收款单、运单和清单。");
        if (Set[part] is not null) return Remark($"{name}：已经有一份{DocumentSet.Word(part)}，这一份没有采用。");
        if (reader.ReadEntity() is not { } document) return Remark($"{name}：报文里没有{DocumentSet.Word(part)}。");
        var read = this with { Set = Set.With(part, document) };
        return reader.ReadEntity() is null ? read : read.Remark($"{name}：有多份{DocumentSet.Word(part)}，只核对第一份。");
    }

    private SetReading Remark(string sentence) => this with { Remarks = [.. Remarks, sentence] };
}

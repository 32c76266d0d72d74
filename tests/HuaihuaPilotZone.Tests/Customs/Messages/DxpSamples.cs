using System.Text;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

internal static class DxpSamples
{
    public static readonly DxpHeader Header = new("HH20261122080910000001", "DXPENT0000000001", ["DXPEDCCEB0000002"], SampleMessages.Now, "CEB603Message") { FileName = "list.xml" };

    /// <summary>A message in an envelope.</summary>
    public static byte[] Wrapped(string name) => Wrapped(SampleMessages.Bytes(name), Header with { MessageType = name });

    public static byte[] Wrapped(byte[] message, DxpHeader header)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(message);
        Assert.Empty(DxpEnvelope.Wrap(output, header, input).Refusals);
        return output.ToArray();
    }

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}

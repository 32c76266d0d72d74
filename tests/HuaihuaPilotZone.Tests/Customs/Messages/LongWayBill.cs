using System.Globalization;
using System.Text;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

/// <summary>A CEB607 of any length that is made while it is read.</summary>
internal sealed class LongWayBill(int lines) : Stream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SampleMessages.Bytes("CEB607Message", 1)).Split("<ceb:WayBillList>")[0]);
    private byte[] _piece = [];
    private int _place;
    private int _line = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_place == _piece.Length && !Next()) return 0;
        var read = Math.Min(count, _piece.Length - _place);
        _piece.AsSpan(_place, read).CopyTo(buffer.AsSpan(offset));
        _place += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Next()
    {
        _place = 0;
        _line++;
        if (_line > lines + 1) return false;
        _piece = _line == 0 ? _start : _line == lines + 1 ? Encoding.UTF8.GetBytes("</ceb:WayBill><ceb:BaseTransfer><ceb:copCode>1</ceb:copCode><ceb:copName>1</ceb:copName><ceb:dxpMode>DXP</ceb:dxpMode><ceb:dxpId>1</ceb:dxpId></ceb:BaseTransfer></ceb:CEB607Message>") : Line();
        return true;
    }

    private byte[] Line() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<ceb:WayBillList><ceb:gnum>{_line % 99_999}</ceb:gnum><ceb:logisticsNo>YD{_line:D12}</ceb:logisticsNo><ceb:invtNo>49992026E{_line:D9}</ceb:invtNo></ceb:WayBillList>"));
}

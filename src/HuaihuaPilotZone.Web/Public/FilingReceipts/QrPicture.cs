using System.Globalization;
using System.Text;
using QRCoder;

namespace HuaihuaPilotZone.Web.Public.FilingReceipts;

/// <summary>The dark squares of a QR code as the path of a picture.</summary>
/// <param name="Size">Squares on a side, with the quiet border.</param>
/// <param name="Data">Content of the attribute d.</param>
public sealed record QrPath(int Size, string Data);

/// <summary>Draws QR codes as paths, so that they need no style and no script and print sharp.</summary>
public static class QrPicture
{
    public static QrPath Path(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return new QrPath(rows.Count, path.ToString());
    }
}

using System.Text;
using System.Xml;

namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>Turns what a broken file makes the readers throw into a problem of the log. Faults of the stream pass through.</summary>
internal sealed class ReadingGuard(ReadingLog log)
{
    /// <summary>Where the bytes that are being read come from.</summary>
    public MessageSource? Source { get; set; }

    /// <summary>The cursor that is being moved.</summary>
    public XmlCursor? Cursor { get; set; }

    /// <summary>Takes a step.</summary>
    /// <returns>What the step gives; false when the file broke.</returns>
    public bool Run(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (XmlException fault)
        {
            log.Add(XmlFaults.Problem(fault, Source?.Beginning ?? ""));
        }
        catch (DecoderFallbackException)
        {
            log.Add(new MessageProblem(MessageProblemKind.WrongEncoding, Cursor?.Line ?? 0, Cursor?.Column ?? 0, "", "这里之后的字节与声明的编码不符。请按 UTF-8 保存并声明 UTF-8。"));
        }
        catch (ReadingStoppedException stopped)
        {
            log.Add(stopped.Problem);
        }

        return false;
    }
}

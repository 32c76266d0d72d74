using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Messages;

/// <summary>Section "Mail". Without a host, mail is written as files into <see cref="Folder"/> and nothing leaves the machine.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP host; empty = file outbox.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public bool UseTls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender's address.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "no-reply@example.invalid";

    /// <summary>Folder of the file outbox, relative to the content root.</summary>
    [Required]
    public string Folder { get; set; } = "App_Data/outbox";
}

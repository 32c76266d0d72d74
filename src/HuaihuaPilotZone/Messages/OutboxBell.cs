using HuaihuaPilotZone.Common;

namespace HuaihuaPilotZone.Messages;

/// <summary>Rings when mail was added.</summary>
public sealed class OutboxBell : Bell;

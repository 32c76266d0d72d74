using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;
using Microsoft.Extensions.Options;

namespace HuaihuaPilotZone.Content.Editorial;

/// <summary>What the desks of all kinds of text work with.</summary>
public sealed class EditorialTools(PortalDbContext db, PortalJournal journal, EditorialNotices notices, TextChecks checks, Actor actor, ChinaTime time, IOptions<EditorialOptions> options)
{
    internal PortalDbContext Db => db;

    internal PortalJournal Journal => journal;

    internal EditorialNotices Notices => notices;

    internal TextChecks Checks => checks;

    internal Actor Actor => actor;

    internal ChinaTime Time => time;

    internal SeparateDuties Duties => options.Value.SeparateDuties;
}

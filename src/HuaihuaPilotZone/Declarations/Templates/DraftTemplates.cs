using System.Globalization;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Journal;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Declarations.Templates;

/// <summary>The templates of an enterprise: kept from its documents, started from, thrown away.</summary>
public sealed class DraftTemplates(PortalDbContext db, DeclarationService declarations, CustomsTablesSource tables, RefusedAccess refused, PortalJournal journal, Actor actor, ChinaTime time)
{
    public const string KeptAct = "template.kept";
    public const string DeletedAct = "template.deleted";

    private const string Gone = "没有找到这个模板。";

    public Task<Page<DraftTemplate>> ListAsync(int enterpriseId, string? word, PageRequest page, CancellationToken cancellation)
    {
        var templates = db.DraftTemplates.AsNoTracking().Where(t => t.EnterpriseId == enterpriseId);
        if (SearchWord.Of(word) is { } part) templates = templates.Where(t => t.Name.Contains(part) || t.GoodsSummary.Contains(part));
        return templates.OrderBy(t => t.Name).ThenBy(t => t.Id).ToPageAsync(page, cancellation);
    }

    /// <summary>One template of the enterprise. Asking for somebody else's gives null and leaves a line in the journal.</summary>
    public async Task<DraftTemplate?> FindAsync(int enterpriseId, int id, CancellationToken cancellation)
    {
        var template = await db.DraftTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.EnterpriseId == enterpriseId, cancellation);
        if (template is null && await db.DraftTemplates.AnyAsync(t => t.Id == id, cancellation)) await refused.NoteAsync(JournalSubjects.Template, Key(id), cancellation);
        return template;
    }

    /// <summary>Keeps a document of the enterprise, in any state, as a template without what belongs to one shipment.</summary>
    /// <returns>The template's id.</returns>
    public async Task<Outcome<int>> KeepAsync(int enterpriseId, DeclarationNumber number, string name, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > DraftTemplate.NameMaxLength) return Outcome.Refused("Name", $"请填写模板名称，最多 {DraftTemplate.NameMaxLength} 个字。");
        if (await declarations.FindAsync(enterpriseId, number, cancellation) is not { } declaration) return Outcome.Refused(DeclarationService.Gone);
        var started = OneShipment.StartFrom(declaration.Read(), $"来自模板：{name}", await tables.ReadAsync(cancellation));
        try
        {
            return await db.InTransactionAsync<int>(
                async token =>
                {
                    var template = new DraftTemplate
                    {
                        EnterpriseId = enterpriseId,
                        Name = name,
                        Kind = declaration.Kind,
                        TradeMode = declaration.TradeMode,
                        Document = DocumentJson.Serialize(started.Document),
                        Origins = DraftOrigins.Write(started.Origins),
                        MadeFrom = number,
                        GoodsSummary = declaration.GoodsSummary,
                        ModeReason = declaration.ModeReason,
                        CreatedAt = time.UtcNow,
                        CreatedBy = actor.Name,
                    };
                    db.DraftTemplates.Add(template);
                    await db.SaveChangesAsync(token);
                    journal.Write(JournalSubjects.Template, Key(template.Id), KeptAct, $"{name}，来自 {number}");
                    await db.SaveChangesAsync(token);
                    return template.Id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            return Outcome.Refused("Name", $"已有名为“{name}”的模板，请换一个名称。");
        }
    }

    /// <summary>Throws a template away; drafts that started from it keep what they have.</summary>
    public Task<Outcome> DeleteAsync(int enterpriseId, int id, CancellationToken cancellation) => db.InTransactionAsync(
        async token =>
        {
            var name = await db.DraftTemplates.Where(t => t.Id == id && t.EnterpriseId == enterpriseId).Select(t => t.Name).SingleOrDefaultAsync(token);
            if (name is null || await db.DraftTemplates.Where(t => t.Id == id).ExecuteDeleteAsync(token) == 0) return Outcome.Refused(Gone);
            journal.Write(JournalSubjects.Template, Key(id), DeletedAct, name);
            await db.SaveChangesAsync(token);
            return Outcome.Done;
        },
        cancellation);

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}

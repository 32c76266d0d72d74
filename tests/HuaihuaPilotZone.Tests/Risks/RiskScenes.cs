using HuaihuaPilotZone.Books;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Risks;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Risks;

/// <summary>What editors and enterprises do with notices of risks, in one line each.</summary>
internal static class RiskScenes
{
    public const string Home = "/park/risks";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Dictionary<string, string?> Form(string title, string? countries = null, string? goods = null) => new(StringComparer.Ordinal)
    {
        ["Severity"] = nameof(RiskSeverity.Warning),
        ["Title"] = title,
        ["Summary"] = $"{title}的摘要",
        ["Body"] = "## 影响\n\n- 查验变多",
        ["From"] = "2026-11-20",
        ["Source"] = "测试来源",
        ["SourceOn"] = "2026-11-01",
        ["Countries"] = countries,
        ["Goods"] = goods,
    };

    /// <summary>Writes a draft; gives the desk's address of it.</summary>
    public static async Task<string> WriteAsync(this Visitor editor, Dictionary<string, string?> form) => (await editor.SubmitAsync($"{Home}/new", form, $"{Home}/new")).LedTo();

    /// <summary>Writes and publishes; gives the desk's address and the number.</summary>
    public static async Task<(string Page, string Number)> PublishAsync(this Portal portal, Visitor editor, Dictionary<string, string?> form)
    {
        var page = await editor.WriteAsync(form);
        (await editor.SubmitAsync(page, [], $"{page}/publish")).LedTo();
        return (page, await portal.NumberAsync(page));
    }

    public static Task<string> NumberAsync(this Portal portal, string page) => portal.WithDatabaseAsync(db => db.RiskNotices.Where(n => n.Id == IdOf(page)).Select(n => n.Number).SingleAsync(Cancellation));

    public static int IdOf(string page) => int.Parse(page[(page.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Does what waits in the background.</summary>
    public static async Task RunJobsAsync(this Portal portal)
    {
        while (await portal.Services.GetRequiredService<JobRunner>().RunNextAsync(Cancellation))
        {
            // until nothing waits
        }
    }

    /// <summary>The enterprises that were told of a notice.</summary>
    public static async Task<List<int>> ToldAsync(this Portal portal, string page) =>
        await portal.WithDatabaseAsync(db => db.RiskDeliveries.Where(d => d.NoticeId == IdOf(page)).OrderBy(d => d.EnterpriseId).Select(d => d.EnterpriseId).ToListAsync(Cancellation));

    public static BookProduct Product(int enterpriseId, string itemNo, string hsCode, string? destination = null, bool isArchived = false) => new()
    {
        EnterpriseId = enterpriseId,
        ItemNo = itemNo,
        Name = $"测试商品 {itemNo}",
        HsCode = hsCode,
        Unit = "007",
        Destination = destination,
        IsArchived = isArchived,
        UpdatedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    public static Task<int> EnterpriseAsync(this Portal portal, string user) =>
        portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.User!.UserName == user && m.EndedAt == null).Select(m => m.EnterpriseId).SingleAsync(Cancellation));

    /// <summary>Enterprises that nobody of these tests acts for.</summary>
    public static Task<List<int>> OthersAsync(this Portal portal, int count, params int[] except) =>
        portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.IsDemonstration && !except.Contains(e.Id)).OrderBy(e => e.Id).Select(e => e.Id).Take(count).ToListAsync(Cancellation));
}

using System.Net;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Tests.Enterprises;
using HuaihuaPilotZone.Tests.Imports;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tests.Yard;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>Masks where work is done with what they hide: the bench of the roster, the yard, the list of mails.</summary>
public sealed class MaskingAtWorkTests(Portal portal)
{
    private const string Name = "钟离示例人";
    private const string Phone = "13711110000";
    private const string Wrong = "13711110000转八";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_in_a_file_are_masked_at_the_bench_and_shown_in_full_for_a_reason_that_is_journalled()
    {
        var park = await portal.VisitAsAsync("admin");
        var row = RosterFiles.Row("青柚灯具公司").With("联系人", Name);
        var matching = await park.OpenAsync((await park.UploadRosterAsync("遮盖列.csv", RosterFiles.Csv(row.With("联系电话", Phone)))).LedTo());
        Hides(matching.DocumentElement.OuterHtml);
        Assert.Contains("137****0000", matching.Content(), StringComparison.Ordinal);
        var address = await park.ImportRosterAsync("遮盖.csv", row.With("联系电话", Wrong), RosterFiles.Row("墨竹陶瓷公司").With("联系人", Name).With("联系电话", Phone));

        foreach (var page in new[] { address, $"{address}?show=all" }) Hides((await park.OpenAsync(page)).DocumentElement.OuterHtml);

        var full = $"{address}/contacts/full";
        Assert.NotNull((await park.OpenAsync(address)).QuerySelector($"a[href='{full}']"));
        Hides((await (await park.SubmitAsync(full, new() { ["Reason"] = " " }, full)).RefusedWithAsync("请写明查看的原因")).DocumentElement.OuterHtml);
        var seen = await Visitor.ReadAsync(await park.SubmitAsync(full, new() { ["Reason"] = "对照原表改电话" }, full));
        // only what has to be mended
        var shown = Assert.Single(seen.QuerySelectorAll("[data-unmasked]")).TextContent;
        foreach (var whole in new[] { Name, Wrong, "第 2 行" }) Assert.Contains(whole, shown, StringComparison.Ordinal);
        var line = Assert.Single(await portal.LinesAsync(JournalSubjects.Import, address[(address.LastIndexOf('/') + 1)..]), l => l.Act == PrivacyActs.Unmasked);
        Assert.Equal(("示例管理员", "对照原表改电话"), (line.UserName, line.Note));
    }

    [Fact]
    public async Task A_masked_cell_that_comes_back_untouched_keeps_what_the_file_said_and_half_a_mask_is_refused()
    {
        var park = await portal.VisitAsAsync("admin");
        var address = await park.ImportRosterAsync("遮盖改.csv", RosterFiles.Row("苍耳文具公司").With("联系人", Name).With("联系电话", Wrong));
        Task<string> RepairAsync(string column, string value) => RepairedAsync(park, address, "rows", new() { ["Row"] = "2", ["Cells[0].Column"] = column, ["Cells[0].Value"] = value });

        Assert.Contains("已修改并重新核对", await RepairAsync("contact", Masks.Name(Name)!), StringComparison.Ordinal);
        Assert.Contains(Masks.Typed, await RepairAsync("phone", "137****"), StringComparison.Ordinal);
        Assert.Contains(Masks.Typed, await RepairedAsync(park, address, "kinds", new() { ["RuleId"] = "ROSTER-012", ["Column"] = "phone", ["Act"] = "value", ["To"] = "137****0000" }), StringComparison.Ordinal);
        Assert.Contains("已修改并重新核对", await RepairAsync("phone", Phone), StringComparison.Ordinal);
        await park.CommitAsync(address);

        var kept = await portal.WithDatabaseAsync(db => db.Enterprises.Where(e => e.Name == "苍耳文具公司").SelectMany(e => e.Contacts).AsNoTracking().SingleAsync(Cancellation));
        Assert.Equal((Name, Phone), (kept.Name, kept.Phone));
    }

    [Fact]
    public async Task What_an_update_will_change_of_a_contact_is_said_masked()
    {
        var park = await portal.VisitAsAsync("admin");
        var code = CreditCode.Next();
        var first = await park.ImportRosterAsync("遮盖旧.csv", RosterFiles.Row("丹橘五金公司", code).With("联系人", Name).With("联系电话", "13722220000"));
        await park.CommitAsync(first);
        var address = await park.ImportRosterAsync("遮盖新.csv", RosterFiles.Row("丹橘五金公司", code).With("联系人", Name).With("联系电话", "13711110000"));

        await park.ChooseAsync(address, "ROSTER-101", "更新");
        var page = await park.OpenAsync($"{address}?show=advice");

        Hides(page.DocumentElement.OuterHtml);
        Assert.DoesNotContain("13722220000", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        // both numbers have the same mask
        Assert.Contains(page.Said(2), s => s.Contains("137****0000（有修改）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_that_are_taken_home_to_be_mended_are_whole_and_that_is_journalled()
    {
        var park = await portal.VisitAsAsync("admin");
        var address = await park.ImportRosterAsync("遮盖带走.csv", RosterFiles.Row("玄米家纺公司").With("联系人", Name).With("联系电话", Wrong));
        Task<int> TakenAsync() => portal.WithDatabaseAsync(db => db.Journal.CountAsync(l => l.Subject == JournalSubjects.Import && l.Act == ImportDownloads.TakenAct && l.Note == "遮盖带走.csv", Cancellation));
        Assert.Equal(0, await TakenAsync());

        var file = await park.ReadTextAsync($"{address}/failed.csv");

        foreach (var whole in new[] { Name, Wrong }) Assert.Contains(whole, file, StringComparison.Ordinal);
        Assert.Equal(1, await TakenAsync());
    }

    [Fact]
    public async Task The_page_of_a_stay_masks_its_vehicles_and_shows_them_for_a_reason()
    {
        var (container, auditor) = (YardScenes.NextContainer(), await portal.VisitAsAsync("auditor"));
        var stay = await portal.ComesInAsync(container, new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Unspecified));
        await portal.WithDatabaseAsync(db => db.GateMoves.Where(m => m.StayId == stay).ExecuteUpdateAsync(set => set.SetProperty(m => m.Vehicle, "湘NB6789"), Cancellation));
        var (page, full) = ($"/park/yard/stays/{stay}", $"/park/yard/stays/{stay}/vehicles/full");

        var shown = await auditor.OpenAsync(page);
        Assert.Contains("湘N***89", shown.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("湘NB6789", shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector($"a[href='{full}']"));
        Assert.DoesNotContain("湘NB6789", (await (await auditor.SubmitAsync(full, new() { ["Reason"] = "" }, full)).RefusedWithAsync("请写明查看的原因")).DocumentElement.OuterHtml, StringComparison.Ordinal);

        var seen = await Visitor.ReadAsync(await auditor.SubmitAsync(full, new() { ["Reason"] = "核对出场车辆" }, full));

        Assert.Contains("湘NB6789", Assert.Single(seen.QuerySelectorAll("[data-unmasked]")).TextContent, StringComparison.Ordinal);
        Assert.Contains(await portal.LinesAsync(JournalSubjects.YardStay, $"{stay}"), l => l is { Act: PrivacyActs.VehiclesUnmasked, Note: "核对出场车辆" });
        Assert.Contains("查看完整车牌", (await auditor.OpenAsync(page)).Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_mails_masks_whom_they_went_to_and_shows_one_for_a_reason()
    {
        var address = $"{Guid.NewGuid():N}@example.invalid";
        var id = await portal.WithDatabaseAsync(async db =>
        {
            var mail = new OutgoingMail
            {
                MessageId = Guid.NewGuid().ToString("N"),
                Kind = MessageKind.EntryDecision,
                To = address,
                Subject = "送不到的信",
                Text = "正文",
                WrittenAt = DateTime.UnixEpoch,
                DueAt = DateTime.UnixEpoch,
                Attempts = 6,
                GivenUpAt = DateTime.UnixEpoch,
                LastError = $"550 {address} unknown",
            };
            db.OutgoingMails.Add(mail);
            await db.SaveChangesAsync(Cancellation);
            return mail.Id;
        });
        var park = await portal.VisitAsAsync("admin");

        var list = (await park.OpenAsync($"/park/messages?q={address}")).QuerySelector("table")!;
        Assert.DoesNotContain(address, list.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(Masks.Mail(address)!, list.TextContent, StringComparison.Ordinal);

        var full = $"/park/messages/{id}/recipient/full";
        Assert.NotNull(list.QuerySelector($"a[href='{full}']"));
        Assert.Contains(address, (await Visitor.ReadAsync(await park.SubmitAsync(full, new() { ["Reason"] = "查退信" }, full))).Content(), StringComparison.Ordinal);
        Assert.Contains(await portal.LinesAsync(JournalSubjects.Mail, $"{id}"), l => l is { Act: PrivacyActs.Unmasked, Note: "查退信" });
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.VisitAsAsync("reviewer")).GetAsync(full)).StatusCode);
    }

    [Theory]
    [InlineData("/park/imports/2147483647/contacts/full")]
    [InlineData("/park/messages/2147483647/recipient/full")]
    [InlineData("/park/yard/stays/2147483647/vehicles/full")]
    public async Task There_is_nothing_to_see_of_a_record_that_does_not_exist(string address) => Assert.Equal(HttpStatusCode.NotFound, (await (await portal.VisitAsAsync("admin")).GetAsync(address)).StatusCode);

    private static void Hides(string page)
    {
        foreach (var whole in new[] { Name, Phone }) Assert.DoesNotContain(whole, page, StringComparison.Ordinal);
    }

    private static async Task<string> RepairedAsync(Visitor park, string address, string what, Dictionary<string, string?> fields) =>
        await park.NoticeAfterAsync(await park.ForgeAsync(address, $"{address}/{what}", fields));
}

using System.Net;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Tests.Declarations;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Messages;

/// <summary>People are told of what concerns them, and of nothing else.</summary>
public sealed class ReadingTheInboxTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_tells_the_reviewers_and_its_answer_tells_the_filer_and_the_administrator()
    {
        var scene = await Scene.MakeAsync(portal);
        var reviewer = await portal.HasPersonAsync(StaffRoles.Reviewer);
        var editor = await portal.HasPersonAsync(StaffRoles.ContentEditor);
        var number = await Filing.SubmitNewAsync(await scene.VisitAsync(scene.Filer));

        Assert.Contains("等待核对", Assert.Single(await TitlesAsync(reviewer, number)), StringComparison.Ordinal);
        Assert.Empty(await TitlesAsync(editor, number));
        await portal.ReceiveAsync(reviewer.Email!, number);
        var desk = await (await portal.VisitAsAsync(reviewer.UserName!)).OpenAsync("/park");
        Assert.Contains("条未读", desk.QuerySelector(".bell")!.GetAttribute("aria-label"), StringComparison.Ordinal);

        await (await portal.VisitAsAsync("reviewer")).SubmitAsync(
            $"/park/declarations/{number}", new() { ["Points[0].Path"] = "/packNo", ["Points[0].Reason"] = "与装箱单不符" }, $"/park/declarations/{number}/return");

        foreach (var person in new[] { scene.Filer, scene.Administrator })
        {
            Assert.Contains("退回修改", Assert.Single(await TitlesAsync(person, number)), StringComparison.Ordinal);
            await portal.ReceiveAsync(person.Email!, "退回修改");
        }
        Assert.Empty(await TitlesAsync(scene.Colleague, number));
        Assert.Empty(await TitlesAsync(scene.Stranger, number));
    }

    [Fact]
    public async Task Every_further_change_of_state_is_told_to_those_who_did_not_make_it()
    {
        var scene = await Scene.MakeAsync(portal);
        var filer = await scene.VisitAsync(scene.Filer);
        var number = await Filing.PassNewAsync(portal, filer);
        var page = $"/enterprise/declarations/{number}";
        await filer.SubmitAsync(page, new() { ["On"] = "2026-11-22" }, $"{page}/handover");
        await filer.SubmitAsync(page, new() { ["Reason"] = "海关要求更正" }, $"{page}/amend");
        await filer.SubmitAsync(page, new() { ["Reason"] = "不再出口" }, $"{page}/withdraw");

        Assert.Equal(["已撤回", "已取回修改", "已移交", "已核对通过"], (await TitlesAsync(scene.Administrator, number)).Select(t => t.Split(' ')[^1]));
        Assert.Equal(["已核对通过"], (await TitlesAsync(scene.Filer, number)).Select(t => t.Split(' ')[^1]));
    }

    [Fact]
    public async Task A_refused_act_tells_nobody()
    {
        var scene = await Scene.MakeAsync(portal);
        var number = await Filing.SubmitNewAsync(await scene.VisitAsync(scene.Filer));

        await (await portal.VisitAsAsync("reviewer")).SubmitAsync($"/park/declarations/{number}", new() { ["Version"] = "1", ["Note"] = "请改" }, $"/park/declarations/{number}/return");

        Assert.Empty(await TitlesAsync(scene.Administrator, number));
    }

    [Fact]
    public async Task Opening_a_notice_marks_it_as_read_and_leads_to_the_record_of_the_right_enterprise()
    {
        var scene = await Scene.MakeAsync(portal);
        var other = await portal.HasEnterpriseAsync("另一家受托企业");
        await portal.HasMembershipAsync(scene.Administrator, other);
        var number = await Filing.PassNewAsync(portal, await scene.VisitAsync(scene.Filer));
        var visitor = await scene.VisitAsync(scene.Administrator);
        await visitor.SubmitAsync("/enterprise/switch", [], button: $"enterpriseId={other}");
        var unread = await visitor.OpenAsync("/inbox?unread=true");
        var id = unread.QuerySelector("[data-notice]")!.GetAttribute("data-notice");

        var answer = await visitor.SubmitAsync("/inbox", [], $"/inbox/{id}/open");

        Assert.Contains(number, (await visitor.OpenAsync(answer.LedTo())).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await visitor.OpenAsync("/inbox?unread=true")).QuerySelector("[data-notice]"));
        Assert.Equal("false", (await visitor.OpenAsync("/inbox")).QuerySelector($"[data-notice='{id}']")!.GetAttribute("data-unread"));
    }

    [Fact]
    public async Task Somebody_elses_notice_cannot_be_opened_and_stays_unread()
    {
        var scene = await Scene.MakeAsync(portal);
        await Filing.PassNewAsync(portal, await scene.VisitAsync(scene.Filer));
        var id = (await NoticesAsync(scene.Administrator))[0].Id;
        var stranger = await scene.VisitAsync(scene.Stranger);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ForgeAsync("/inbox/settings", $"/inbox/{id}/open", [])).StatusCode);
        await stranger.ForgeAsync("/inbox/settings", "/inbox/read", new() { ["upTo"] = int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Null((await NoticesAsync(scene.Administrator)).Single(n => n.Id == id).ReadAt);
    }

    [Fact]
    public async Task Who_no_longer_serves_an_enterprise_no_longer_reads_of_it()
    {
        var scene = await Scene.MakeAsync(portal);
        await Filing.PassNewAsync(portal, await scene.VisitAsync(scene.Filer));
        var visitor = await scene.VisitAsync(scene.Administrator);
        Assert.NotNull((await visitor.OpenAsync("/inbox")).QuerySelector("[data-notice]"));

        await portal.WithDatabaseAsync(db => db.Memberships.Where(m => m.UserId == scene.Administrator.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.EndedAt, DateTime.UnixEpoch), Cancellation));

        Assert.Null((await visitor.OpenAsync("/inbox")).QuerySelector("[data-notice]"));
    }

    [Fact]
    public async Task All_is_read_at_once_but_not_what_came_meanwhile_and_the_list_turns_pages()
    {
        var person = await portal.HasPersonAsync(StaffRoles.Auditor);
        await TellAsync(person, 23);
        var visitor = await portal.VisitAsAsync(person.UserName!);
        var second = await visitor.OpenAsync("/inbox?page=2");
        Assert.Equal(3, second.QuerySelectorAll("[data-notice]").Length);
        var first = await visitor.OpenAsync("/inbox");
        var upTo = first.Value("upTo");
        await TellAsync(person, 1);

        await visitor.ForgeAsync("/inbox/settings", "/inbox/read", new() { ["upTo"] = upTo });

        Assert.Single((await visitor.OpenAsync("/inbox?unread=true")).QuerySelectorAll("[data-notice]"));
    }

    [Fact]
    public async Task Mail_follows_the_persons_choice_and_the_inbox_always_gets_the_notice()
    {
        var scene = await Scene.MakeAsync(portal);
        var administrator = await scene.VisitAsync(scene.Administrator);
        var saved = await administrator.ForgeAsync("/inbox/settings", "/inbox/settings", new() { ["Mailed"] = nameof(MessageKind.DeclarationMoved) });
        Assert.Equal("/inbox/settings", saved.LedTo());
        var page = await administrator.OpenAsync("/inbox/settings");
        Assert.Equal([nameof(MessageKind.DeclarationMoved)], page.QuerySelectorAll("[name=Mailed][checked]").Select(c => c.GetAttribute("value")));

        var number = await Filing.PassNewAsync(portal, await scene.VisitAsync(scene.Filer));

        Assert.Single(await TitlesAsync(scene.Administrator, number));
        // the filer's mail was written in the same transaction, later by id: once it is there, the other would be
        await portal.ReceiveAsync(scene.Filer.Email!, "已核对通过");
        Assert.Empty(await portal.WithDatabaseAsync(db => db.OutgoingMails.Where(m => m.To == scene.Administrator.Email).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_kind_that_does_not_exist_is_refused() =>
        await (await (await portal.VisitAsAsync("tea")).ForgeAsync("/inbox/settings", "/inbox/settings", new() { ["Mailed"] = nameof(MessageKind.PasswordReset) }))
            .RefusedWithAsync("没有这种消息，请刷新后再选。");

    [Fact]
    public async Task Administrators_see_mails_that_were_given_up_without_their_text_and_send_them_again()
    {
        var address = $"{Guid.NewGuid():N}@example.invalid";
        await portal.WithDatabaseAsync(db =>
        {
            db.OutgoingMails.Add(new OutgoingMail
            {
                MessageId = Guid.NewGuid().ToString("N"),
                Kind = MessageKind.EntryDecision,
                To = address,
                Subject = "送不出去的信",
                Text = "不该看到的正文",
                WrittenAt = DateTime.UnixEpoch,
                DueAt = DateTime.UnixEpoch,
                Attempts = 6,
                GivenUpAt = DateTime.UnixEpoch,
                LastError = "邮箱已满",
            });
            return db.SaveChangesAsync(Cancellation);
        });
        var administrator = await portal.VisitAsAsync("admin");
        var page = await administrator.OpenAsync($"/park/messages?q={address}");
        Assert.Contains("邮箱已满", page.Content(), StringComparison.Ordinal);
        Assert.DoesNotContain("不该看到的正文", page.Content(), StringComparison.Ordinal);

        var action = page.QuerySelector("tr[data-mail] form")!.GetAttribute("action")!;
        var notice = await administrator.NoticeAfterAsync(await administrator.SubmitAsync($"/park/messages?q={address}", [], action));

        Assert.Equal("已重新排队发送。", notice);
        await portal.ReceiveAsync(address, "不该看到的正文");
    }

    private async Task TellAsync(PortalUser person, int times) => await portal.WithDatabaseAsync(db =>
    {
        for (var i = 0; i < times; i++)
            db.Notices.Add(new Notice { UserId = person.Id, Kind = MessageKind.JobEnded, Title = $"第 {i} 条", Text = "示例", Link = "/park", At = DateTime.UnixEpoch });
        return db.SaveChangesAsync(Cancellation);
    });

    private Task<List<Notice>> NoticesAsync(PortalUser person) =>
        portal.WithDatabaseAsync(db => db.Notices.AsNoTracking().Where(n => n.UserId == person.Id).OrderByDescending(n => n.Id).ToListAsync(Cancellation));

    /// <summary>Titles of a person's notices about one declaration, the newest first.</summary>
    private async Task<List<string>> TitlesAsync(PortalUser person, string number) =>
        [.. (await NoticesAsync(person)).Select(n => n.Title).Where(t => t.Contains(number, StringComparison.Ordinal))];

    /// <summary>An enterprise with its people, and somebody of another enterprise.</summary>
    private sealed record Scene(Portal Portal, PortalUser Administrator, PortalUser Filer, PortalUser Colleague, PortalUser Stranger)
    {
        public static async Task<Scene> MakeAsync(Portal portal)
        {
            var scene = new Scene(portal, await portal.HasPersonAsync(), await portal.HasPersonAsync(), await portal.HasPersonAsync(), await portal.HasPersonAsync());
            var enterprise = await portal.HasEnterpriseAsync("示例消息企业");
            await portal.HasFilingProfileAsync(enterprise);
            await portal.HasMembershipAsync(scene.Administrator, enterprise);
            await portal.HasMembershipAsync(scene.Filer, enterprise, MembershipRole.EnterpriseFiler);
            await portal.HasMembershipAsync(scene.Colleague, enterprise, MembershipRole.EnterpriseFiler);
            await portal.HasMembershipAsync(scene.Stranger, await portal.HasEnterpriseAsync("无关企业"));
            return scene;
        }

        public Task<Visitor> VisitAsync(PortalUser person) => Portal.VisitAsAsync(person.UserName!);
    }
}

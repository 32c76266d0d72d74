using System.Net;
using System.Text.Json;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Requests;
using HuaihuaPilotZone.Personal.Retention;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>The export of one's own data, with another person in the same tables.</summary>
public sealed class TakingOwnDataAlongTests(Portal portal)
{
    private const string Centre = "/account/privacy";

    [Fact]
    public async Task A_person_takes_along_what_is_theirs_and_nothing_of_anybody_else()
    {
        var (person, enterprise) = await portal.HasColleagueAsync("示例导出甲有限公司", OwnData.Phone);
        var (other, _) = await portal.HasColleagueAsync("示例导出乙有限公司", "13900003333");
        var visitor = await portal.VisitAsAsync(person.UserName!);
        await visitor.SubmitAsync(Centre, new() { ["AcceptsNotice"] = "true" }, $"{Centre}/give");
        await (await portal.VisitAsAsync(other.UserName!)).SubmitAsync(Centre, new() { ["AcceptsNotice"] = "true" }, $"{Centre}/give");

        var answer = await visitor.SubmitAsync(Centre, [], $"{Centre}/export");
        var files = await answer.UnzipAsync();

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(ExportSections.Keys.Select(k => $"{k}.csv").Append("personal-data.json").Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        var json = JsonDocument.Parse(files["personal-data.json"]).RootElement;
        Assert.Equal(ExportSections.Keys, json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(person.Email, json.GetProperty("account")[0].GetProperty("email").GetString());
        Assert.Equal("示例导出甲有限公司", json.GetProperty("memberships")[0].GetProperty("enterprise").GetString());
        Assert.Equal(OwnData.Phone, json.GetProperty("contacts")[0].GetProperty("phone").GetString());
        Assert.Equal(1, json.GetProperty("contacts").GetArrayLength());
        Assert.Equal(1, json.GetProperty("consents").GetArrayLength());
        Assert.Contains(json.GetProperty("acts").EnumerateArray(), a => a.GetProperty("act").GetString() == PrivacyActs.Exported);
        Assert.All(files, f => Assert.DoesNotContain(other.UserName!, f.Value, StringComparison.Ordinal));
        Assert.All(files, f => Assert.DoesNotContain($"beside{enterprise}", f.Value, StringComparison.Ordinal));
        Assert.All(files, f => Assert.DoesNotContain("13900003333", f.Value, StringComparison.Ordinal));
        Assert.StartsWith("\uFEFF姓名,登录名,邮箱", files["account.csv"].StartsWith('\uFEFF') ? files["account.csv"] : "\uFEFF" + files["account.csv"], StringComparison.Ordinal);
        Assert.Contains(await portal.LinesAsync(JournalSubjects.Account, person.UserName!), l => l.Act == PrivacyActs.Exported);
    }

    [Fact]
    public async Task An_export_with_many_rows_is_made_by_a_job_and_is_its_persons_alone_for_some_days()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"), ("Privacy:ExportRows", "100"));
        var (person, other) = (await own.HasPersonAsync(), await own.HasPersonAsync());
        await own.WithDatabaseAsync(db =>
        {
            db.Notices.AddRange(Enumerable.Range(0, 150).Select(i => new Notice { UserId = person.Id, Kind = MessageKind.JobEnded, Title = $"第 {i} 条", Text = "示例", Link = "/enterprise", At = own.Clock.GetUtcNow().UtcDateTime }));
            return db.SaveChangesAsync(Cancellation);
        });
        var (visitor, stranger) = (await own.VisitAsAsync(person.UserName!), await own.VisitAsAsync(other.UserName!));
        Assert.Equal("application/zip", (await stranger.SubmitAsync(Centre, [], $"{Centre}/export")).Content.Headers.ContentType!.MediaType);

        Assert.Equal(Centre, (await visitor.SubmitAsync(Centre, [], $"{Centre}/export")).LedTo());
        Assert.Equal(Centre, (await visitor.SubmitAsync(Centre, [], $"{Centre}/export")).LedTo());
        Assert.NotNull((await visitor.OpenAsync(Centre)).QuerySelector("[data-export=making]"));
        Assert.True(await RunAsync(own));
        // asked twice, made once
        Assert.False(await RunAsync(own));

        var checkpoint = await own.WithDatabaseAsync(db => db.Jobs.Where(j => j.Kind == "privacy.export" && j.OwnerId == person.Id).Select(j => j.Checkpoint!).SingleAsync(Cancellation));
        var kept = new MemoryStream();
        await using (var sealedZip = own.Services.GetRequiredService<IFileStorage>().OpenRead(checkpoint.Trim('"')[..64])) await sealedZip.CopyToAsync(kept, Cancellation);
        // names of files stand in a zip as they are
        Assert.Equal(-1, kept.ToArray().AsSpan().IndexOf("personal-data.json"u8));

        var place = (await visitor.OpenAsync(Centre)).QuerySelector("[data-export=ready] a")!.GetAttribute("href")!;
        var answer = await visitor.GetAsync(place);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var files = await answer.UnzipAsync();
        Assert.Equal(150, JsonDocument.Parse(files["personal-data.json"]).RootElement.GetProperty("notices").GetArrayLength());
        Assert.Equal(PersonalExport.FilesInZip, files.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(place)).StatusCode);
        Assert.True(await own.WithDatabaseAsync(db => db.Notices.AnyAsync(n => n.UserId == person.Id && n.Kind == MessageKind.JobEnded && n.Link == Centre && n.Title.Contains("已完成"), Cancellation)));

        own.Clock.Set(new DateTimeOffset(2026, 11, 30, 19, 0, 0, TimeSpan.Zero));
        own.ForgetVisitors();
        Assert.Equal(HttpStatusCode.NotFound, (await (await own.VisitAsAsync(person.UserName!)).GetAsync(place)).StatusCode);
        var hashes = own.Services.GetRequiredService<IFileStorage>().Hashes().Count();
        Assert.True(await own.InScopeAsync(s => s.GetRequiredService<RetentionService>().StartDueAsync(Cancellation)));
        while (await RunAsync(own))
        {
        }

        Assert.Equal(hashes - 1, own.Services.GetRequiredService<IFileStorage>().Hashes().Count());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<bool> RunAsync(Portal own) => own.Services.GetRequiredService<JobRunner>().RunNextAsync(Cancellation);

    [Fact]
    public async Task A_name_is_corrected_by_the_person_alone_and_an_empty_one_is_refused()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await portal.VisitAsAsync(person.UserName!);

        await (await visitor.SubmitAsync(Centre, new() { ["Name"] = " " }, $"{Centre}/name")).RefusedWithAsync("请填写姓名");
        Assert.Equal(Centre, (await visitor.SubmitAsync(Centre, new() { ["Name"] = "更正后的姓名" }, $"{Centre}/name")).LedTo());

        Assert.Equal("更正后的姓名", (await visitor.OpenAsync(Centre)).Value("Name"));
        var line = Assert.Single(await portal.LinesAsync(JournalSubjects.Account, person.UserName!), l => l.Act == PrivacyActs.Corrected);
        Assert.Equal((person.DisplayName, "更正后的姓名"), (line.Changes[0].Personal!.OldValue, line.Changes[0].Personal!.NewValue));
    }

    [Fact]
    public async Task The_pages_speak_English_too()
    {
        var person = await portal.HasPersonAsync();
        var visitor = await portal.VisitAsAsync(person.UserName!);

        Assert.Equal("My personal data", (await visitor.OpenAsync("/en/account/privacy")).QuerySelector("h1")!.TextContent);
        Assert.Equal("My requests", (await visitor.OpenAsync("/en/account/privacy/requests")).QuerySelector("h1")!.TextContent);
    }
}

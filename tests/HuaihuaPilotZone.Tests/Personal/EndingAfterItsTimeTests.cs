using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Enterprises.Applications;
using HuaihuaPilotZone.Enterprises.Importing;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Imports.Batches;
using HuaihuaPilotZone.Jobs;
using HuaihuaPilotZone.Journal;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Personal.Retention;
using HuaihuaPilotZone.Tests.Support;
using HuaihuaPilotZone.Tests.Yard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Personal;

/// <summary>What the night ends, and what stays because it is not time or a record needs it.</summary>
public sealed class EndingAfterItsTimeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_night_ends_what_is_due_in_batches_keeps_numbers_and_says_how_much()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        var person = await own.HasPersonAsync();
        var old = own.Clock.GetUtcNow().UtcDateTime.AddYears(-4);
        await FillAsync(own, person.Id, old);
        await OldApplicationAsync(own, old);
        var (ended, young) = (await ImportAsync(own, ImportStage.Committed, old), await ImportAsync(own, ImportStage.Committed, own.Clock.GetUtcNow().UtcDateTime.AddDays(-10)));
        var open = await ImportAsync(own, ImportStage.Review, old);
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 19, 0, 0, TimeSpan.Zero));

        Assert.True(await StartAsync(own));
        await RunAllAsync(own);

        Assert.Equal(1, await own.WithDatabaseAsync(db => db.Notices.CountAsync(n => n.UserId == person.Id, Cancellation)));
        var consent = Assert.Single(await own.WithDatabaseAsync(db => db.ConsentRecords.AsNoTracking().Where(c => c.UserId == person.Id).ToListAsync(Cancellation)));
        Assert.Null(consent.EndedAt);
        var application = await own.WithDatabaseAsync(db => db.EntryApplications.AsNoTracking().Where(a => a.DecidedAt == old).SingleAsync(Cancellation));
        Assert.Equal(("", null, "", ""), (application.ContactName, application.ContactPosition, application.ContactPhone, application.ContactEmail));
        Assert.NotEqual("", application.Number);
        Assert.True(await own.WithDatabaseAsync(db => db.EntryApplications.AnyAsync(a => a.ContactName != "", Cancellation)));
        // what an import has added has nothing of before, and is what a withdrawal takes away
        foreach (var (batch, left) in new[] { (ended, 1), (young, 3), (open, 3) }) Assert.Equal((batch, left), (batch, await own.WithDatabaseAsync(db => db.ImportedEnterprises.CountAsync(i => i.BatchId == batch, Cancellation))));
        var page = await (await own.VisitAsAsync("admin")).OpenAsync("/park/privacy/retention");
        Assert.Contains("站内消息 450 条", page.QuerySelector("[data-run='2026-11-23']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await own.LinesAsync(JournalSubjects.Privacy, "2026-11-23"), l => l.Act == PrivacyActs.RetentionRun && l.Note == "站内消息：450 条");
    }

    [Fact]
    public async Task A_plate_of_long_ago_goes_and_the_passage_stays()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"), ("Privacy:VehicleDays", "365"));
        var containers = new[] { YardScenes.NextContainer(), YardScenes.NextContainer() };
        foreach (var (container, days) in containers.Zip([366, 364]))
        {
            await own.ComesInAsync(container, new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Unspecified));
            var at = new DateTime(2026, 11, 22, 19, 0, 0, DateTimeKind.Utc).AddDays(-days);
            await own.WithDatabaseAsync(db => db.GateMoves.Where(m => m.Container == container).ExecuteUpdateAsync(set => set.SetProperty(m => m.Vehicle, "湘NA2345").SetProperty(m => m.At, at), Cancellation));
        }
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 19, 0, 0, TimeSpan.Zero));

        Assert.True(await StartAsync(own));
        await RunAllAsync(own);

        var vehicles = await own.WithDatabaseAsync(db => db.GateMoves.Where(m => containers.Contains(m.Container)).OrderBy(m => m.At).Select(m => m.Vehicle).ToListAsync(Cancellation));
        Assert.Equal([null, "湘NA2345"], vehicles);
    }

    [Fact]
    public async Task Of_several_instances_one_starts_the_night_and_by_day_none_does()
    {
        await using var own = Portal.Own(("Jobs:Parallel", "0"));
        Assert.False(await StartAsync(own));
        own.Clock.Set(new DateTimeOffset(2026, 11, 22, 18, 30, 0, TimeSpan.Zero));

        var started = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync(own)));

        Assert.Single(started, s => s);
        Assert.Equal(1, await own.WithDatabaseAsync(db => db.Jobs.CountAsync(j => j.Kind == "privacy.retention", Cancellation)));
        Assert.False(await StartAsync(own));
    }

    private static Task<bool> StartAsync(Portal own) => own.InScopeAsync(s => s.GetRequiredService<RetentionService>().StartDueAsync(Cancellation));

    private static async Task RunAllAsync(Portal own)
    {
        while (await own.Services.GetRequiredService<JobRunner>().RunNextAsync(Cancellation))
        {
        }
    }

    private static Task<int> FillAsync(Portal own, int userId, DateTime old) => own.WithDatabaseAsync(db =>
    {
        db.Notices.AddRange(Enumerable.Range(0, 450).Select(_ => NoticeOf(userId, old)).Append(NoticeOf(userId, old.AddYears(4))));
        db.ConsentRecords.Add(Consent(userId, old, old.AddDays(1)));
        db.ConsentRecords.Add(Consent(userId, old, null));
        return db.SaveChangesAsync(Cancellation);
    });

    private static Notice NoticeOf(int userId, DateTime at) => new()
    {
        UserId = userId,
        Kind = MessageKind.JobEnded,
        Title = "任务结束",
        Text = "任务结束",
        Link = "/park/jobs",
        At = at,
    };

    private static ConsentRecord Consent(int userId, DateTime given, DateTime? ended) => new()
    {
        UserId = userId,
        Kind = ConsentKind.Notice,
        NoticeVersion = PrivacyNotice.Version,
        GivenAt = given,
        EndedAt = ended,
        End = ended is null ? null : ConsentEnd.Withdrawn,
    };

    /// <summary>A batch that has changed two records and added one.</summary>
    private static Task<int> ImportAsync(Portal own, ImportStage stage, DateTime at) => own.WithDatabaseAsync(async db =>
    {
        var batch = new ImportBatch
        {
            Kind = "enterprises",
            Variant = "enterprises",
            FileId = 0,
            File = new StoredFile { Name = "示例.csv", Size = 1, Hash = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)), Type = FileType.Text, StoredAt = at, StoredBy = "示例" },
            Stage = stage,
            CreatedAt = at,
            CreatedBy = "示例",
            ChangedAt = at,
        };
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(Cancellation);
        db.ImportedEnterprises.AddRange(Enumerable.Range(1, 3).Select(i => new ImportedEnterprise { BatchId = batch.Id, EnterpriseId = i, RowNumber = i, Before = i < 3 ? "{}" : null, Version = 1 }));
        await db.SaveChangesAsync(Cancellation);
        return batch.Id;
    });

    private static Task<int> OldApplicationAsync(Portal own, DateTime decided) => own.WithDatabaseAsync(async db =>
    {
        var id = await db.EntryApplications.OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(Cancellation);
        db.EntryApplications.Add(new EntryApplication
        {
            Number = "RZ-20220101-9999",
            Name = "示例到期有限公司",
            CreditCode = CreditCode.Next(),
            Type = HuaihuaPilotZone.Enterprises.EnterpriseType.Manufacturing,
            Intent = "入驻",
            ContactName = "到期联系人",
            ContactPosition = "经理",
            ContactPhone = "13400006666",
            ContactEmail = "ended@example.invalid",
            PrivacyNoticeVersion = PrivacyNotice.Version,
            PrivacyNoticeAcceptedAt = decided,
            SubmittedAt = decided,
            State = ApplicationState.Refused,
            DecidedAt = decided,
        });
        await db.SaveChangesAsync(Cancellation);
        return id;
    });
}

using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>Two people, one record: the version is counted by us.</summary>
public sealed class SavingTheSameRecordTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_version_starts_at_one_and_counts_every_save()
    {
        await using var database = await WithAnOfficeAsync();
        await using var db = database.Open();
        var office = await db.CustomsOffices.SingleAsync(Cancellation);
        Assert.Equal(1, office.Version);

        foreach (var name in new[] { "甲", "乙" })
        {
            office.Name = name;
            await db.SaveChangesAsync(Cancellation);
        }
        await db.SaveChangesAsync(Cancellation);

        await using var later = database.Open();
        Assert.Equal(3, (await later.CustomsOffices.SingleAsync(Cancellation)).Version);
    }

    [Fact]
    public async Task Of_two_people_who_save_what_both_had_before_them_the_second_is_told()
    {
        await using var database = await WithAnOfficeAsync();
        await using var first = database.Open();
        await using var second = database.Open();
        var (mine, theirs) = (await first.CustomsOffices.SingleAsync(Cancellation), await second.CustomsOffices.SingleAsync(Cancellation));

        mine.Name = "先保存";
        await first.SaveChangesAsync(Cancellation);
        theirs.Name = "后保存";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(Cancellation));
        await using var db = database.Open();
        var kept = await db.CustomsOffices.SingleAsync(Cancellation);
        Assert.Equal(("先保存", 2), (kept.Name, kept.Version));
    }

    [Fact]
    public async Task A_form_that_was_opened_before_somebody_else_saved_does_not_win()
    {
        await using var database = await WithAnOfficeAsync();
        await using (var other = database.Open())
        {
            (await other.CustomsOffices.SingleAsync(Cancellation)).Name = "他人";
            await other.SaveChangesAsync(Cancellation);
        }

        await using var db = database.Open();
        var office = await db.CustomsOffices.SingleAsync(Cancellation);
        db.Expect(office, 1);
        office.Name = "旧表单";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Cancellation));

        db.Expect(office, 2);
        await db.SaveChangesAsync(Cancellation);
        Assert.Equal(3, office.Version);
    }

    private static async Task<TemporaryDatabase> WithAnOfficeAsync()
    {
        var database = await TemporaryDatabase.MakeAsync();
        await using var db = database.Open();
        db.CustomsOffices.Add(new CustomsOfficeRow { Code = "4999", Name = "示例海关", Source = "测试", UpdatedAt = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveChangesAsync();
        return database;
    }
}

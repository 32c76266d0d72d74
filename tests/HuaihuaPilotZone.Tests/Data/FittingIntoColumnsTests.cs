using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Declarations.Tables;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Tests.Data;

/// <summary>SQLite would keep what SQL Server refuses; the portal refuses it on both.</summary>
public sealed class FittingIntoColumnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_as_long_as_its_column_is_kept_and_one_character_more_is_refused()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await SaveAsync(database, Area(new string('港', ParkArea.NameMaxLength)));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SaveAsync(database, Area(new string('港', ParkArea.NameMaxLength + 1))));

        Assert.Contains("ParkArea.Name", refused.Message, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal(ParkArea.NameMaxLength, (await db.Set<ParkArea>().SingleAsync(Cancellation)).Name.Length);
    }

    [Theory]
    [InlineData("7.12345", true)]
    [InlineData("7.123450", true)]
    [InlineData("7.123456", false)]
    [InlineData("99999999999999.99999", true)]
    [InlineData("100000000000000", false)]
    [InlineData("-100000000000000", false)]
    public async Task A_decimal_fits_with_five_places_and_fourteen_digits_before_them(string number, bool fits)
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        var rate = Rate(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

        var error = await Record.ExceptionAsync(() => SaveAsync(database, rate));

        Assert.Equal(fits, error is null);
        if (!fits) Assert.Contains("ExchangeRateRow.CnyPerUnit", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal(fits ? [rate.CnyPerUnit] : [], await db.ExchangeRates.Select(r => r.CnyPerUnit).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_is_measured_like_a_new_record_and_so_is_a_save_that_does_not_wait()
    {
        await using var database = await TemporaryDatabase.MakeAsync();
        await SaveAsync(database, Area("主港区"));
        await using var db = database.Open();
        var area = await db.Set<ParkArea>().SingleAsync(Cancellation);
        area.Name = new string('港', ParkArea.NameMaxLength + 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
        Assert.Throws<InvalidOperationException>(() => SaveWithoutWaiting(db));
    }

    private static ParkArea Area(string name) => new() { Name = name, Source = "测试" };

    private static ExchangeRateRow Rate(decimal cnyPerUnit) =>
        new() { Currency = "USD", CnyPerUnit = cnyPerUnit, From = new DateOnly(2026, 1, 1), Source = "测试", UpdatedAt = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc) };

    private static async Task SaveAsync(TemporaryDatabase database, object record)
    {
        await using var db = database.Open();
        db.Add(record);
        await db.SaveChangesAsync();
    }

    private static void SaveWithoutWaiting(PortalDbContext db) => db.SaveChanges();
}

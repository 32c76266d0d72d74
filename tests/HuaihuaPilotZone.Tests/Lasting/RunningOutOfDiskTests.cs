using System.Data.Common;
using System.Net;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Tests.Letters;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Lasting;

/// <summary>A disk that is full or may not be written to costs a sentence and not what was typed, nor what was there.</summary>
public sealed class RunningOutOfDiskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PRAGMA max_page_count=1", "PRAGMA max_page_count=1073741823")]
    [InlineData("PRAGMA query_only=ON", "PRAGMA query_only=OFF")]
    public async Task What_cannot_be_saved_is_said_kept_on_the_page_and_sent_again(string lack, string mended)
    {
        var disk = new Disk();
        await using var portal = Portal.Own([disk], Correspondence.AtOnce);
        var visitor = portal.Visit();
        var text = new string('长', 2900);

        disk.Pragma = lack;
        var values = new Dictionary<string, string?>(Correspondence.Filling("磁盘满了")) { ["Body"] = text };
        var refused = await visitor.SubmitAsync(Correspondence.Page, values);
        for (var tries = 0; lack.Contains("max_page_count", StringComparison.Ordinal) && refused.StatusCode == HttpStatusCode.Redirect && tries < 200; tries++)
        {
            // there are free pages in the file at first
            refused = await visitor.SubmitAsync(Correspondence.Page, values);
        }
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        var page = await Visitor.ReadAsync(refused);
        Assert.Equal("现在存不了", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("磁盘已满或不能写入", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, page.QuerySelector("form[data-kept-form] input[name=Body]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Visit().GetAsync("/letters")).StatusCode);
        var kept = await portal.WithDatabaseAsync(db => db.Letters.CountAsync(l => l.Title == "磁盘满了", Cancellation));

        disk.Pragma = mended;
        var fields = page.QuerySelectorAll("form[data-kept-form] input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var again = await visitor.Client.PostAsync(new Uri(Correspondence.Page, UriKind.Relative), new FormUrlEncodedContent(fields), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(kept + 1, await portal.WithDatabaseAsync(db => db.Letters.CountAsync(l => l.Title == "磁盘满了", Cancellation)));
        Assert.Equal(["ok"], await portal.WithDatabaseAsync(db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(Cancellation)));
        Assert.Empty(await portal.WithDatabaseAsync(db => db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_file_that_finds_no_room_is_said_and_its_form_stays()
    {
        Assert.SkipUnless(File.Exists(FullStorage.Device), "Only Linux has a device that is always full.");
        await using var portal = Portal.Own(Correspondence.AtOnce);
        await using var full = portal.WithWebHostBuilder(b => b.ConfigureTestServices(services => services.AddSingleton<IFileStorage, FullStorage>()));
        var visitor = new Visitor(full.CreateClient(new() { AllowAutoRedirect = false }));
        var page = await visitor.OpenAsync(Correspondence.Page);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Correspondence.Filling("带附件")) content.Add(new StringContent(value ?? ""), name);
        foreach (var hidden in page.QuerySelectorAll("form input[type=hidden]").Where(i => i.GetAttribute("name") is "__RequestVerificationToken" or "Stamp"))
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        content.Add(new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray()), "File", "a.pdf");

        using var refused = await visitor.Client.PostAsync(new Uri(Correspondence.Page, UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal("带附件", (await Visitor.ReadAsync(refused)).QuerySelector("form[data-kept-form] input[name=Title]")!.GetAttribute("value"));
        Assert.Equal(0, await portal.WithDatabaseAsync(db => db.Letters.CountAsync(l => l.Title == "带附件", Cancellation)));
    }

    /// <summary>A disk without room: the machine itself says so.</summary>
    private sealed class FullStorage : IFileStorage
    {
        public const string Device = "/dev/full";

        public bool IsInDatabase => false;

        public IncomingContent Receive()
        {
            using var full = new FileStream(Device, FileMode.Open, FileAccess.Write);
            full.WriteByte(1);
            full.Flush();
            throw new InvalidOperationException("The disk that is always full had room.");
        }

        public Task KeepAsync(IncomingContent content, string hash, CancellationToken cancellation) => throw new NotSupportedException();

        public Stream OpenRead(string hash) => throw new FileNotFoundException(hash);

        public Task<bool> ForgetAsync(string hash, DateTime keptBefore, CancellationToken cancellation) => Task.FromResult(false);

        public IEnumerable<string> Hashes() => [];
    }

    /// <summary>Takes the room away, or gives it back, on whatever connection is used next.</summary>
    private sealed class Disk : DbCommandInterceptor
    {
        /// <summary>Null until the room is taken away for the first time: the start of the portal is left alone.</summary>
        public string? Pragma { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Set(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Set(command);
            return new(result);
        }

        private void Set(DbCommand command)
        {
            if (Pragma is null) return;
            using var pragma = command.Connection!.CreateCommand();
            pragma.Transaction = command.Transaction;
            pragma.CommandText = Pragma;
            pragma.ExecuteNonQuery();
        }
    }
}

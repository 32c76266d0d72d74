using System.Globalization;
using HuaihuaPilotZone.Backups;
using HuaihuaPilotZone.Data.Seed;
using HuaihuaPilotZone.Files;
using HuaihuaPilotZone.Journal.Seals;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Commands that look after what must not be lost: backup PATH, restore PATH [--overwrite], move-files folder|database [--remove], verify-journal.</summary>
public static class LastingCommands
{
    /// <summary>Says that data may be put aside. No setting: it has no value, and must not take the next argument for one.</summary>
    public const string Overwrite = "--overwrite";

    /// <summary>Says that files may be removed from where they lay; no setting either.</summary>
    public const string Remove = "--remove";

    private const string Usage = "用法：dotnet run --project src/HuaihuaPilotZone.Web -- ";

    public static Func<IServiceProvider, string[], Task<int>>? Find(string[] args) => args.FirstOrDefault() switch
    {
        "backup" => BackupAsync,
        "restore" => RestoreAsync,
        "move-files" => MoveFilesAsync,
        "verify-journal" => VerifyAsync,
        _ => null,
    };

    /// <summary>Ends with 0 when the backup was made and is whole, with 1 when its checks found something; it lies there all the same.</summary>
    private static async Task<int> BackupAsync(IServiceProvider services, string[] args)
    {
        if (args.Length < 2) throw new SetupException($"{Usage}backup <目录>");
        await using var scope = services.CreateAsyncScope();
        await DatabaseSetup.RequireKnownAsync(scope.ServiceProvider.GetRequiredService<DatabasePreparation>(), mustBeMigrated: true, CancellationToken.None);
        try
        {
            var manifest = await scope.ServiceProvider.GetRequiredService<IPortalBackups>().MakeAsync(Path.GetFullPath(args[1]), CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"备份完成：{Path.GetFullPath(args[1])}，{manifest.Rows.Values.Sum()} 行，{manifest.Files} 个文件。 Backup made and checked."));
            if (manifest.Fault is not { } fault) return 0;
            await Console.Error.WriteLineAsync($"备份已留下，但核验发现问题：{fault}\nThe backup was made, but its checks found something.");
            return 1;
        }
        catch (BackupException e)
        {
            throw new SetupException(e.Message);
        }
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, string[] args)
    {
        if (args.Length < 2) throw new SetupException($"{Usage}restore <目录> [--overwrite]");
        await using var scope = services.CreateAsyncScope();
        try
        {
            var restored = await scope.ServiceProvider.GetRequiredService<IPortalBackups>().RestoreAsync(Path.GetFullPath(args[1]), args.Contains(Overwrite), CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"恢复完成：{restored.Manifest.Rows.Values.Sum()} 行，{restored.Manifest.Files} 个文件。 Restored."));
            if (restored.KeptAside is { } aside) Console.WriteLine($"原来的数据库改名为 {aside}。");
            if (restored.Warning is { } warning) await Console.Error.WriteLineAsync($"已恢复，但操作日志核验不通过：{warning}");
            return restored.Warning is null ? 0 : 1;
        }
        catch (BackupException e)
        {
            throw new SetupException(e.Message);
        }
    }

    /// <summary>Ends with 0 when all files that records name lie whole at the place that was named, with 1 when not.</summary>
    private static async Task<int> MoveFilesAsync(IServiceProvider services, string[] args)
    {
        if (args.Length < 2 || !Enum.TryParse<FileStorageKind>(args[1], ignoreCase: true, out var to) || !Enum.IsDefined(to) || int.TryParse(args[1], CultureInfo.InvariantCulture, out _))
            throw new SetupException($"{Usage}move-files <folder 或 database> [--remove]");
        await using var scope = services.CreateAsyncScope();
        await DatabaseSetup.RequireKnownAsync(scope.ServiceProvider.GetRequiredService<DatabasePreparation>(), mustBeMigrated: true, CancellationToken.None);
        var moved = await scope.ServiceProvider.GetRequiredService<FileMover>().MoveAsync(to, args.Contains(Remove), done => Console.Write($"\r{done}"), CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\r已复制 {moved.Copied} 个文件，已在目的地 {moved.There} 个，从原处删除 {moved.Removed} 个。请把 Files:Storage 设为 {to} 后再启动。 Files were moved and verified."));
        foreach (var hash in moved.Damaged) await Console.Error.WriteLineAsync($"内容与哈希不符，没有删除原件：{hash}");
        foreach (var hash in moved.Lost) await Console.Error.WriteLineAsync($"记录里有、两处都没有的文件：{hash}");
        return moved.IsWhole ? 0 : 1;
    }

    /// <summary>Ends with 0 when journal and receipts are whole, with 1 and the first broken line when they are not.</summary>
    private static async Task<int> VerifyAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        await DatabaseSetup.RequireKnownAsync(scope.ServiceProvider.GetRequiredService<DatabasePreparation>(), mustBeMigrated: true, CancellationToken.None);
        var verdict = await scope.ServiceProvider.GetRequiredService<JournalVerifier>().VerifyAsync(static _ => Task.CompletedTask, CancellationToken.None);
        if (verdict.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync($"核验不通过。{fault.Words}\nThe journal is not whole.");
            return 1;
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"核验通过：{verdict.Seals} 块，{verdict.Lines} 条记录，{verdict.Receipts} 份回执；待补封 {verdict.Waiting} 条。最后一块：{verdict.Head ?? "无"}。 The journal is whole."));
        return 0;
    }
}

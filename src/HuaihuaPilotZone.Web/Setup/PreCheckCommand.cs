using System.Globalization;
using System.Text.Json;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;
using HuaihuaPilotZone.Customs.Messages;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Web.Api;
using HuaihuaPilotZone.Web.Public.PreCheck;
using HuaihuaPilotZone.Web.Shared.Declarations;

namespace HuaihuaPilotZone.Web.Setup;

/// <summary>
/// <c>pre-check [--json] FILE…</c>: checks files without starting the portal or asking its database, so with the shipped code tables alone.
/// Ends with 0 when nothing must be mended, 1 when something must, 2 when a file cannot be read, or not to its end.
/// </summary>
public static class PreCheckCommand
{
    private const int Clean = 0;
    private const int Blocked = 1;
    private const int Unreadable = 2;
    private const string Json = "--json";
    private const string Usage = "用法：dotnet run --project src/HuaihuaPilotZone.Web -- pre-check [--json] 文件…\n退出码：0 没有必须修改的，1 有必须修改的，2 有文件读不了或没有写完。";

    private static readonly string[] _help = ["--help", "-h", "-?"];

    public static bool IsAsked(string[] args) => args.FirstOrDefault() == "pre-check";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (args.Skip(1).Any(a => _help.Contains(a)))
        {
            await output.WriteLineAsync(Usage);
            return Clean;
        }
        var asJson = args.Contains(Json);
        var files = args.Skip(1).Where(a => a != Json).ToList();
        // a file may have such a name; an option that does not exist is no file
        if (files.Count == 0 || files.Exists(f => f.StartsWith('-') && !File.Exists(f)))
        {
            await errors.WriteLineAsync(Usage);
            return Unreadable;
        }
        var worst = Clean;
        foreach (var file in files) worst = Math.Max(worst, await CheckAsync(file, asJson, output, errors, cancellation));
        return worst;
    }

    private static async Task<int> CheckAsync(string path, bool asJson, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = Directory.Exists(path) ? "是文件夹，请写出文件名。" : File.Exists(path) ? "文件打不开，请检查权限。" : "没有这个文件。";
            await errors.WriteLineAsync($"{path}：{why}");
            // whoever reads the output gets one answer for each file
            if (asJson) await output.WriteLineAsync(JsonSerializer.Serialize(new { file = path, error = why }, ApiJson.Options));
            return Unreadable;
        }
        var tables = CustomsTables.BuiltIn();
        var file = FilePreCheck.Run(bytes, tables, new ChinaTime(RoomsSetup.Clock).Today);
        if (asJson) await output.WriteLineAsync(JsonSerializer.Serialize(new { file = path, result = PreCheckAnswer.Of(file, tables) }, ApiJson.Options));
        else await WriteAsync(path, file, output);
        if (file.IsUnreadable || file.Problems.Any(p => p.Kind == MessageProblemKind.NotWellFormed)) return Unreadable;
        return file.HasMustFix ? Blocked : Clean;
    }

    private static async Task WriteAsync(string path, CheckedFile file, TextWriter output)
    {
        await output.WriteLineAsync($"{path}：{file.Message ?? (file.IsUnreadable ? "不是海关报文，也不是单证的 JSON" : "单证 JSON")}");
        foreach (var problem in file.Problems) await output.WriteLineAsync($"  必须修改 {problem}");
        foreach (var tolerance in file.Tolerances) await output.WriteLineAsync($"  说明 {tolerance.Text}");
        foreach (var document in file.Documents)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  第 {document.Number} 份{document.Noun}：{document.Result.MustFixCount} 处必须修改，{document.Result.AdviceCount} 处建议核对"));
            foreach (var finding in document.Result.Findings)
                await output.WriteLineAsync($"    {finding.Severity.Word()} {finding.RuleId} {finding.Path} {finding.Reason}{(finding.Proposal is { } p ? $" 建议：{p.Value ?? "清空"}" : "")}（{finding.Basis.Cite()}）");
            foreach (var note in document.Notes) await output.WriteLineAsync($"    说明 {note.Reason}");
            foreach (var repair in document.Repairs.Repairs)
                await output.WriteLineAsync($"    最少改 {repair.Steps.Count} 处：{string.Join("；", repair.Steps.Select(s => $"{s.Path} {s.OldValue ?? "空"} 改为 {s.NewValue}"))}");
            if (document.Repairs.WhyNone is { } why) await output.WriteLineAsync($"    {why}");
        }
        await output.WriteLineAsync("  预检只作提醒，不代替海关审核。");
    }
}

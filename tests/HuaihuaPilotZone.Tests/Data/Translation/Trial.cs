using System.Diagnostics;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>What became of one call on one pretended server.</summary>
/// <param name="Fault">Null when every query reached the server.</param>
internal sealed record Trial(ServiceCall Call, Answers Answers, IReadOnlyList<string> Asked, string? Fault)
{
    private static readonly string[] _askers = ["Microsoft.EntityFrameworkCore", "Microsoft.Data", "System.Linq.Expressions", "AutoMapper"];

    public static async Task<IReadOnlyList<Trial>> RunAsync(ServiceCall call)
    {
        var trials = new List<Trial>();
        foreach (var answers in call.Answers is { } told ? [told] : new[] { Answers.Empty, Answers.OneRow }) trials.Add(await RunAsync(call, answers));
        return trials;
    }

    private static async Task<Trial> RunAsync(ServiceCall call, Answers answers)
    {
        var server = new PretendServer(answers);
        await using var services = SqlServerServices.Make(server);
        await using var scope = services.CreateAsyncScope();
        var error = await Record.ExceptionAsync(() => ActAsync(call, scope.ServiceProvider));
        return new Trial(call, answers, server.Asked, FindFault(server, answers, error));
    }

    private static string? FindFault(PretendServer server, Answers answers, Exception? error)
    {
        if (server.Blocked.Count > 0) return $"blocks a thread: {server.Blocked[0]}";
        if (error is not null && IsFault(error, answers)) return Describe(error);
        return answers.Reached is { } last && !server.Asked.Any(a => a.Contains(last, StringComparison.Ordinal))
            ? $"does not come to {last}, only to:\n{string.Join('\n', server.Asked)}\n{error}"
            : null;
    }

    private static string Describe(Exception error)
    {
        var ours = new StackTrace(error, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetMethod()?.Module.Assembly == HouseCode.Library);
        return $"{error.GetType().Name}: {error.GetBaseException().Message} {ours?.GetFileName()}:{ours?.GetFileLineNumber()}";
    }

    private static async Task ActAsync(ServiceCall call, IServiceProvider services)
    {
        var service = services.GetRequiredService(call.Service);
        if (!call.InTransaction)
        {
            await call.Act(service);
            return;
        }
        await services.GetRequiredService<PortalDbContext>().InTransactionAsync(
            async _ =>
            {
                await call.Act(service);
                return Outcome.Done;
            },
            CancellationToken.None);
    }

    /// <summary>
    /// Everything that EF, its provider or a mapping throws is a fault, except what a missing or a changed row leads to. What our own code
    /// throws is its answer to rows that are not there. Rows that are made up may confuse code between the queries, never the queries.
    /// </summary>
    private static bool IsFault(Exception error, Answers answers)
    {
        if (error is DbUpdateConcurrencyException || error.Message.StartsWith("Sequence contains no ", StringComparison.Ordinal)) return false;
        if (error.Message.Contains("could not be translated", StringComparison.Ordinal)) return true;
        var thrower = new StackTrace(error).GetFrames().FirstOrDefault()?.GetMethod()?.Module.Assembly;
        if (thrower == HouseCode.Library || thrower == HouseCode.Customs) return false;
        return !answers.HasRows || _askers.Any(a => thrower?.GetName().Name?.StartsWith(a, StringComparison.Ordinal) == true);
    }
}

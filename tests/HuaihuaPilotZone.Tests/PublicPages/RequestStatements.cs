using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Tests.PublicPages;

/// <summary>Counts what requests ask the database, and may do something when a statement has been answered. What the workers of the portal ask meanwhile does not count.</summary>
internal sealed class RequestStatements : DbCommandInterceptor
{
    private readonly HttpContextAccessor _requests = new();
    private int _count;
    private (string Text, Action Act)? _once;

    public Switch Connections { get; } = new();

    public int Count => _count;

    public void Once(string text, Action act) => _once = (text, act);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (_requests.HttpContext is null) return new(result);
        Interlocked.Increment(ref _count);
        if (_once is { } once && command.CommandText.Contains(once.Text, StringComparison.Ordinal))
        {
            _once = null;
            once.Act();
        }

        return new(result);
    }
}

/// <summary>Lets no connection through while it is off.</summary>
internal sealed class Switch : DbConnectionInterceptor
{
    public bool IsBroken { get; set; }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        IsBroken ? throw new InvalidOperationException("The database cannot be reached.") : new(result);
}

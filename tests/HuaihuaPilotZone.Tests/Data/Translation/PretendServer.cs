using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>
/// A SQL Server that is not there. Connections and transactions begin and end in memory, and each command is kept and answered
/// from <see cref="Answers"/>. Everything before that is real: model, translation, type mappings, parameters, batches.
/// </summary>
internal sealed class PretendServer(Answers answers) : IDbConnectionInterceptor, IDbTransactionInterceptor
{
    /// <summary>After so many answers with rows there are none, so that an act that reads until nothing is left comes to an end.</summary>
    private const int MostFilledAnswers = 60;

    private readonly List<string> _asked = [];
    private readonly List<string> _blocked = [];
    private int _lastId = 1000;

    /// <summary>Texts of the commands, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>What was done without awaiting it.</summary>
    public IReadOnlyList<string> Blocked => _blocked;

    public int NextId() => ++_lastId;

    public PretendReader Read(string sql)
    {
        _asked.Add(sql);
        return new PretendReader(this, answers, sql, answers.Finds(sql) && _asked.Count <= MostFilledAnswers);
    }

    /// <returns>Rows changed.</returns>
    public int Execute(string sql)
    {
        _asked.Add(sql);
        return answers.ChangedBy(sql);
    }

    public BlockedException Block(string what)
    {
        _blocked.Add(what);
        return new BlockedException(what);
    }

    InterceptionResult<DbConnection> IDbConnectionInterceptor.ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new PretendConnection(this, eventData.ConnectionString ?? ""));

    ValueTask<InterceptionResult> IDbTransactionInterceptor.CreatingSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) => new(InterceptionResult.Suppress());

    ValueTask<InterceptionResult> IDbTransactionInterceptor.ReleasingSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) => new(InterceptionResult.Suppress());

    ValueTask<InterceptionResult> IDbTransactionInterceptor.RollingBackToSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) => new(InterceptionResult.Suppress());
}

/// <summary>The database was asked without awaiting the answer.</summary>
internal sealed class BlockedException(string what) : Exception($"Blocks a thread: {what}");

using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>A connection to a <see cref="PretendServer"/> that says it is open while somebody has opened it; EF takes a transaction of any other for lost.</summary>
internal sealed class PretendConnection(PretendServer server, string address) : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    [AllowNull]
    public override string ConnectionString { get; set; } = address;

    public override string Database => "none";

    public override string DataSource => "nowhere.invalid";

    public override string ServerVersion => "16.0";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("There is one database.");

    public override void Open() => throw server.Block("opening a connection");

    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        _state = ConnectionState.Open;
        return Task.CompletedTask;
    }

    public override void Close() => _state = ConnectionState.Closed;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw server.Block("beginning a transaction");

    protected override ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) => new(new PretendTransaction(this));

    protected override DbCommand CreateDbCommand() => new PretendCommand(server);
}

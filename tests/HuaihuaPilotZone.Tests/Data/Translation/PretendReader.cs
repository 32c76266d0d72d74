using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Gives as many columns as anybody asks for, of whatever type is asked for.</summary>
internal sealed class PretendReader(PretendServer server, Answers answers, string sql, bool finds) : DbDataReader
{
    private const int ManyColumns = 500;

    /// <summary>A text that is also a member of every enum, since enums are stored as words.</summary>
    private const string AnyText = "0";

    /// <summary>Rows of code tables hold JSON that is read with every check.</summary>
    private const string AnyOffice = """{"Code":"4900","Name":"示例"}""";

    /// <summary>Columns named Number are read through the parser of declaration numbers.</summary>
    private const string AnyNumber = "HH-20261122-000001";

    private static readonly DateTime _anyMoment = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Unspecified);

    private readonly IReadOnlyList<PretendResult> _results = finds && answers.RowsOf(sql) is { } rows ? [PretendResults.Of(sql, finds)[0] with { Rows = rows.Count }] : PretendResults.Of(sql, finds);
    private int _result;
    private int _row = -1;

    public override int Depth => 0;

    /// <summary>EF asks a query for at least as many columns as it reads, and finds the place of new keys in the last one.</summary>
    public override int FieldCount => Result is { IsInsert: true } keys ? keys.Columns.Count : ManyColumns;

    public override bool HasRows => Result is { Rows: > 0 };

    public override bool IsClosed => false;

    public override int RecordsAffected => finds ? 1 : 0;

    private PretendResult? Result => _result < _results.Count ? _results[_result] : null;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => throw server.Block(sql);

    public override bool NextResult() => throw server.Block(sql);

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(++_row < Result?.Rows);

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        _row = -1;
        return Task.FromResult(++_result < _results.Count);
    }

    /// <summary>Asked of nullable columns, and of counts too, since EF reads them as if they could be missing.</summary>
    public override bool IsDBNull(int ordinal) => !answers.Tells(sql, GetName(ordinal), _row, out _) && !PretendResults.Counts(sql);

    public override T GetFieldValue<T>(int ordinal) =>
        answers.Tells(sql, GetName(ordinal), _row, out var told) ? told is T value ? value : (T)Convert.ChangeType(told, typeof(T), CultureInfo.InvariantCulture)
        : (T)Any(typeof(T), ordinal);

    public override string GetName(int ordinal) => Result?.Columns.ElementAtOrDefault(ordinal) is { Length: > 0 } name ? name : $"c{ordinal}";

    public override int GetOrdinal(string name) => Enumerable.Range(0, ManyColumns).First(i => string.Equals(GetName(i), name, StringComparison.OrdinalIgnoreCase));

    public override string GetDataTypeName(int ordinal) => "sql_variant";

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override object GetValue(int ordinal) => GetFieldValue<string>(ordinal);

    public override int GetValues(object[] values) => throw new NotSupportedException("EF reads column by column.");

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override char GetChar(int ordinal) => GetFieldValue<char>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException("EF reads row by row.");

    private object Any(Type type, int ordinal)
    {
        if (type == typeof(string))
        {
            return GetName(ordinal) switch
            {
                "More" => "{}",
                "Values" => AnyOffice,
                var name => name.StartsWith("Number", StringComparison.Ordinal) ? AnyNumber : AnyText,
            };
        }
        if (type == typeof(bool)) return finds && PretendResults.Counts(sql);
        if (type == typeof(DateTime)) return _anyMoment;
        if (type == typeof(DateOnly)) return DateOnly.FromDateTime(_anyMoment);
        if (type == typeof(TimeOnly)) return TimeOnly.FromDateTime(_anyMoment);
        if (type == typeof(Guid)) return Guid.Empty;
        if (type == typeof(byte[])) return Array.Empty<byte>();
        return Convert.ChangeType(Number(ordinal), type, CultureInfo.InvariantCulture);
    }

    private int Number(int ordinal) =>
        GetName(ordinal) == PretendResult.Position ? _row
        : Result is { IsInsert: true } ? server.NextId()
        : PretendResults.Counts(sql) && !finds ? 0
        : 1;
}

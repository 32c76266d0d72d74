using System.Reflection;
using HuaihuaPilotZone.Tests.Support;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>
/// One room's public service methods with representative arguments: <c>Call&lt;NewsService&gt;(s =&gt; s.ListAsync(new(), CancellationToken.None));</c>.
/// Each call is tried on a SQL Server that has no rows and on one that answers every query with one row; see <see cref="AskingSqlServerTests"/>.
/// Where an act stops before its later queries, a further call says with <see cref="Row"/> what the rows hold.
/// </summary>
internal abstract class ServiceCalls
{
    private List<ServiceCall>? _calls;

    /// <summary>The calls of this room, in the order in which they are described.</summary>
    public IReadOnlyList<ServiceCall> All
    {
        get
        {
            if (_calls is not null) return _calls;
            _calls = [];
            Describe();
            return _calls;
        }
    }

    protected abstract void Describe();

    /// <param name="answers">Only on this server; null = on an empty one and on one with a row everywhere.</param>
    protected void Call<T>(Func<T, Task> act, Answers? answers = null)
        where T : notnull => Add<T>(act.Method, s => act((T)s), answers);

    /// <summary>A method that gives rows one by one; all of them are taken.</summary>
    protected void Call<T>(Func<T, IAsyncEnumerable<object>> act, Answers? answers = null)
        where T : notnull => Add<T>(act.Method, s => TakeAllAsync(act((T)s)), answers);

    /// <summary>A method that waits for nothing, so it must not ask the database either.</summary>
    protected void Call<T>(Action<T> act)
        where T : notnull => Add<T>(act.Method, s =>
        {
            act((T)s);
            return Task.CompletedTask;
        }, null);

    /// <summary>A method that is called inside somebody's transaction.</summary>
    protected void CallInTransaction<T>(Func<T, Task> act, Answers? answers = null)
        where T : notnull => Add<T>(act.Method, s => act((T)s), answers, inTransaction: true);

    /// <summary>A server whose every query answers one row; these columns hold these values, whatever the table.</summary>
    protected static Answers Row(params (string Column, object Value)[] values) =>
        Answers.OneRow with { Values = values.ToDictionary(v => v.Column, v => v.Value, StringComparer.Ordinal) };

    private void Add<T>(MethodInfo lambda, Func<object, Task> act, Answers? answers, bool inTransaction = false) =>
        _calls!.Add(new ServiceCall(typeof(T), MethodOf<T>(lambda), act, answers, inTransaction));

    /// <summary>Which of the service's methods the lambda calls, overloads told apart.</summary>
    private static MethodInfo MethodOf<T>(MethodInfo lambda) =>
        CalledMethods.In(CalledMethods.Body(lambda)).OfType<MethodInfo>().LastOrDefault(m => m.DeclaringType != typeof(object) && typeof(T).IsAssignableTo(m.DeclaringType))
        ?? throw new InvalidOperationException($"A row for {typeof(T).Name} calls no method of it.");

    private static async Task TakeAllAsync(IAsyncEnumerable<object> rows)
    {
        await foreach (var _ in rows)
        {
        }
    }
}

/// <summary>One call of one service.</summary>
/// <param name="Answers">The server to try it on; null = both usual ones.</param>
/// <param name="InTransaction">Whether the caller has begun a transaction.</param>
internal sealed record ServiceCall(Type Service, MethodInfo Method, Func<object, Task> Act, Answers? Answers, bool InTransaction)
{
    public string Name => $"{Service.Name}.{Method.Name}({string.Join(", ", Method.GetParameters().Select(p => p.ParameterType.Name))})";
}

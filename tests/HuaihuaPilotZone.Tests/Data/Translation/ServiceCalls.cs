namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>One room's public service methods with representative arguments, so that every query can be tried on both databases.</summary>
internal abstract class ServiceCalls
{
    private readonly List<ServiceCall> _calls = [];

    /// <summary>The calls of this room, in the order in which they are described.</summary>
    public IReadOnlyList<ServiceCall> All
    {
        get
        {
            if (_calls.Count == 0) Describe();
            return _calls;
        }
    }

    protected abstract void Describe();

    protected void Call<T>(Func<T, Task> act)
        where T : notnull => _calls.Add(new ServiceCall(typeof(T), service => act((T)service)));
}

/// <summary>One call of one service.</summary>
internal sealed record ServiceCall(Type Service, Func<object, Task> Act);

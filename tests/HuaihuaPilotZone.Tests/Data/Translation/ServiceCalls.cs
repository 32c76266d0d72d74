using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Data.Translation;

/// <summary>Representative calls of a room's services; each must become SQL on both databases.</summary>
public abstract class ServiceCalls
{
    private readonly List<Func<IServiceProvider, Task>> _calls = [];

    /// <summary>The calls in the order in which they are described.</summary>
    public IReadOnlyList<Func<IServiceProvider, Task>> All
    {
        get
        {
            if (_calls.Count == 0) Describe();
            return _calls;
        }
    }

    protected abstract void Describe();

    protected void Call<T>(Func<T, Task> act)
        where T : notnull => _calls.Add(services => act(services.GetRequiredService<T>()));
}

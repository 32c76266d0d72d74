using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace HuaihuaPilotZone.Tests.Support;

/// <summary>A portal that is about to be put together, for settings that stop it: the program itself turns the fault into a sentence and an exit code.</summary>
internal static class Settings
{
    public static WebApplicationBuilder Of(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        return builder;
    }
}

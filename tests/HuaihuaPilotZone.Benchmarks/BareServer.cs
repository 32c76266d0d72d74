using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace HuaihuaPilotZone.Benchmarks;

/// <summary>The baseline: Kestrel with one endpoint that writes the same bytes under the same headers, and nothing else.</summary>
internal static class BareServer
{
    public static async Task RunAsync(string port, Uri from)
    {
        var (headers, body) = await CopyAsync(from);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(o => o.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, 0, body.Length);
        });
        await app.RunAsync();
    }

    private static async Task<(KeyValuePair<string, StringValues>[] Headers, byte[] Body)> CopyAsync(Uri from)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var answer = await client.GetAsync(from);
        answer.EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding"));
        return ([.. headers.Select(h => KeyValuePair.Create(h.Key, new StringValues([.. h.Value])))], await answer.Content.ReadAsByteArrayAsync());
    }
}

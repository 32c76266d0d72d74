using System.Globalization;
using System.Text;

namespace HuaihuaPilotZone.Tests.Hostile;

/// <summary>A request as it is going to be sent.</summary>
/// <param name="Fields">Of a form; empty where there is a body or none at all.</param>
/// <param name="Body">Null for a form or nothing.</param>
/// <param name="Type">Content type; null for the usual one of a form.</param>
internal sealed record HostileRequest(string Person, string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Body, string? Type, IReadOnlyList<(string Name, string Value)> Headers)
{
    public string? Change { get; init; }

    public HttpRequestMessage Build()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, UriKind.Relative));
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Content = Body is not null ? new ByteArrayContent(Encoding.UTF8.GetBytes(Body))
            : Method is "GET" or "HEAD" ? null
            : Type == "multipart/form-data" ? Multipart()
            : new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', Fields.Select(f => $"{Escape(f.Key)}={Escape(f.Value)}"))));
        if (request.Content is { Headers: var headers } and not MultipartFormDataContent) headers.TryAddWithoutValidation("Content-Type", Type ?? "application/x-www-form-urlencoded");
        return request;
    }

    public override string ToString() => $"{Person} {Method} {(Address.Length > 200 ? Address[..200] + "…" : Address)} ({Change})";

    private MultipartFormDataContent Multipart()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields) content.Add(new StringContent(value), $"\"{name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)}\"");
        return content;
    }

    /// <summary>Percent signs that stand there already stay, so that broken ones are sent.</summary>
    private static string Escape(string text) => text.Contains('%', StringComparison.Ordinal) && text.Length < 40 ? text : string.Concat(Encoding.UTF8.GetBytes(text).Select(b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"%{b:X2}"));
}

/// <summary>Does one to three things to a valid request that no honest browser would do.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] _nasty =
    [
        "", " ", "'", "\"", "' OR 1=1 --", "1; DROP TABLE Enterprises", "%", "_", "[a-z]", "%00", "%zz", "%C0%AF", "\0", "a\0b", "\r\nSet-Cookie: a=b", "../../../etc/passwd", "..%2f..%2fappsettings.json", "C:\\Windows\\win.ini",
        "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "=1+1", "@SUM(A1)", "𠮷野家", "e\u0301\u0301\u0301\u0301", "\u202Etxt.exe", "\u2066a\u2069", "\uFFFE", "\uFEFF", "\uD800", "𝕏🏳️‍🌈", "ﷺ", "İıſK",
        "0", "-1", "2147483648", "-2147483649", "99999999999999999999999999999", "1e309", "NaN", "Infinity", "1,5", "0x10", "１２", "2026-02-30", "9999-12-31T23:59:59.9999999", "0001-01-01", "24:00", "true", "null", "undefined", "[]", "{}", "Infinity-Infinity",
        "//example.invalid", "/\\example.invalid", "javascript:alert(1)", "http://169.254.169.254/", "HH-20261122-000001", "HH-99999999-999999", "XJ-20261122-0001", "A,B,C", "1;2;3", "*", "?", "#", "&", "|", "`id`", "$(id)",
    ];

    private static readonly string[] _types = ["text/plain", "application/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "text/html; charset=utf-7", "application/json; charset=nonsense", "application/octet-stream", "x"];
    private static readonly string[] _methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"];
    private static readonly string[] _headers = ["Accept", "Accept-Language", "Accept-Encoding", "If-Match", "If-None-Match", "If-Modified-Since", "Range", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-HTTP-Method-Override", "Referer", "Origin", "User-Agent", "Idempotency-Key", "Last-Event-ID", "Authorization"];

    public int Choose(int count) => random.Next(count);

    public HostileRequest Mutate(HostileRequest valid)
    {
        var sent = valid;
        for (var i = random.Next(1, 4); i > 0; i--) sent = One(sent);
        return sent;
    }

    private HostileRequest One(HostileRequest sent) => random.Next(10) switch
    {
        0 => Path(sent),
        1 => Query(sent),
        2 => Header(sent),
        3 when random.Next(3) == 0 => sent with { Method = Pick(_methods), Change = $"{sent.Change}method " },
        4 when random.Next(2) == 0 => sent with { Type = Pick(_types), Change = $"{sent.Change}type " },
        _ when sent.Body is not null => Body(sent),
        _ when sent.Fields.Count > 0 => Field(sent),
        _ => Query(sent),
    };

    private HostileRequest Path(HostileRequest sent)
    {
        var (path, query) = sent.Address.Split('?', 2) is [var p, var q] ? (p, "?" + q) : (sent.Address, "");
        var parts = path.Split('/');
        var at = random.Next(1, parts.Length + 1);
        var value = Nasty();
        var put = Escape(value);
        if (at == parts.Length) parts = [.. parts, put];
        else parts[at] = put;
        var address = string.Join('/', parts);
        return sent with { Address = (address.StartsWith("//", StringComparison.Ordinal) ? "/" + address.TrimStart('/') : address) + query, Change = $"{sent.Change}path={Short(value)} " };
    }

    private HostileRequest Query(HostileRequest sent)
    {
        var name = Pick(["q", "page", "size", "sort", "dir", "from", "until", "id", "state", "kind", "asOf", "returnUrl", "number", "year", "cols", "area", "type", "on", "lang", "__proto__", "a[0]", "a[99999999]"]);
        var value = Nasty();
        return sent with { Address = $"{sent.Address}{(sent.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Escape(name)}={Escape(value)}", Change = $"{sent.Change}{name}={Short(value)} " };
    }

    private HostileRequest Header(HostileRequest sent)
    {
        var (name, value) = (Pick(_headers), Nasty().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal));
        return sent with { Headers = [.. sent.Headers.Where(h => h.Name != name), (name, value)], Change = $"{sent.Change}{name}: {Short(value)} " };
    }

    private HostileRequest Field(HostileRequest sent)
    {
        var fields = sent.Fields.ToList();
        var at = random.Next(fields.Count);
        var (name, value) = (fields[at].Key, Nasty());
        switch (random.Next(6))
        {
            case 0: fields.RemoveAt(at); break;
            case 1: fields.Add(KeyValuePair.Create(name, value)); break;
            case 2: fields.Add(KeyValuePair.Create($"{name}[{Pick(["0", "99999999", "-1", "x", ""])}].{name}", value)); break;
            case 3: fields.Add(KeyValuePair.Create(Nasty(), value)); break;
            default: fields[at] = KeyValuePair.Create(name, random.Next(8) == 0 ? string.Concat(Enumerable.Repeat(value.Length == 0 ? "长" : value, 3000)) : value); break;
        }
        return sent with { Fields = fields, Change = $"{sent.Change}field {name}={Short(value)} " };
    }

    private HostileRequest Body(HostileRequest sent)
    {
        var body = sent.Body!;
        if (body.Length == 0) return sent;
        var (at, value) = (random.Next(body.Length), Nasty());
        var (changed, how) = random.Next(8) switch
        {
            0 => (body[..at], "cut"),
            1 => (body[..at] + value + body[at..], "put in"),
            2 => (body[..at] + (char)random.Next(1, 0x300) + body[(at + 1)..], "one sign"),
            3 => (body.Insert(at, body[at..Math.Min(body.Length, at + 60)]), "twice"),
            4 => (Value(body, value), "value"),
            5 => (Value(body, "\\ud800"), "half a pair"),
            6 => (new string(body[0], random.Next(2, 3000)) + body, "deep"),
            _ => (Value(body, value), "value"),
        };
        return sent with { Body = changed, Change = $"{sent.Change}body {how} {Short(value)} " };
    }

    /// <summary>Puts something else between two quotation marks or two tags.</summary>
    private string Value(string body, string value)
    {
        var ends = body.Index().Where(c => c.Item is '"' or '>').Select(c => c.Index).ToList();
        if (ends.Count < 2) return value;
        var start = ends[random.Next(ends.Count - 1)];
        var end = body.IndexOfAny(['"', '<'], start + 1);
        return end < 0 ? body : body[..(start + 1)] + value + body[end..];
    }

    private string Nasty() => Pick(_nasty);

    private string Pick(string[] among) => among[random.Next(among.Length)];

    /// <summary>As a browser would write it into an address; what is escaped already is left.</summary>
    private static string Escape(string text) => text.Contains('%', StringComparison.Ordinal) ? text.Replace(" ", "+", StringComparison.Ordinal) : string.Concat(Encoding.UTF8.GetBytes(text).Select(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' ? ((char)b).ToString() : string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")));

    private static string Short(string text) => text.Length > 24 ? text[..24] : text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);
}

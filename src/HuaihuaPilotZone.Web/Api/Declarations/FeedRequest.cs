using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HuaihuaPilotZone.Declarations;
using Microsoft.AspNetCore.Http.Extensions;

namespace HuaihuaPilotZone.Web.Api.Declarations;

/// <summary>What a list is asked for, as it stands in the address.</summary>
public sealed record FeedRequest(string? State, string? Kind, string? ChangedSince, string? After, int? Limit)
{
    public const string Path = "/api/v1/declarations";

    /// <summary>The question, or what in it cannot be read.</summary>
    public (FeedQuery? Query, ApiProblem? Problem) Read()
    {
        DeclarationState? state = null;
        if (State is not null)
        {
            if (!Enum.TryParse<DeclarationState>(State, ignoreCase: true, out var read) || !Enum.IsDefined(read) || char.IsAsciiDigit(State[0])) return Wrong("state", "state 应为 draft、submitted、returned、accepted、handedOver 或 withdrawn。");
            state = read;
        }
        var kind = DocumentKinds.All.Select(k => (DocumentKind?)k.Kind).FirstOrDefault(k => DeclarationAnswer.WordOf(k!.Value) == Kind);
        if (Kind is not null && kind is null) return Wrong("kind", "kind 应为 list 或 declaration。");
        DateTime? since = null;
        if (ChangedSince is not null)
        {
            if (!DateTimeOffset.TryParse(ChangedSince, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return Wrong("changedSince", "changedSince 应为 ISO 8601 时间，如 2026-11-22T08:00:00Z。");
            since = read.UtcDateTime;
        }
        var after = After is null ? null : ReadPlace(After);
        if (After is not null && after is null) return Wrong("after", "after 不是上一页给出的位置。");
        return (new FeedQuery(state, kind, since, after, Limit ?? FeedQuery.UsualSize), null);
    }

    /// <summary>Local address of the page behind a row.</summary>
    public string NextAfter(FeedPlace place)
    {
        var query = new QueryBuilder();
        if (State is not null) query.Add("state", State);
        if (Kind is not null) query.Add("kind", Kind);
        if (ChangedSince is not null) query.Add("changedSince", ChangedSince);
        if (Limit is { } limit) query.Add("limit", limit.ToString(CultureInfo.InvariantCulture));
        query.Add("after", Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place.UpdatedAt.Ticks}-{place.Id}"))));
        return Path + query.ToQueryString();
    }

    private static FeedPlace? ReadPlace(string after)
    {
        if (after.Length > 100 || !Base64Url.IsValid(after)) return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(after)).Split('-');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new FeedPlace(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    private static (FeedQuery?, ApiProblem?) Wrong(string field, string message) => (null, ApiProblem.Invalid.Because(field, message));
}

using System.Text.Json;
using Workflows.Expressions.Evaluation;

namespace Workflows.Host.Http;

/// <summary>What came of a request, in the form it travels to the waiting instance.</summary>
internal sealed record HttpAnswer(
    int? StatusCode,
    string? Body,
    string? ContentType,
    IReadOnlyDictionary<string, object?> Headers,
    string? Failure,
    string? Reason
)
{
    public const string Timeout = "Timeout";
    public const string NotConnected = "NotConnected";

    /// <summary>The body as a value: JSON as its value, everything else as text.</summary>
    public object? ParsedContent => Parse(Body, ContentType);

    public static HttpAnswer Failed(string failure, string reason) =>
        new(null, null, null, new Dictionary<string, object?>(StringComparer.Ordinal), failure, reason);

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = string.Join(", ", values);
        }

        return new HttpAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken),
            response.Content.Headers.ContentType?.MediaType,
            headers,
            null,
            null
        );
    }

    public Dictionary<string, object?> ToPayload() =>
        new(StringComparer.Ordinal)
        {
            ["statusCode"] = StatusCode,
            ["body"] = Body,
            ["contentType"] = ContentType,
            ["headers"] = Headers,
            ["failure"] = Failure,
            ["reason"] = Reason,
        };

    /// <summary>Reads what <see cref="ToPayload"/> wrote; null for anything else.</summary>
    public static HttpAnswer? FromPayload(object? payload)
    {
        if (payload is null || Coerce.To<Dictionary<string, object?>>(payload) is not { } map)
        {
            return null;
        }

        return new HttpAnswer(
            map.GetValueOrDefault("statusCode") is { } code ? Coerce.To<int>(code) : null,
            map.GetValueOrDefault("body") as string,
            map.GetValueOrDefault("contentType") as string,
            Coerce.To<Dictionary<string, object?>>(map.GetValueOrDefault("headers") ?? "{}") ?? [],
            map.GetValueOrDefault("failure") as string,
            map.GetValueOrDefault("reason") as string
        );
    }

    /// <summary>JSON as its value, everything else as text.</summary>
    public static object? Parse(string? body, string? contentType)
    {
        if (body is null || contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return body;
        }

        try
        {
            return PlainJson.ToPlain(JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return body;
        }
    }
}

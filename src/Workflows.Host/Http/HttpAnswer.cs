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
    /// <summary>The body of a file that was fetched; null where it is text.</summary>
    public byte[]? File { get; init; }

    /// <summary>The name the sender gave the file; null when it gave none.</summary>
    public string? FileName { get; init; }

    public const string Timeout = "Timeout";
    public const string NotConnected = "NotConnected";

    /// <summary>The body as a value: JSON as its value, everything else as text.</summary>
    public object? ParsedContent => Parse(Body, ContentType);

    public static HttpAnswer Failed(string failure, string reason) =>
        new(null, null, null, new Dictionary<string, object?>(StringComparer.Ordinal), failure, reason);

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return Of(response, text);
    }

    /// <summary>Reads a file, up to a size.</summary>
    /// <exception cref="HttpRequestException">The file is larger.</exception>
    public static async Task<HttpAnswer> ReadFileAsync(
        HttpResponseMessage response,
        long largest,
        CancellationToken cancellationToken
    )
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var file = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while ((count = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (file.Length + count > largest)
            {
                throw new HttpRequestException($"The file is larger than {largest} bytes.");
            }

            file.Write(chunk, 0, count);
        }

        var disposition = response.Content.Headers.ContentDisposition;
        return Of(response, text: null) with
        {
            File = file.ToArray(),
            FileName = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"'),
        };
    }

    private static HttpAnswer Of(HttpResponseMessage response, string? text)
    {
        var headers = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = string.Join(", ", values);
        }

        return new HttpAnswer(
            (int)response.StatusCode,
            text,
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
            ["file"] = File is null ? null : Convert.ToBase64String(File),
            ["fileName"] = FileName,
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
        )
        {
            File = map.GetValueOrDefault("file") is string file ? Convert.FromBase64String(file) : null,
            FileName = map.GetValueOrDefault("fileName") as string,
        };
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

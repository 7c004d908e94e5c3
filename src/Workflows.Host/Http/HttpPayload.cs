using Workflows.Expressions.Evaluation;

namespace Workflows.Host.Http;

/// <summary>A received request in the form it travels to the workflow. What proves who the caller is stays out of it.</summary>
internal static class HttpPayload
{
    private static readonly string[] Secrets = ["Authorization", "Cookie", "X-Api-Key", "Proxy-Authorization"];

    public static async Task<Dictionary<string, object?>> ReadAsync(
        HttpRequest request,
        string requestId,
        RouteValueDictionary route,
        CancellationToken cancellationToken
    )
    {
        var payload = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["requestId"] = requestId,
            ["method"] = request.Method,
            ["path"] = request.Path.Value,
            ["contentType"] = request.ContentType,
            ["contentLength"] = request.ContentLength ?? 0,
            ["routeData"] = route.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            ["query"] = request.Query.ToDictionary(
                pair => pair.Key,
                pair => (object?)pair.Value.ToString(),
                StringComparer.Ordinal
            ),
            ["headers"] = request
                .Headers.Where(header => !Secrets.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(
                    header => header.Key,
                    header => (object?)header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
        };
        if (request.HasFormContentType)
        {
            await ReadFormAsync(request, payload, cancellationToken);
        }
        else
        {
            using var reader = new StreamReader(request.Body);
            payload["body"] = await reader.ReadToEndAsync(cancellationToken);
        }

        return payload;
    }

    /// <summary>A payload as the activity gets it; null when the instance was not reached by a request.</summary>
    public static Dictionary<string, object?>? Of(object? payload) =>
        payload is null ? null : Coerce.To<Dictionary<string, object?>>(payload);

    private static async Task ReadFormAsync(
        HttpRequest request,
        Dictionary<string, object?> payload,
        CancellationToken cancellationToken
    )
    {
        var form = await request.ReadFormAsync(cancellationToken);
        payload["form"] = form.ToDictionary(
            field => field.Key,
            field => (object?)field.Value.ToString(),
            StringComparer.Ordinal
        );
        var files = new List<object?>();
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            files.Add(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["fileName"] = file.FileName,
                    ["contentType"] = file.ContentType,
                    ["length"] = file.Length,
                    ["content"] = Convert.ToBase64String(content.ToArray()),
                }
            );
        }

        payload["files"] = files;
    }
}

using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Workflows.Host.Api;

/// <summary>A request's body that the API reads as a document of its own, so that mistakes in it get a line and a column.</summary>
internal static class JsonBody
{
    /// <summary>The body's text, and its root or the problem to answer with.</summary>
    public static async Task<(string Text, JsonElement Root, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var text = "";
        try
        {
            text = await reader.ReadToEndAsync(cancellationToken);
            using var document = JsonDocument.Parse(text);
            return (text, document.RootElement.Clone(), null);
        }
        catch (JsonException failure)
        {
            return (text, default, Problems.NotJson(failure, text));
        }
        catch (DecoderFallbackException)
        {
            return (text, default, Problems.BadRequest("The body is not UTF-8 text."));
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Workflows.Host.Api;

/// <summary>A request's body that a room reads as a document of its own, so that mistakes in it get a line and a column.</summary>
/// <param name="Utf8">The body as it came.</param>
/// <param name="Problem">What to answer where it is not JSON.</param>
internal sealed record JsonBody(ReadOnlyMemory<byte> Utf8, ProblemHttpResult? Problem)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8.Span);

    public static async Task<JsonBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        ReadOnlyMemory<byte> utf8 = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        // A byte order mark is what Windows editors leave behind; it means nothing.
        utf8 = utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        return new JsonBody(utf8, Check(utf8));
    }

    private static ProblemHttpResult? Check(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(utf8));
            while (reader.Read())
            {
                // Every token is looked at once; the room that owns the format makes sense of them.
            }

            return null;
        }
        catch (JsonException failure)
        {
            return Problems.NotJson(failure, Encoding.UTF8.GetString(utf8.Span));
        }
    }
}

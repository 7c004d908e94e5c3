using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Json;
using Workflows.Marketing.Content;

namespace Workflows.Host.Api.Content;

/// <summary>How documents of the library come in, and how it answers.</summary>
internal static class ContentRequest
{
    /// <summary>Reads a document; members that nobody knows are a mistake, said with their place.</summary>
    public static async Task<(T? Document, ProblemHttpResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return (null, problem);
        }

        try
        {
            return (ContentJson.Read<T>(body.Text), null);
        }
        catch (JsonException wrong)
        {
            return (null, Problems.BadRequest(JsonText.Describe(wrong, body.Text)));
        }
    }

    /// <summary>The version with its warnings, or everything that stands in the way.</summary>
    public static Results<Ok<ContentBody>, ProblemHttpResult> Answer(ContentSaving saving, HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        return saving switch
        {
            { Version: { } version } => TypedResults.Ok(ContentBody.From(version, saving.Diagnostics, language)),
            { Diagnostics: [{ Code: ContentCodes.Step }] } => Problems.Conflict(saving.Diagnostics),
            _ => Problems.From(saving.Diagnostics, "The content cannot be kept."),
        };
    }
}

using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api;

/// <summary>The language in which a caller wants to be answered.</summary>
internal static class RequestLanguage
{
    /// <summary>The first language of <c>Accept-Language</c> that the product speaks; English where there is none.</summary>
    public static Language Of(HttpRequest request) =>
        Languages.Find(
            request
                .GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.ToString())
                .FirstOrDefault(tag =>
                    tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
                    || tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)
                )
        );
}

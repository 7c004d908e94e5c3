using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api;

/// <summary>The language in which a caller wants to be answered.</summary>
internal static class RequestLanguage
{
    /// <summary>
    /// The one that somebody chose in the designer, else the first of <c>Accept-Language</c> that the product speaks;
    /// English where there is none.
    /// </summary>
    public static Language Of(HttpRequest request) => Languages.Find(Studio.Language.Reads(request));
}

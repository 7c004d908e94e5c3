namespace Workflows.Host.Studio;

/// <summary>Which language somebody reads: the one chosen in the designer, else what the browser prefers.</summary>
internal static class Language
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private const string Cookie = "workflows_language";
    private const string Query = "lang";

    /// <summary>The language of an answer; a choice in the address is remembered.</summary>
    public static string Of(HttpContext context)
    {
        if (Known(context.Request.Query[Query]) is { } chosen)
        {
            context.Response.Cookies.Append(
                Cookie,
                chosen,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                }
            );
            return chosen;
        }

        return Reads(context.Request);
    }

    /// <summary>The language that was chosen before, else what the browser prefers.</summary>
    public static string Reads(HttpRequest request) => Known(request.Cookies[Cookie]) ?? Preferred(request);

    /// <summary>The language that the browser prefers.</summary>
    public static string Preferred(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.ToString()))
            .FirstOrDefault(language => language is not null)
        ?? English;

    public static bool IsChinese(string language) => string.Equals(language, Chinese, StringComparison.Ordinal);

    private static string? Known(string? name) =>
        name?.Split('-')[0].ToLowerInvariant() switch
        {
            "zh" => Chinese,
            "en" => English,
            _ => null,
        };
}

using System.Security.Cryptography;
using System.Text;

namespace Workflows.Host.Studio;

/// <summary>The script and style sheet of our own pages: part of the program, addressed by what they contain.</summary>
internal static class StudioAssets
{
    public static readonly string Script = Address("studio.js");
    public static readonly string Style = Address("studio.css");

    private static readonly string ChineseWords = Address("studio-zh.json");

    public static void MapStudioAssets(this IEndpointRouteBuilder routes)
    {
        Map(routes, "studio.js", "text/javascript");
        Map(routes, "studio.css", "text/css");
        Map(routes, "studio-zh.json", "application/json");
    }

    /// <summary>Where the Studio's own words are in another language; nothing where they are as they should be.</summary>
    public static string WordsIn(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ChineseWords : "";

    private static void Map(IEndpointRouteBuilder routes, string name, string type)
    {
        var content = Encoding.UTF8.GetBytes(Read(name));
        routes
            .MapGet(
                $"{StudioPaths.Assets}/{name}",
                (HttpResponse response) =>
                {
                    response.Headers.CacheControl = "public, max-age=31536000, immutable";
                    response.Headers.XContentTypeOptions = "nosniff";
                    return TypedResults.Bytes(content, type);
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>A page or asset that is part of the program.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(StudioAssets).Assembly.GetManifestResourceStream($"Workflows.Host.Pages.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Address(string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Read(name))))[..12];
        return $"{StudioPaths.Assets}/{name}?v={hash}";
    }
}

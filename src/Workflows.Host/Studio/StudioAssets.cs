using System.Security.Cryptography;
using System.Text;

namespace Workflows.Host.Studio;

/// <summary>
/// The scripts and style sheet of our own pages: part of the program, in a folder that is named for what they contain, so that
/// a browser keeps them for good.
/// </summary>
internal static class StudioAssets
{
    private const string Words = "studio-zh.json";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["studio.js"] = "text/javascript",
        ["studio-blocks.js"] = "text/javascript",
        ["studio-code.js"] = "text/javascript",
        ["studio-pages.js"] = "text/javascript",
        ["studio-rest.js"] = "text/javascript",
        ["studio-server.js"] = "text/javascript",
        ["studio-words.js"] = "text/javascript",
        ["studio.css"] = "text/css",
        [Words] = "application/json",
    };

    private static readonly Dictionary<string, byte[]> Contents = Types.Keys.ToDictionary(
        name => name,
        name => Encoding.UTF8.GetBytes(Read(name)),
        StringComparer.Ordinal
    );

    private static readonly string Version = Hash();

    /// <summary>Where they are.</summary>
    public static readonly string Folder = $"{StudioPaths.Assets}/{Version}";

    public static void MapStudioAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet(StudioPaths.Assets + "/{version}/{name}", Answer).AllowAnonymous().ExcludeFromDescription();

    private static IResult Answer(string version, string name, HttpResponse response)
    {
        if (!Types.TryGetValue(name, out var type))
        {
            return TypedResults.NotFound();
        }

        // A page of another version of the program may still be open; what it gets is not to be kept under that name.
        response.Headers.CacheControl = string.Equals(version, Version, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(Contents[name], $"{type}; charset=utf-8");
    }

    /// <summary>Where the Studio's own words are in another language; nothing where they are as they should be.</summary>
    public static string WordsIn(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? $"{Folder}/{Words}" : "";

    /// <summary>A page or asset that is part of the program.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(StudioAssets).Assembly.GetManifestResourceStream($"Workflows.Host.Pages.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in Contents.Values)
        {
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

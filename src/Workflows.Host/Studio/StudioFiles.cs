using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Workflows.Host.Studio;

/// <summary>
/// Serves the files of Elsa Studio byte for byte (they are checked against hashes), compressed as the package brings
/// them. What has a fingerprint in its name, or a version in its address, never changes and is never asked for again.
/// </summary>
internal static partial class StudioFiles
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider Types = CreateTypes();

    private static readonly (string Encoding, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    private static readonly string[] Loose = ["appsettings.json", "Elsa.Studio.Host.CustomElements.styles.css"];

    public static void MapStudioFiles(this IEndpointRouteBuilder routes)
    {
        // The program's files are the same for everybody and say nothing; without them no page could show an error.
        routes.MapGet(StudioPaths.Elsa + "/_framework/{**path}", Answer).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet(StudioPaths.Elsa + "/_content/{**path}", Answer).AllowAnonymous().ExcludeFromDescription();
        foreach (var file in Loose)
        {
            routes.MapGet($"{StudioPaths.Elsa}/{file}", Answer).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static IResult Answer(HttpContext context, StudioPackage package)
    {
        var path = context.Request.Path.Value![StudioPaths.Elsa.Length..];
        var headers = context.Response.Headers;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        if (!Types.TryGetContentType(path, out var type) || !package.Files.GetFileInfo(path).Exists)
        {
            return TypedResults.NotFound();
        }

        headers.Vary = HeaderNames.AcceptEncoding;
        var file = Choose(context.Request, package.Files, path, out var encoding);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        headers.CacheControl =
            Fingerprint().IsMatch(path) || context.Request.Query.ContainsKey("v") ? Forever : "no-cache";
        var tag = new EntityTagHeaderValue($"\"{package.Version}-{file.Length:x}{encoding}\"");
        return TypedResults.PhysicalFile(file.PhysicalPath!, type, entityTag: tag);
    }

    private static IFileInfo Choose(HttpRequest request, IFileProvider files, string path, out string? encoding)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        foreach (var (name, suffix) in Encodings)
        {
            if (accepted.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                var compressed = files.GetFileInfo(path + suffix);
                if (compressed.Exists)
                {
                    encoding = name;
                    return compressed;
                }
            }
        }

        encoding = null;
        return files.GetFileInfo(path);
    }

    private static FileExtensionContentTypeProvider CreateTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        types.Mappings[".wasm"] = "application/wasm";
        types.Mappings[".map"] = "application/json";
        types.Mappings[".cur"] = "image/x-icon";
        types.Mappings[".js"] = "text/javascript";
        return types;
    }

    [GeneratedRegex(
        @"(?:\.[0-9a-z]{10}\.[a-z.]+|-[0-9A-Za-z_-]{8}\.js)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Fingerprint();
}

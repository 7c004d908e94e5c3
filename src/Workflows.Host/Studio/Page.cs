using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Host.Studio;

/// <summary>A page with <c>{{names}}</c> to fill in. Everything that is filled in is text, never markup.</summary>
internal sealed partial class Page(string template)
{
    // The inline scripts of Elsa Studio 3.8.2, known by what they contain: the keyboard shortcuts of its editor, which it
    // adds to its pages in two forms.
    private const string InlineScripts =
        "'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='";

    /// <summary>
    /// Scripts and connections of this host only. WebAssembly needs its own permission; <c>eval</c> stays forbidden. The
    /// designer's libraries set styles from scripts, so inline styles are allowed; inline scripts are not.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' "
        + InlineScripts
        + "; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>A page that is part of the program, with what it includes.</summary>
    public static Page Read(string name) =>
        new(Include().Replace(StudioAssets.Read(name), part => StudioAssets.Read(part.Groups["name"].Value).TrimEnd()));

    public IResult Answer(HttpContext context, IReadOnlyDictionary<string, string> values, int status = 200)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        var html = Slot().Replace(template, slot => WebUtility.HtmlEncode(values[slot.Groups["name"].Value]));
        return Results.Content(html, "text/html", Encoding.UTF8, status);
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slot();

    [GeneratedRegex(
        "<!--include (?<name>[a-z-]+\\.html)-->",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Include();
}

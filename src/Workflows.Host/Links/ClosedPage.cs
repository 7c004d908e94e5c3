using System.Globalization;
using System.Net;
using System.Text;
using Workflows.Marketing.Calendars;
using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>What customers see who follow a link before it opens (S2-49): when that is, and nothing of where it leads.</summary>
internal sealed class ClosedPage(TimeProvider clock, CalendarDesk desk)
{
    private static readonly string Html = Read();

    /// <summary>Whether a link is not open yet.</summary>
    public bool Holds(FollowedLink link) => link.OpensAt > clock.GetUtcNow();

    /// <summary>The page of a link that is not open yet.</summary>
    public IResult Answer(FollowedLink link, HttpContext context)
    {
        var opens = TimeZoneInfo.ConvertTime(link.OpensAt!.Value, desk.TimeZone);
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        return Results.Content(
            Html.Replace(
                "{{opens}}",
                WebUtility.HtmlEncode(opens.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                StringComparison.Ordinal
            ),
            "text/html",
            Encoding.UTF8
        );
    }

    private static string Read()
    {
        using var stream = typeof(ClosedPage).Assembly.GetManifestResourceStream(
            "Workflows.Host.Pages.link-closed.html"
        )!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

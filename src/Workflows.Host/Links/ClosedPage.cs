using System.Globalization;
using Workflows.Marketing.Calendars;
using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>What customers see who follow a link before it opens (S2-49): when that is, and nothing of where it leads.</summary>
internal sealed class ClosedPage(TimeProvider clock, CalendarDesk desk)
{
    private static readonly SaidPage Shown = new(
        new("尚未开售", "届时请再次打开此链接。"),
        new("Not open yet", "Please open this link again then.")
    );

    /// <summary>Whether a link is not open yet.</summary>
    public bool Holds(FollowedLink link) => link.OpensAt > clock.GetUtcNow();

    /// <summary>The page of a link that is not open yet.</summary>
    public IResult Answer(FollowedLink link, HttpContext context)
    {
        var opens = TimeZoneInfo.ConvertTime(link.OpensAt!.Value, desk.TimeZone);
        return Shown.Answer(context, moment: opens.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}

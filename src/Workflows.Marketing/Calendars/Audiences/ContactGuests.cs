using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Audiences;

/// <summary>Contacts as guests of an occasion.</summary>
internal static class ContactGuests
{
    /// <summary>A page of the contacts of a choice.</summary>
    /// <param name="desk">Where contacts are found.</param>
    /// <param name="search">The occasion.</param>
    /// <param name="choice">Which contacts.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <param name="takes">Decides on each contact what the choice cannot say, and what its journey is told; null leaves it out.</param>
    public static async ValueTask<OccasionPage> PageAsync(
        CalendarDesk desk,
        OccasionSearch search,
        ContactChoice choice,
        CancellationToken cancellationToken,
        Func<ContactState, IReadOnlyDictionary<string, object?>?>? takes = null
    )
    {
        var after = search.After is { } id ? Guid.ParseExact(id, "N") : (Guid?)null;
        var page = await desk.Contacts.PageAsync(
            search.Tenant,
            choice,
            search.Occasion.DueAt,
            after,
            cancellationToken
        );
        var guests = new List<OccasionGuest>();
        foreach (var contact in page)
        {
            if ((takes is null ? Nothing : takes(contact)) is { } told)
            {
                guests.Add(new OccasionGuest(contact.Id, told));
            }
        }

        return new OccasionPage(
            guests,
            page.Count < ContactAudience.PageSize ? null : page[^1].Id.ToString("N", CultureInfo.InvariantCulture)
        );
    }

    private static readonly Dictionary<string, object?> Nothing = [];
}

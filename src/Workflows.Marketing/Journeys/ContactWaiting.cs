using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>How blocks wait for what is told of the contact.</summary>
internal static class ContactWaiting
{
    /// <summary>Waits for the next event of a type, told of the contact whose instance it is.</summary>
    /// <param name="context">The block that waits.</param>
    /// <param name="type">The event's type.</param>
    /// <param name="callback">Goes on with the event, or without one at <paramref name="until"/>.</param>
    /// <param name="until">When waiting ends; null for never.</param>
    public static void WaitForEvent(
        this ActivityExecutionContext context,
        string? type,
        ExecuteActivityDelegate callback,
        DateTimeOffset? until = null
    ) =>
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = ContactStimulus.Name,
                Stimulus = type,
                IncludeActivityInstanceId = false,
                DueAt = until,
                Callback = callback,
            }
        );
}

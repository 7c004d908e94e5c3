using System.Globalization;

namespace Workflows.Marketing.Journeys;

/// <summary>A simulated journey went round and round without time passing.</summary>
public sealed class EndlessJourneyException : Exception
{
    /// <param name="journey">The journey's definition id.</param>
    /// <param name="at">The instant it is stuck at.</param>
    public EndlessJourneyException(string journey, DateTimeOffset at)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The journey '{journey}' loops without waiting at {at:yyyy-MM-ddTHH:mm:sszzz}: it waits for an instant that is over already."
            )
        ) { }
}

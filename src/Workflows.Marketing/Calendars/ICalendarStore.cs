namespace Workflows.Marketing.Calendars;

/// <summary>Keeps a workspace's marketing calendar, a document of <see cref="MarketingCalendarJson"/>.</summary>
public interface ICalendarStore
{
    /// <summary>The document; null as long as the one that ships is in force.</summary>
    Task<string?> FindAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>Puts a document in the place of the one before.</summary>
    Task SaveAsync(int tenant, string json, CancellationToken cancellationToken);
}

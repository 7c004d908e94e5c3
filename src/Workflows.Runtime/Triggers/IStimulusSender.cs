namespace Workflows.Runtime.Triggers;

/// <summary>Tells workflows that something happened: it resumes those that wait for it and starts those it triggers. The name is Elsa's.</summary>
public interface IStimulusSender
{
    /// <summary>Sends a stimulus for the bookmarks and triggers of an activity type.</summary>
    /// <param name="activityTypeName">The activity's type name; see <see cref="Activities.ActivityTypeNameHelper"/>.</param>
    /// <param name="stimulus">What it is about: what the activity gave its bookmark or trigger.</param>
    /// <param name="input">Becomes the workflow input of the burst it causes; null for none.</param>
    /// <param name="correlationId">Narrows the instances it resumes; null resumes all that match.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task SendAsync(
        string activityTypeName,
        object stimulus,
        IDictionary<string, object>? input = null,
        string? correlationId = null,
        CancellationToken cancellationToken = default
    );
}

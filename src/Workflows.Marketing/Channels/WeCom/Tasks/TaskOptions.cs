using System.ComponentModel.DataAnnotations;
using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>How tasks at WeCom are followed.</summary>
public sealed class TaskOptions
{
    /// <summary>
    /// How long after a call whose answer was lost WeCom's lists are trusted to show the task it made, if it made one. Until
    /// then its messages wait. At least three times the time a request may take.
    /// </summary>
    /// <value>The default value is 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan ReconcileAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after it was made a task is asked about for the first time, and from then on.</summary>
    /// <value>The default value is 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Checks the options beside the client's.</summary>
    /// <param name="timeout">How long one request may take.</param>
    /// <exception cref="ArgumentException">They are wrong, or do not leave a call the time it may take.</exception>
    public void ThrowIfInvalid(TimeSpan timeout)
    {
        ValidOptions.ThrowIfInvalid(this);
        if (ReconcileAfter < timeout * 3)
        {
            throw new ArgumentException(
                $"ReconcileAfter of {ReconcileAfter:c} is less than three times the Timeout of {timeout:c}.",
                nameof(timeout)
            );
        }
    }
}

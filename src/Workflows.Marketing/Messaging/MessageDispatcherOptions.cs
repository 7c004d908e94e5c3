using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Messaging;

/// <summary>How hard the dispatcher tries.</summary>
public sealed class MessageDispatcherOptions : IValidatableObject
{
    /// <summary>Messages leased at once.</summary>
    /// <value>The default value is 64.</value>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 64;

    /// <summary>Messages of one batch channel leased at once; its own largest batch may be smaller.</summary>
    /// <value>The default value is 1,000.</value>
    [Range(1, 100_000)]
    public int LargestBatch { get; set; } = 1_000;

    /// <summary>Attempts that run at the same time.</summary>
    /// <value>The default value is 16.</value>
    [Range(1, 1_000)]
    public int Parallelism { get; set; } = 16;

    /// <summary>How long one attempt may take.</summary>
    /// <value>The default value is 15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long leased messages belong to this process; a crash delays them by this much.</summary>
    /// <value>The default value is 90 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How often a message is tried before it is a dead letter.</summary>
    /// <value>The default value is 20, which with the default delays is about nine hours.</value>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 20;

    /// <summary>The wait after the first failure; it doubles with each further one.</summary>
    /// <value>The default value is 1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    /// <value>The default value is 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "7.00:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Submitted messages asked about at once; those of one task always stand together.</summary>
    /// <value>The default value is 1,000.</value>
    [Range(1, 100_000)]
    public int CheckBatchSize { get; set; } = 1_000;

    /// <summary>How long to wait before a submitted task is asked about again, unless its channel says otherwise.</summary>
    /// <value>The default value is 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>When whoever has to do a submitted task is reminded, counted from the submission; at most 3 in 24 hours (S0-43).</summary>
    /// <value>The default value is after 2, 8 and 20 hours.</value>
    public IReadOnlyList<TimeSpan> Reminders { get; set; } =
    [TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(20)];

    /// <summary>How long a submitted task has time; then it is taken back and its messages end as unconfirmed.</summary>
    /// <value>The default value is 24 hours.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan ConfirmWithin { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often the outbox is looked at when nothing tells of new messages.</summary>
    /// <value>The default value is 1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long attempts in flight may go on after the process was asked to stop.</summary>
    /// <value>The default value is 5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Told of every failure of the outbox itself, such as a database that is down; the loop goes on.</summary>
    /// <value>The default value is null: nobody is told.</value>
    public Action<Exception>? OnOutboxFailed { get; set; }

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        var rounds = (BatchSize + Parallelism - 1) / Parallelism;
        if (rounds * AttemptTimeout > LeaseTime)
        {
            yield return new ValidationResult(
                $"A batch of {BatchSize} with {Parallelism} at a time may take {rounds * AttemptTimeout:c}, longer than the lease of {LeaseTime:c}.",
                [nameof(LeaseTime)]
            );
        }

        if (FirstDelay > MaxDelay)
        {
            yield return new ValidationResult("The first delay is longer than the longest.", [nameof(FirstDelay)]);
        }

        if (Reminders.Any(reminder => reminder <= TimeSpan.Zero) || !Reminders.Order().SequenceEqual(Reminders))
        {
            yield return new ValidationResult("The reminders are not in ascending order.", [nameof(Reminders)]);
        }
    }
}

using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Tests.Limits;

/// <summary>
/// Answers always the same: <c>unavailable</c>, <c>unknown</c>, <c>accepted</c> by members who do nothing, or <c>network</c>
/// where nothing can be taken back.
/// </summary>
internal sealed class EndingChannel(string answer) : ITaskChannel
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(30);

    public string Name => "recording";

    public string Answer { get; set; } = answer;

    public List<DeliveryAttempt> Attempts { get; } = [];

    public bool CanTakeBack => Answer is not "network";

    public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        Attempts.Add(attempt);
        return Task.FromResult<Receipt>(
            Answer switch
            {
                "unavailable" => new Receipt.Unavailable("It is down.", Wait),
                "unknown" => new Receipt.Unknown("It did not answer."),
                _ => new Receipt.Accepted("task", Wait),
            }
        );
    }

    public Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Receipt>>([
            .. messages.Select(message => new Receipt.Accepted(message.Reference, Wait)),
        ]);

    public Task RemindAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CancelAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;
}

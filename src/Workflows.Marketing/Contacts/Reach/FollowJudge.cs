using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;

namespace Workflows.Marketing.Contacts;

/// <summary>Lets no message out on a channel whose account the contact unfollowed (S1-11): whatever it is for, nobody would see it.</summary>
/// <param name="contacts">The contacts.</param>
public sealed class FollowJudge(ISubjectSource contacts) : ISendJudge
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var known = new Dictionary<(int Tenant, Guid Contact), Contact>();
        foreach (var tenant in messages.Where(Concerns).GroupBy(one => one.Tenant, one => Person(one)!.ContactId))
        {
            var found = await contacts.LoadAsync(tenant.Key, [.. tenant.Distinct()], cancellationToken);
            foreach (var (id, subject) in found)
            {
                if (subject is Contact contact)
                {
                    known.Add((tenant.Key, id), contact);
                }
            }
        }

        return [.. messages.Select(message => Judge(message, known))];
    }

    /// <inheritdoc/>
    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static Verdict Judge(LeasedMessage leased, Dictionary<(int, Guid), Contact> known) =>
        Concerns(leased)
        && known.TryGetValue((leased.Tenant, Person(leased)!.ContactId), out var contact)
        && contact.Follows.Any(mark =>
            !mark.IsFollowing && mark.Channel.Equals(leased.Message.Channel, StringComparison.OrdinalIgnoreCase)
        )
            ? new Verdict.Dropped(ReasonCodes.Unfollowed)
            : Verdict.Allowed.Instance;

    private static bool Concerns(LeasedMessage leased) =>
        leased.Message.Carrier is Carrier.OfficialAccount && Person(leased) is not null;

    private static Recipient.Person? Person(LeasedMessage leased) => leased.Message.Recipient as Recipient.Person;
}

using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Contacts;

/// <summary>Lets no message out in the name of a member of the staff whom the contact has lost (S0-04).</summary>
public sealed class RelationJudge(IRelationRegister register) : ISendJudge
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var known = new Dictionary<(int Tenant, Guid Contact), ContactRelations>();
        foreach (var tenant in messages.Where(Concerns).GroupBy(one => one.Tenant, one => Person(one)!.ContactId))
        {
            var found = await register.FindAsync(tenant.Key, [.. tenant.Distinct()], cancellationToken);
            foreach (var (id, relations) in found)
            {
                known.Add((tenant.Key, id), relations);
            }
        }

        return [.. messages.Select(message => Judge(message, known))];
    }

    /// <inheritdoc/>
    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static Verdict Judge(LeasedMessage leased, Dictionary<(int, Guid), ContactRelations> known) =>
        Concerns(leased)
        && known.TryGetValue((leased.Tenant, Person(leased)!.ContactId), out var relations)
        && relations.Find(leased.Message.Sender!)?.State == RelationState.Lost
            ? new Verdict.Dropped(ReasonCodes.RelationLost)
            : Verdict.Allowed.Instance;

    // What a member says to a contact in WeCom needs a friend; a call or an e-mail in the member's name does not.
    private static bool Concerns(LeasedMessage leased) =>
        leased.Message is { Carrier: Carrier.Private or Carrier.Sidebar or Carrier.Welcome, Sender: not null }
        && Person(leased) is not null;

    private static Recipient.Person? Person(LeasedMessage leased) => leased.Message.Recipient as Recipient.Person;
}

using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Contacts;

/// <summary>Lets no message out that its contact refuses, as of this very moment: one look at the ledger for all of them (L9).</summary>
public sealed class ConsentJudge(IConsentLedger ledger) : ISendJudge
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var said = new Dictionary<(int Tenant, Guid Contact), ContactConsents>();
        foreach (var tenant in messages.Where(Concerns).GroupBy(one => one.Tenant, one => Person(one)!.ContactId))
        {
            foreach (
                var (id, consents) in await ledger.FindAsync(tenant.Key, [.. tenant.Distinct()], cancellationToken)
            )
            {
                said.Add((tenant.Key, id), consents);
            }
        }

        return [.. messages.Select(message => Judge(message, said))];
    }

    /// <inheritdoc/>
    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static Verdict Judge(LeasedMessage leased, Dictionary<(int, Guid), ContactConsents> said) =>
        Person(leased) is { } person
        && said.TryGetValue((leased.Tenant, person.ContactId), out var consents)
        && consents.Refuses(leased.Message.Channel, leased.Message.Purpose)
            ? new Verdict.Dropped(ReasonCodes.OptedOut)
            : Verdict.Allowed.Instance;

    private static bool Concerns(LeasedMessage leased) => Person(leased) is not null;

    private static Recipient.Person? Person(LeasedMessage leased) => leased.Message.Recipient as Recipient.Person;
}

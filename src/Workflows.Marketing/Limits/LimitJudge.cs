using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits;

/// <summary>
/// Decides, at the moment of sending, which messages may leave, and counts those that may: one transaction a batch, across
/// all journeys and processes. A message is counted once however often it is tried, and not at all when it ends unsent.
/// </summary>
/// <param name="store">The counters.</param>
/// <param name="book">The limits in force.</param>
/// <param name="consents">What contacts want and do not want to receive, as of the moment of sending.</param>
/// <param name="timeZone">Whose days, weeks and months count.</param>
public sealed class LimitJudge(ILimitStore store, LimitRuleBook book, IConsentLedger consents, TimeZoneInfo timeZone)
    : ISendJudge
{
    /// <summary>How long after its judgement a message may arrive; at least as long as its lease.</summary>
    /// <value>The default value is 2 minutes.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var said = await ConsentsAsync(messages, cancellationToken);
        var rules = await book.GetAsync(now, cancellationToken);
        var stores =
            rules.Asks.Store && Stores is { } register ? await register.FindAsync(messages, cancellationToken) : null;
        var contacts =
            rules.Asks.Contact && Contacts is { } known ? await known.FindAsync(messages, cancellationToken) : null;
        var sends = new List<LimitedSend>(messages.Count);
        foreach (var leased in messages)
        {
            var contact = leased.Message.Recipient is Recipient.Person person
                ? contacts?.GetValueOrDefault((leased.Tenant, person.ContactId))
                : null;
            var send = Send(leased, said) with
            {
                Store = stores?.GetValueOrDefault((leased.Tenant, leased.Message.Key)),
                Stage = contact?.Stage,
                Orders = contact?.PaidOrderCount ?? 0,
            };
            sends.Add(
                send.Subsidy > 0 && Budgets is { } budgets
                    ? send with
                    {
                        Budget = await budgets.OfAsync(leased.Message, cancellationToken),
                    }
                    : send
            );
        }

        var verdicts = await JudgeAsync(sends, rules, now, cancellationToken);
        await TellOfBudgetsAsync(sends, messages, verdicts, cancellationToken);
        return verdicts;
    }

    /// <summary>Counts messages that have left already without being judged, such as a greeting that cannot wait.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="now">When they left.</param>
    /// <param name="cancellationToken">Cancels; nothing is counted then.</param>
    public async Task CountAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        await JudgeAsync(messages, now, cancellationToken);
        await store.RemoveAsync(
            [.. messages.Select(leased => new MessageKey(leased.Tenant, leased.Message.Key))],
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<bool> MayRemindAsync(
        TaskReminder reminder,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var sends = LimitedSend.Of(reminder);
        var verdicts = await JudgeAsync(sends, now, cancellationToken);
        if (verdicts.All(verdict => verdict is Verdict.Allowed))
        {
            return true;
        }

        // It goes to all or to nobody: what was counted for some is given back.
        await ReleaseAsync([.. sends.Select(send => send.Id)], cancellationToken);
        return false;
    }

    /// <inheritdoc/>
    public async Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        var over = ended.ToLookup(one => one.IsUnsent, one => new MessageKey(one.Tenant, one.Key));
        await ReleaseAsync([.. over[true]], cancellationToken);
        MessageKey[] sent = [.. over[false]];
        if (sent.Length > 0)
        {
            // They stay counted; that they can be given back is over.
            await store.RemoveAsync(sent, cancellationToken);
        }
    }

    /// <summary>What journeys may give away; null where none says so.</summary>
    /// <value>The default value is null.</value>
    public JourneyBudgets? Budgets { get; init; }

    /// <summary>Told of every message that its journey's budget for subsidies does not suffice for, before it ends (S2-18).</summary>
    /// <value>The default value is null: nobody is told.</value>
    public BudgetAlerts? Spent { get; init; }

    /// <summary>Who knows the stores of messages, for limits that count by store; null where nobody does.</summary>
    /// <value>The default value is null.</value>
    public SendStores? Stores { get; init; }

    /// <summary>Who knows the customers of marketing messages, for limits that ask how close they are; null where nobody does.</summary>
    /// <value>The default value is null.</value>
    public SendContacts? Contacts { get; init; }

    /// <summary>Judges messages and counts those that may be sent.</summary>
    /// <param name="sends">The messages; of those that compete, the ones of higher priority go first, then the earlier in the list.</param>
    /// <param name="now">The moment of sending.</param>
    /// <param name="cancellationToken">Cancels; nothing is counted then.</param>
    /// <returns>One verdict a message, in the order of the list.</returns>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LimitedSend> sends,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(sends);
        return await JudgeAsync(sends, await book.GetAsync(now, cancellationToken), now, cancellationToken);
    }

    private async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LimitedSend> sends,
        LimitRules rules,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (sends.Count == 0)
        {
            return [];
        }

        var time = new LimitTime(now, timeZone, Grace);
        await new LimitCarry(store, rules, time).RunAsync(cancellationToken);
        var asked = sends
            .Select(send => send with { At = time.Local(now) })
            .Select((send, place) => (Send: send, Questions: LimitQuestion.About(send, rules), Place: place))
            .OrderByDescending(item => item.Send.Priority)
            .ToArray();
        var counters = asked
            .SelectMany(item => item.Questions)
            .Select(question => question.Counter)
            .OfType<CounterKey>()
            .ToHashSet();
        var request = new LimitRequest(counters, [.. sends.Select(send => send.Id)]);
        return await store.ChangeAsync(
            request,
            ledger =>
            {
                var verdicts = new Verdict[sends.Count];
                foreach (var (send, questions, place) in asked)
                {
                    verdicts[place] = new Judgement(send, questions, rules, ledger, time).Run();
                }

                return verdicts;
            },
            cancellationToken
        );
    }

    /// <summary>Gives back what messages that ended unsent hold; those that hold nothing are passed over.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<MessageKey> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var held = messages.Count == 0 ? [] : await store.FindAsync(messages, cancellationToken);
        while (held.Count > 0)
        {
            CounterKey[] counters = [.. held.SelectMany(reservation => reservation.Counters).Distinct()];
            MessageKey[] open = [.. held.Select(reservation => reservation.Message)];
            var seen = held;
            var isDone = await store.ChangeAsync(
                new LimitRequest(counters, open),
                ledger => Release(ledger, open),
                cancellationToken
            );
            // Another attempt may have moved a hold to another counter in between: look again.
            held = isDone ? [] : await store.FindAsync([.. seen.Select(one => one.Message)], cancellationToken);
        }
    }

    private async Task TellOfBudgetsAsync(
        List<LimitedSend> sends,
        IReadOnlyList<LeasedMessage> messages,
        IReadOnlyList<Verdict> verdicts,
        CancellationToken cancellationToken
    )
    {
        foreach (var (place, verdict) in verdicts.Index())
        {
            if (Spent is { } spent && verdict is Verdict.Dropped { Code: BudgetAlerts.LimitCode })
            {
                await spent.TellAsync(messages[place].Message, sends[place].Budget, cancellationToken);
            }
        }
    }

    /// <summary>What the recipients want and do not want, as of now: the only look at the ledger of consent on the way out.</summary>
    private async Task<Dictionary<(int Tenant, Guid Id), ContactConsents>> ConsentsAsync(
        IReadOnlyList<LeasedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var said = new Dictionary<(int Tenant, Guid Id), ContactConsents>();
        foreach (var tenant in messages.GroupBy(message => message.Tenant))
        {
            Guid[] ids =
            [
                .. tenant
                    .Select(leased => leased.Message.Recipient)
                    .OfType<Recipient.Person>()
                    .Select(person => person.ContactId)
                    .Distinct(),
            ];
            if (ids.Length == 0)
            {
                continue;
            }

            foreach (var (id, words) in await consents.FindAsync(tenant.Key, ids, cancellationToken))
            {
                said[(tenant.Key, id)] = words;
            }
        }

        return said;
    }

    private static LimitedSend Send(LeasedMessage leased, Dictionary<(int Tenant, Guid Id), ContactConsents> said) =>
        LimitedSend.Of(
            leased,
            leased.Message.Recipient is Recipient.Person person
            && said.TryGetValue((leased.Tenant, person.ContactId), out var words)
                ? words
                : ContactConsents.None
        );

    private static bool Release(LimitLedger ledger, IReadOnlyList<MessageKey> messages)
    {
        LimitReservation[] held = [.. messages.Select(ledger.Find).OfType<LimitReservation>()];
        if (!held.SelectMany(reservation => reservation.Counters).All(ledger.Counters.ContainsKey))
        {
            return false;
        }

        foreach (var reservation in held)
        {
            foreach (var hold in reservation.Holds)
            {
                ledger.Counters[new CounterKey(reservation.Message.Tenant, hold.Code, hold.Scope)].Take(hold.Mark);
            }

            ledger.Remove(reservation.Message);
        }

        return true;
    }
}

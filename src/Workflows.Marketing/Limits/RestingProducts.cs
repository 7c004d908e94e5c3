using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits;

/// <summary>
/// Knows of which products a contact was told so lately that a limit would stop one more message about them (S2-17): whoever
/// chooses what to tell next takes another one. Nothing is counted by asking.
/// </summary>
/// <param name="store">The counters.</param>
/// <param name="book">The limits in force.</param>
/// <param name="timeZone">Whose days, weeks and months count.</param>
public sealed class RestingProducts(ILimitStore store, LimitRuleBook book, TimeZoneInfo timeZone)
{
    private const int Page = 500;

    /// <summary>Those of some products that rest.</summary>
    /// <param name="tenant">Whose limits.</param>
    /// <param name="contact">Who would be told.</param>
    /// <param name="channel">By which channel.</param>
    /// <param name="products">The products, by their keys.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlySet<string>> FindAsync(
        int tenant,
        Guid contact,
        string channel,
        IReadOnlyCollection<string> products,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(products);
        var resting = new HashSet<string>(StringComparer.Ordinal);
        var rules = await book.GetAsync(now, cancellationToken);
        for (var index = 0; index < rules.Limits.Count; index++)
        {
            if (rules.Limits[index] is not { Scope: LimitScope.Product, Period: { } period, Code: var code })
            {
                continue;
            }

            var told = await ToldAsync(tenant, code, contact, period, now, cancellationToken);
            resting.UnionWith(
                products.Where(product =>
                    told.TryGetValue(product, out var count)
                    && Send(tenant, contact, channel, product, now) is var send
                    && rules.Adds(index, send) != LimitCount.Zero
                    && rules.Stops(index, send, count)
                )
            );
        }

        return resting;
    }

    /// <summary>Counts what a trial sent, which no judge of limits sees.</summary>
    /// <param name="tenant">Whose limits.</param>
    /// <param name="rules">The limits in force.</param>
    /// <param name="message">What was sent.</param>
    internal void Note(int tenant, LimitRules rules, OutboundMessage message)
    {
        if (message is not { Product: { } product, Recipient: Recipient.Person person })
        {
            return;
        }

        var send = Send(tenant, person.ContactId, message.Channel, product, message.CreatedAt) with
        {
            Purpose = message.Purpose,
            Kind = message.Kind ?? "",
        };
        var counted = LimitQuestion
            .About(send, rules)
            .Where(question =>
                question is { Counter: not null, Limit: { Scope: LimitScope.Product, Period: not null } }
            )
            .ToList();
        _ = store.ChangeAsync(
            new LimitRequest([.. counted.Select(question => question.Counter!.Value)], []),
            ledger =>
            {
                foreach (var question in counted)
                {
                    var start = question.Limit.Period!.StartOf(message.CreatedAt, timeZone);
                    ledger
                        .Counters[question.Counter!.Value]
                        .Add(new LimitMark(start, question.Adds.Used, question.Adds.Among));
                }

                return counted.Count;
            },
            CancellationToken.None
        );
    }

    private async Task<Dictionary<string, LimitCount>> ToldAsync(
        int tenant,
        string code,
        Guid contact,
        LimitPeriod period,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var own = $"{contact:N} ";
        var told = new Dictionary<string, LimitCount>(StringComparer.Ordinal);
        var after = own;
        while (true)
        {
            var counters = await store.CountersAsync(tenant, code, after, Page, cancellationToken);
            foreach (var counter in counters.TakeWhile(one => one.Scope.StartsWith(own, StringComparison.Ordinal)))
            {
                var counting = counter.Marks.Where(mark => period.EndOf(mark.Start, timeZone) > now).ToList();
                told[counter.Scope[own.Length..]] = new LimitCount(
                    counting.Sum(mark => mark.Used),
                    counting.Sum(mark => mark.Among)
                );
            }

            if (counters.Count < Page || !counters[^1].Scope.StartsWith(own, StringComparison.Ordinal))
            {
                return told;
            }

            after = counters[^1].Scope;
        }
    }

    private LimitedSend Send(int tenant, Guid contact, string channel, string product, DateTimeOffset now) =>
        new()
        {
            Id = new MessageKey(tenant, "recommendation"),
            Carrier = Carriers.Of(channel).ToString(),
            Channel = channel,
            Purpose = "marketing",
            Kind = "offer",
            Contact = contact.ToString("N"),
            Product = product,
            At = TimeZoneInfo.ConvertTime(now, timeZone),
        };
}

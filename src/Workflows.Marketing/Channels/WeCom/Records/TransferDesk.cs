using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Begins what people hand over by hand: many customers and groups of one member of staff at once (S1-18, S3-52).</summary>
/// <param name="parts">The company and its contacts.</param>
/// <param name="messages">The outbox.</param>
/// <param name="machine">The machine's clock, which the outbox' rows fall due by.</param>
public sealed class TransferDesk(RecordParts parts, IMessageStore messages, TimeProvider machine)
{
    private const string Journey = "wecom-transfer";

    /// <summary>Begins an order; what an order of the same name has begun is left alone.</summary>
    /// <returns>What has begun; with a failure, and nothing begun, where WeCom does not say whom the member has.</returns>
    public async Task<TransfersBegun> BeginAsync(TransferOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            var customers = order.Customers ?? await ListAsync(order, cancellationToken);
            return await BeginAsync(order, customers, cancellationToken);
        }
        catch (WeComException failed)
        {
            return new TransfersBegun(0, 0, 0, []) { Failure = failed.Message };
        }
    }

    private async Task<TransfersBegun> BeginAsync(
        TransferOrder order,
        IReadOnlyList<string> customers,
        CancellationToken cancellationToken
    )
    {
        var (begun, known, place) = (0, 0, 0);
        List<string> strangers = [];
        foreach (var customer in customers.Distinct(StringComparer.Ordinal))
        {
            var identity = new ContactIdentity(IdentityKind.ExternalUserId, customer);
            if (await parts.Contacts.FindAsync(parts.Tenant, identity, cancellationToken) is not { } contact)
            {
                strangers.Add(customer);
                continue;
            }

            var change = new RecordChange.CustomerMove(Taker(order, place++), order.Text, order.HasLeft);
            var recipient = new Recipient.Person(contact.Id, [identity]);
            var isNew = await AddAsync(order, customer, recipient, change, cancellationToken);
            (begun, known) = isNew ? (begun + 1, known) : (begun, known + 1);
        }

        var groups = 0;
        foreach (var group in order.Groups.Distinct(StringComparer.Ordinal))
        {
            var change = new RecordChange.GroupMove(Taker(order, groups + place), order.HasLeft);
            var isNew = await AddAsync(order, group, new Recipient.Group(group), change, cancellationToken);
            (groups, known) = isNew ? (groups + 1, known) : (groups, known + 1);
        }

        return new TransfersBegun(begun, groups, known, strangers);
    }

    private static string Taker(TransferOrder order, int place) => order.To[place % order.To.Count];

    private async Task<bool> AddAsync(
        TransferOrder order,
        string what,
        Recipient recipient,
        RecordChange change,
        CancellationToken cancellationToken
    )
    {
        var key = $"{Journey}:{order.Name}:{order.From}:{what}";
        var message = RecordMessages.Of(key, recipient, order.From, change, (Journey, 1), parts.Clock.GetUtcNow());
        var now = machine.GetUtcNow();
        // A lease that is over: whichever host looks next delivers it.
        var lease = new MessageLease(order.By, 1, now, now);
        return await messages.AddAsync(parts.Tenant, message, lease, cancellationToken) is not null;
    }

    private async Task<IReadOnlyList<string>> ListAsync(TransferOrder order, CancellationToken cancellationToken)
    {
        if (!order.HasLeft)
        {
            var list = await parts.Client.Customers.ListAsync(order.From, cancellationToken);
            return list.ExternalUserid;
        }

        List<string> left = [];
        string? cursor = null;
        do
        {
            var page = await parts.Client.Transfers.ListUnassignedAsync(cursor, cancellationToken);
            left.AddRange(
                page.Info.Where(one => string.Equals(one.HandoverUserid, order.From, StringComparison.Ordinal))
                    .Select(one => one.ExternalUserid)
            );
            cursor = page.IsLast ? null : page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return left;
    }
}

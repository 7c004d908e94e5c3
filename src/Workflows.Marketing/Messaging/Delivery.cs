namespace Workflows.Marketing.Messaging;

/// <summary>
/// Hands one lease of messages to their channels. Messages to one recipient keep their order and different recipients do
/// not wait for each other, except where their messages go out together.
/// </summary>
internal sealed class Delivery(
    ChannelSet channels,
    MessageDispatcherOptions options,
    Func<DispatchTime> clock,
    ChannelCalls calls,
    DateTimeOffset leaseEnd
)
{
    private readonly List<MessageSettlement> _settlements = [];

    /// <returns>What the attempts came to; what could not be tried within the lease is missing.</returns>
    public async Task<IReadOnlyList<MessageSettlement>> RunAsync(
        IReadOnlyList<LeasedMessage> leased,
        CancellationToken cancellationToken
    )
    {
        var recipients = leased
            .GroupBy(message => (message.Tenant, message.Message.Recipient.Address))
            .ToLookup(messages => messages.Any(IsBatched), messages => messages.ToArray());
        await Task.WhenAll([
            .. recipients[false].Select(messages => SendInTurnAsync(messages, cancellationToken)),
            SendInRoundsAsync([.. recipients[true]], cancellationToken),
        ]);
        return _settlements;
    }

    private bool IsBatched(LeasedMessage message) =>
        channels.TryGet(message.Message.Channel, out var channel) && channel is IBatchChannel;

    private async Task SendInTurnAsync(LeasedMessage[] messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await SendAsync([message], cancellationToken);
        }
    }

    /// <summary>First the first message of every recipient, then the second: so that a batch never overtakes.</summary>
    private async Task SendInRoundsAsync(LeasedMessage[][] recipients, CancellationToken cancellationToken)
    {
        for (var round = 0; round < recipients.Select(messages => messages.Length).DefaultIfEmpty().Max(); round++)
        {
            var place = round;
            var messages = recipients.Where(all => all.Length > place).Select(all => all[place]);
            await Task.WhenAll([.. Parcels(messages).Select(parcel => SendAsync(parcel, cancellationToken))]);
        }
    }

    private IEnumerable<LeasedMessage[]> Parcels(IEnumerable<LeasedMessage> messages)
    {
        var parcels = new Dictionary<(IChannel, int, string), List<LeasedMessage>>();
        foreach (var message in messages)
        {
            if (channels.TryGet(message.Message.Channel, out var channel) && channel is IBatchChannel batch)
            {
                var key = (batch, message.Tenant, batch.BatchKey(message.Message));
                (parcels.TryGetValue(key, out var own) ? own : parcels[key] = []).Add(message);
            }
            else
            {
                yield return [message];
            }
        }

        foreach (var ((channel, _, _), parcel) in parcels)
        {
            foreach (var chunk in parcel.Chunk(((IBatchChannel)channel).MaxBatch))
            {
                yield return chunk;
            }
        }
    }

    private async Task SendAsync(LeasedMessage[] parcel, CancellationToken cancellationToken)
    {
        // What cannot be finished within the lease is left alone: the lease lapses and somebody tries it later.
        if (cancellationToken.IsCancellationRequested || clock().Machine + options.AttemptTimeout > leaseEnd)
        {
            return;
        }

        var receipts = await TryAsync(parcel, cancellationToken);
        var time = clock();
        lock (_settlements)
        {
            for (var i = 0; i < parcel.Length; i++)
            {
                _settlements.Add(ReceiptReading.AfterAttempt(parcel[i], receipts[i], options, time));
            }
        }
    }

    private async Task<IReadOnlyList<Receipt>> TryAsync(LeasedMessage[] parcel, CancellationToken cancellationToken)
    {
        if (!channels.TryGet(parcel[0].Message.Channel, out var channel))
        {
            var reason = $"There is no channel named '{parcel[0].Message.Channel}'.";
            return [new Receipt.Ended(SendOutcome.Failed, ReasonCodes.UnknownChannel, reason)];
        }

        return await calls.ReceiveAsync(
            parcel.Length,
            async ended =>
                channel is IBatchChannel batch
                    ? await batch.SendAsync([.. parcel.Select(message => message.ToAttempt())], ended)
                    : [await channel.SendAsync(parcel[0].ToAttempt(), ended)],
            cancellationToken
        );
    }
}

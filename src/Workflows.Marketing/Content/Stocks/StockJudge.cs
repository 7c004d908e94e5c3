using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>
/// Lets a message that gives a limited value out only where one is left, and takes it for the message; what nobody received is
/// given back. Asked after the limits: what they hold back takes nothing.
/// </summary>
/// <param name="contents">Which contents give which value.</param>
/// <param name="ledger">The counters.</param>
public sealed class StockJudge(IContentStore contents, IStockLedger ledger) : ISendJudge
{
    /// <summary>The reason code of a message for which nothing was left, or whose offer is over.</summary>
    public const string SoldOut = "sold_out";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var wishes = await WishesAsync(messages, cancellationToken);
        var taken = new HashSet<(int Tenant, string Key)>();
        foreach (var tenant in messages.Zip(wishes).GroupBy(pair => pair.First.Tenant, pair => pair.Second))
        {
            StockWish[] wanted = [.. tenant.OfType<StockWish>()];
            if (wanted.Length > 0)
            {
                var keys = await ledger.TakeAsync(tenant.Key, wanted, now, cancellationToken);
                taken.UnionWith(keys.Select(key => (tenant.Key, key)));
            }
        }

        return
        [
            .. messages
                .Zip(wishes)
                .Select(pair =>
                    pair.Second is null || taken.Contains((pair.First.Tenant, pair.Second.Key))
                        ? (Verdict)Verdict.Allowed.Instance
                        : new Verdict.Dropped(SoldOut)
                ),
        ];
    }

    /// <inheritdoc/>
    public async Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        foreach (var tenant in ended.Where(one => one.IsUnsent).GroupBy(one => one.Tenant, one => one.Key))
        {
            await ledger.GiveBackAsync(tenant.Key, [.. tenant], cancellationToken);
        }
    }

    private async Task<IReadOnlyList<StockWish?>> WishesAsync(
        IReadOnlyList<LeasedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<(int, ContentRef), string?>();
        List<StockWish?> wishes = [];
        foreach (var (tenant, message) in messages.Select(one => (one.Tenant, one.Message)))
        {
            if (message.Source is not { } source)
            {
                wishes.Add(null);
                continue;
            }

            if (!known.TryGetValue((tenant, source), out var stock))
            {
                stock = (await contents.FindAsync(tenant, source, cancellationToken))?.Item.Stock;
                known[(tenant, source)] = stock;
            }

            wishes.Add(stock is null ? null : new StockWish(stock, message.Key));
        }

        return wishes;
    }
}

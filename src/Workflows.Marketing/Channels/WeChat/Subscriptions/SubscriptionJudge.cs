using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat.Subscriptions;

/// <summary>
/// Lets no subscribe message out without an approval of its contact, and uses one for each that goes out; WeChat would refuse
/// it anyway, and count the attempt. Asked last: what limits hold back uses nothing.
/// </summary>
/// <param name="ledger">The approvals.</param>
public sealed class SubscriptionJudge(ISubscriptionLedger ledger) : ISendJudge
{
    /// <summary>The reason code of a message whose contact has no approval left.</summary>
    public const string NotSubscribed = "not_subscribed";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        SubscriptionNeed?[] needs = [.. messages.Select(message => SubscriptionNeed.Of(message.Message))];
        if (Array.TrueForAll(needs, need => need is null))
        {
            return [.. messages.Select(_ => Verdict.Allowed.Instance)];
        }

        var taken = new HashSet<(int Tenant, string Key)>();
        foreach (var tenant in messages.Zip(needs).GroupBy(pair => pair.First.Tenant, pair => pair.Second))
        {
            var keys = await ledger.TakeAsync(tenant.Key, [.. tenant.OfType<SubscriptionNeed>()], cancellationToken);
            taken.UnionWith(keys.Select(key => (tenant.Key, key)));
        }

        return
        [
            .. messages
                .Zip(needs)
                .Select(pair =>
                    pair.Second is null || taken.Contains((pair.First.Tenant, pair.Second.Key))
                        ? (Verdict)Verdict.Allowed.Instance
                        : new Verdict.Dropped(NotSubscribed)
                ),
        ];
    }

    /// <inheritdoc/>
    public async Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ended);
        foreach (var tenant in ended.Where(Concerns).GroupBy(one => one.Tenant))
        {
            string[] unsent = [.. tenant.Where(one => one.IsUnsent).Select(one => one.Key)];
            if (unsent.Length > 0)
            {
                await ledger.GiveBackAsync(tenant.Key, unsent, cancellationToken);
            }

            foreach (var refused in tenant.Where(one => one.ReasonCode is WeChatErrors.UsedUp))
            {
                await ledger.VoidAsync(tenant.Key, [refused.Key], refused.At, cancellationToken);
            }
        }
    }

    private static bool Concerns(MessageSettlement.Ended ended) =>
        ended.Channel?.ToLowerInvariant() is SubscriptionGrant.MiniProgram or SubscriptionGrant.OfficialAccount;
}

using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Content;

/// <summary>
/// Judges the contents of messages when they are about to leave: what was withdrawn meanwhile, or does not fit the carrier,
/// stays. The first message that may leave makes its content a used one.
/// </summary>
/// <param name="store">Where contents are kept.</param>
/// <param name="media">Where their files are kept.</param>
public sealed class ContentJudge(IContentStore store, IMediaLibrary media) : ISendJudge
{
    /// <summary>The reason code of a content that may not be sent.</summary>
    public const string NotApproved = "content_not_approved";

    /// <summary>The reason code of a content that does not fit its carrier.</summary>
    public const string Unfit = "content_unfit";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var known = new Dictionary<(int, ContentRef, Carrier), Verdict>();
        List<Verdict> verdicts = [];
        foreach (var message in messages)
        {
            if (IsDetour(message.Message))
            {
                verdicts.Add(new Verdict.Dropped(Unfit));
                continue;
            }

            if (message.Message.Source is not { } source)
            {
                verdicts.Add(Verdict.Allowed.Instance);
                continue;
            }

            var key = (message.Tenant, source, message.Message.Carrier);
            if (!known.TryGetValue(key, out var verdict))
            {
                known[key] = verdict = await JudgeAsync(message, source, now, cancellationToken);
            }

            verdicts.Add(verdict);
        }

        return verdicts;
    }

    /// <inheritdoc/>
    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    // Whatever brought the card, it goes to a group by the platform's own sending only (S0-46).
    private static bool IsDetour(OutboundMessage message) =>
        !ContentFit.MayCarryMiniProgram(message.Carrier, message.Channel)
        && message.Content.Attachments.Any(attachment => attachment is Attachment.MiniProgram);

    private async Task<Verdict> JudgeAsync(
        LeasedMessage message,
        ContentRef source,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var tenant = message.Tenant;
        if (await store.FindSendableAsync(tenant, source, cancellationToken) is not { } version)
        {
            return new Verdict.Dropped(NotApproved);
        }

        List<MediaEntry> files = [];
        foreach (var name in version.Item.Files)
        {
            if (await media.FindAsync(tenant, name, cancellationToken) is { } entry)
            {
                files.Add(entry);
            }
        }

        if (ContentFit.FindMistake(version.Item, message.Message.Carrier, files) is not null)
        {
            return new Verdict.Dropped(Unfit);
        }

        if (version.State == ContentState.Approved)
        {
            var use = new ContentChange(ContentStep.Use, $"journey {message.Message.Journey}", now);
            await store.MoveAsync(tenant, version.Item.Id, version.Version, use, cancellationToken);
        }

        return Verdict.Allowed.Instance;
    }
}

using Workflows.Marketing.Channels.WeCom.Moments;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>
/// Tells who liked and who commented Moments of the last days (S2-46): no callback says it. The same reaction is the same event however often it
/// is read.
/// </summary>
internal sealed class ReactionFold(SyncCalls calls, ContactEventIntake intake, int tenant)
{
    private static readonly TimeSpan Watched = TimeSpan.FromDays(7);

    /// <summary>Reads the reactions to every Moment that is watched.</summary>
    /// <param name="now">The workspace's time.</param>
    /// <param name="keep">Called between Moments, so that nobody else takes the run over.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<SyncCounts> FoldAsync(DateTimeOffset now, Func<Task> keep, CancellationToken cancellationToken)
    {
        var counts = SyncCounts.None;
        string? cursor = null;
        do
        {
            var question = new MomentCalls.MomentQuestion(
                (now - Watched).ToUnixTimeSeconds(),
                now.ToUnixTimeSeconds(),
                cursor
            )
            {
                FilterType = 2,
            };
            var page = await calls.AskIfAllowedAsync(
                client => client.Moments.ListAsync(question, cancellationToken),
                cancellationToken
            );
            foreach (var moment in page?.MomentList ?? [])
            {
                counts = counts.Plus(await FoldAsync(moment.MomentId, now, cancellationToken));
                await keep();
            }

            cursor = page?.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return counts;
    }

    private async Task<SyncCounts> FoldAsync(string moment, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = SyncCounts.None;
        string? cursor = null;
        do
        {
            var from = cursor;
            var page = await calls.AskIfAllowedAsync(
                client => client.Moments.ListMembersAsync(moment, from, cancellationToken),
                cancellationToken
            );
            foreach (var member in (page?.TaskList ?? []).Where(one => one.PublishStatus != 0))
            {
                var events = await ReadAsync(moment, member.Userid, now, cancellationToken);
                if (events.Length > 0)
                {
                    await intake.AcceptAsync(tenant, events, cancellationToken);
                }

                counts = counts.Plus(new SyncCounts { Reactions = events.Length });
            }

            cursor = page?.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return counts;
    }

    private async Task<ContactEvent[]> ReadAsync(
        string moment,
        string staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await calls.AskIfAllowedAsync(
            client => client.Moments.GetReactionsAsync(moment, staff, cancellationToken),
            cancellationToken
        );
        return [.. Say(found?.CommentList ?? [], isComment: true), .. Say(found?.LikeList ?? [], isComment: false)];

        // Colleagues react, too; they are no customers.
        IEnumerable<ContactEvent> Say(IReadOnlyList<MomentCalls.Reaction> reactions, bool isComment) =>
            reactions
                .Where(one => one.ExternalUserid is not null && one.CreateTime > 0)
                .Select(one => SyncEvents.Reacted(moment, staff, one, isComment, now));
    }
}

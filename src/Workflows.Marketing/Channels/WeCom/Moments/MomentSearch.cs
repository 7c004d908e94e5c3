using Workflows.Marketing.Channels.WeCom.Content;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Tasks;

namespace Workflows.Marketing.Channels.WeCom.Moments;

/// <summary>Looks for the Moment of an open intent among WeCom's, as <see cref="MassMessages.MassMessageSearch"/> does.</summary>
internal sealed class MomentSearch(MomentCalls calls, MomentJobs jobs, ISendIntentStore intents, TimeProvider clock)
{
    private const int OfTheCompany = 0;

    public async Task<FoundTask> FindAsync(SendIntent open, CancellationToken cancellationToken)
    {
        if (!await AreAllNamedAsync(open, cancellationToken))
        {
            return new FoundTask.Unclear("Another Moment of this content is still being made.");
        }

        var alike = await ListAlikeAsync(open, cancellationToken);
        var claimed = await intents.FindClaimedAsync(open.Tenant, alike, cancellationToken);
        var posters = open.Messages.Select(message => message.Recipient).ToHashSet(StringComparer.Ordinal);
        List<string> ours = [];
        foreach (var momentId in alike.Where(id => !claimed.Contains(id)))
        {
            var members = await jobs.ListMembersAsync(momentId, cancellationToken);
            if (members.Count == 0)
            {
                return new FoundTask.Unclear($"WeCom does not show yet who posts the Moment {momentId}.");
            }

            if (members.Keys.All(posters.Contains))
            {
                ours.Add(momentId);
            }
        }

        return ours.Count == 0 ? new FoundTask.Absent() : new FoundTask.Made(ours[0], ours[1..]);
    }

    /// <summary>Moments whose job is not followed to its end would look like nobody's.</summary>
    private async Task<bool> AreAllNamedAsync(SendIntent open, CancellationToken cancellationToken)
    {
        foreach (var intent in await intents.FindNamelessAsync(open.Tenant, open.Kind, open.Outline, cancellationToken))
        {
            if ((await jobs.FollowAsync(intent.Reference!, cancellationToken)).IsRunning)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<string>> ListAlikeAsync(SendIntent open, CancellationToken cancellationToken)
    {
        List<MomentCalls.ListedMoment> alike = [];
        var from = (open.StartedAt - Uncertain.ClockSkew).ToUnixTimeSeconds();
        var to = (clock.GetUtcNow() + Uncertain.ClockSkew).ToUnixTimeSeconds();
        string? cursor = null;
        do
        {
            var question = new MomentCalls.MomentQuestion(from, to, cursor) { FilterType = OfTheCompany };
            var page = await calls.ListAsync(question, cancellationToken);
            alike.AddRange(page.MomentList.Where(moment => IsAlike(moment, open)));
            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return
        [
            .. alike
                .OrderBy(moment => moment.CreateTime)
                .Select(moment => moment.MomentId)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static bool IsAlike(MomentCalls.ListedMoment moment, SendIntent open) =>
        string.Equals(
            ContentOutline.OfMoment(moment.Text, moment.Image?.Count ?? 0, moment.Video is not null, moment.Link),
            open.Outline,
            StringComparison.Ordinal
        );
}

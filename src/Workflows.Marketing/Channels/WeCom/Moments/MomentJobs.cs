using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Moments;

/// <summary>Follows the jobs that make Moments, and keeps the id they lead to: a job can be asked for 24 hours only.</summary>
internal sealed class MomentJobs(MomentCalls calls, ISendIntentStore intents, int tenant)
{
    private const string Api = "get_moment_task_result";
    private const int Done = 3;

    // The name of a job that made nothing; no moment_id looks like it.
    private const string FailedPrefix = "failed:";

    /// <param name="reference">The job, or the Moment itself when it was found rather than made.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<MomentJob> FollowAsync(string reference, CancellationToken cancellationToken)
    {
        var intent = await intents.FindByReferenceAsync(tenant, reference, cancellationToken);
        return intent?.Name is { } name ? Known(name) : await AskAsync(intent, reference, cancellationToken);
    }

    /// <summary>The members of a Moment, and whether they have published it.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> ListMembersAsync(
        string momentId,
        CancellationToken cancellationToken
    )
    {
        var members = new Dictionary<string, bool>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await calls.ListMembersAsync(momentId, cursor, cancellationToken);
            foreach (var member in page.TaskList)
            {
                members[member.Userid] = member.PublishStatus != 0;
            }

            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return members;
    }

    private async Task<MomentJob> AskAsync(SendIntent? intent, string jobid, CancellationToken cancellationToken)
    {
        var job = await calls.GetJobAsync(jobid, cancellationToken);
        if (job.Status != Done)
        {
            return new MomentJob(null, null);
        }

        var name = job.Result switch
        {
            { Errcode: 0 or null, MomentId: { Length: > 0 } id } => id,
            { Errcode: { } code } => FormattableString.Invariant($"{FailedPrefix}{code}:{jobid}"),
            _ => $"{FailedPrefix}-1:{jobid}",
        };
        if (intent is not null)
        {
            await intents.NameAsync(intent, name, cancellationToken);
        }

        return Known(name);
    }

    private static MomentJob Known(string name)
    {
        if (!name.StartsWith(FailedPrefix, StringComparison.Ordinal))
        {
            return new MomentJob(name, null);
        }

        var code = int.Parse(name.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        return new MomentJob(
            null,
            WeComReceipts.Of(Api, code) as Receipt.Ended
                ?? new Receipt.Ended(
                    SendOutcome.Failed,
                    FormattableString.Invariant($"wecom_{code}"),
                    $"WeCom did not make the Moment: {WeComErrors.Of(code).Meaning}"
                )
        );
    }
}

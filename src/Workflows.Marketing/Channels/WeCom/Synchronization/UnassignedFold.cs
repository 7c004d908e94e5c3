using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Tells which customers wait because their member of staff has left the company (S3-52).</summary>
internal sealed class UnassignedFold(SyncCalls calls, ContactEventIntake intake, int tenant)
{
    public async Task<SyncCounts> FoldAsync(CancellationToken cancellationToken)
    {
        var counts = SyncCounts.None;
        string? cursor = null;
        do
        {
            var from = cursor;
            var page = await calls.AskIfThereAsync(
                client => client.Transfers.ListUnassignedAsync(from, cancellationToken),
                cancellationToken
            );
            ContactEvent[] events =
            [
                .. (page?.Info ?? []).Where(one => one.DimissionTime is > 0 and <= uint.MaxValue).SelectMany(Tell),
            ];
            if (events.Length > 0)
            {
                await intake.AcceptAsync(tenant, events, cancellationToken);
            }

            counts = counts.Plus(new SyncCounts { Unassigned = events.Length / 2 });
            cursor = page is null or { IsLast: true } ? null : page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return counts;
    }

    private static IEnumerable<ContactEvent> Tell(Transfers.TransferCalls.Unassigned one)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(one.DimissionTime);
        var tie = new Tie(TieKind.Friend, one.HandoverUserid, one.ExternalUserid) { ChangedAt = at };
        yield return SyncEvents.Unassigned(one.HandoverUserid, one.ExternalUserid, at);
        // Nobody can write in the name of who has left.
        yield return SyncEvents.Lost(tie, at);
    }
}

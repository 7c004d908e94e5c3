using Npgsql;
using Workflows.Runtime.Durability;
using Workflows.Storage.Work;

namespace Workflows.Storage.Postgres;

/// <summary>Finds out, after a commit was refused, whose turns were the cause.</summary>
internal sealed class PostgresConflicts(NpgsqlConnection connection)
{
    public async Task<CommitOutcome> ExplainAsync(WorkCommit commit, SettledEffects effects, CancellationToken ct)
    {
        var stale = await StaleAsync(commit, ct);
        if (!stale.IsEmpty)
        {
            return new CommitOutcome.StaleLease(stale);
        }

        var subjects = new HashSet<Guid>();
        await AddFinishedItemsAsync(commit, subjects, ct);
        await AddChangedInstancesAsync(commit, subjects, ct);
        var repeated = subjects.Count;
        await AddRepeatedMessagesAsync(effects, subjects, ct);
        await AddRepeatedOccasionsAsync(effects, subjects, ct);
        if (subjects.Count == 0)
        {
            // What collided has changed once more since: nothing can be told apart, so all are redone.
            subjects.UnionWith(commit.Done.Select(item => item.Subject));
        }

        return new CommitOutcome.Conflict(
            subjects,
            subjects.Count > repeated ? "An effect has left before." : "An item or an instance was changed meanwhile."
        );
    }

    private async Task<PartitionSet> StaleAsync(WorkCommit commit, CancellationToken ct)
    {
        var current = new HashSet<(short, long)>();
        await using var command = connection.Command("SELECT partition, epoch FROM partition_leases");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            current.Add((reader.GetInt16(0), reader.GetInt64(1)));
        }

        var moved = commit.Leases.Where(lease => !current.Contains((lease.Partition, lease.Epoch)));
        return PartitionSet.Of(moved.Select(lease => lease.Partition));
    }

    private async Task AddFinishedItemsAsync(WorkCommit commit, HashSet<Guid> subjects, CancellationToken ct)
    {
        var there = new HashSet<long>();
        await using var command = connection.Command(
            "SELECT id FROM work_items WHERE id = ANY ($1)",
            [commit.Done.Select(item => item.Id).ToArray()]
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            there.Add(reader.GetInt64(0));
        }

        subjects.UnionWith(commit.Done.Where(item => !there.Contains(item.Id)).Select(item => item.Subject));
    }

    private async Task AddChangedInstancesAsync(WorkCommit commit, HashSet<Guid> subjects, CancellationToken ct)
    {
        var revisions = new Dictionary<Guid, int>();
        await using var command = connection.Command(
            "SELECT id, revision FROM instances WHERE id = ANY ($1)",
            [commit.Instances.Select(change => change.Instance.Id).ToArray()]
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            revisions.Add(reader.GetGuid(0), reader.GetInt32(1));
        }

        subjects.UnionWith(
            commit
                .Instances.Where(change => revisions.GetValueOrDefault(change.Instance.Id) != change.LoadedRevision)
                .Select(change => change.Instance.Subject)
        );
    }

    private async Task AddRepeatedOccasionsAsync(SettledEffects effects, HashSet<Guid> subjects, CancellationToken ct)
    {
        var known = new HashSet<(int, string)>();
        foreach (var (tenant, _, fired) in effects.Fired)
        {
            await using var command = connection.Command(
                "SELECT 1 FROM occasions WHERE tenant = $1 AND definition_id = $2 AND activity_id = $3 AND key = $4",
                tenant,
                fired.DefinitionId,
                fired.ActivityId,
                fired.Occasion.Key
            );
            if (await command.ExecuteScalarAsync(ct) is not null)
            {
                known.Add((tenant, fired.Key));
            }
        }

        // One that the commit itself names twice counts as well.
        subjects.UnionWith(
            effects.Fired.Where(row => !known.Add((row.Tenant, row.Fired.Key))).Select(row => row.Subject)
        );
    }

    private async Task AddRepeatedMessagesAsync(SettledEffects effects, HashSet<Guid> subjects, CancellationToken ct)
    {
        var known = new HashSet<(int, string)>();
        await using (
            var command = connection.Command(
                "SELECT tenant, key FROM messages WHERE key = ANY ($1)",
                [effects.Messages.Select(row => row.Message.Key).ToArray()]
            )
        )
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                known.Add((reader.GetInt32(0), reader.GetString(1)));
            }
        }

        // A key that the commit itself names twice counts as well.
        subjects.UnionWith(
            effects.Messages.Where(row => !known.Add((row.Tenant, row.Message.Key))).Select(row => row.Subject)
        );
    }
}

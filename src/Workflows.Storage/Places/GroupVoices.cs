using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Service;
using Workflows.Storage.Contacts;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Places;

/// <summary>
/// Finds out when somebody of the staff last spoke in each group, and keeps it with the group, so that a silence is one silence however long it lasts (S1-06).
/// </summary>
internal sealed class GroupVoices(WorkflowsDbContextFactory contexts, WriteGate gate, int tenant)
{
    // What other systems tell late is heard so far back.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<GroupSilence>> WatchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<GroupRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.IsActive)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var told = await ToldAsync(context, now, cancellationToken);
        List<GroupSilence> silences = [];
        foreach (var row in rows)
        {
            var spoken = Latest(
                await SentAsync(context, row.Id, cancellationToken),
                told.GetValueOrDefault(row.Id),
                row.SpokenAt
            );
            var since = spoken ?? now;
            if (since != row.SpokenAt)
            {
                await KeepAsync(context, row.Id, since, cancellationToken);
            }

            silences.Add(new GroupSilence(SqlGroupRegister.Read(row), since));
        }

        return silences;
    }

    private static DateTimeOffset? Latest(params DateTimeOffset?[] times) => times.Max();

    /// <summary>When the product's last message arrived in a group.</summary>
    private Task<DateTimeOffset?> SentAsync(
        WorkflowsDbContext context,
        string group,
        CancellationToken cancellationToken
    )
    {
        var address = new Recipient.Group(group).Address;
        return context
            .Set<MessageRow>()
            .Where(row =>
                row.Address == address
                && row.Tenant == tenant
                && row.Carrier == (short)Carrier.Group
                && row.Outcome == (short)SendOutcome.Sent
            )
            .OrderByDescending(row => row.Id)
            .Select(row => row.SettledAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>When others told that the staff spoke, by group.</summary>
    private async Task<Dictionary<string, DateTimeOffset?>> ToldAsync(
        WorkflowsDbContext context,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var from = now - LookBack;
        var rows = await context
            .Set<ContactEventRow>()
            .Where(row =>
                row.Tenant == tenant
                && row.Type == ServiceEvents.MessageSent
                && row.At >= from
                && row.Data!.Contains("\"group\"")
            )
            .Select(row => new { row.At, row.Data })
            .ToListAsync(cancellationToken);
        return rows.Select(row => (Group: GroupOf(row.Data!), row.At))
            .Where(said => said.Group is not null)
            .GroupBy(said => said.Group!, said => said.At, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => (DateTimeOffset?)own.Max(), StringComparer.Ordinal);
    }

    // Events are checked when they come in: their data is an object.
    private static string? GroupOf(string data)
    {
        using var document = JsonDocument.Parse(data);
        return document.RootElement.TryGetProperty("group", out var group) && group.ValueKind == JsonValueKind.String
            ? group.GetString()
            : null;
    }

    private async Task KeepAsync(
        WorkflowsDbContext context,
        string group,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await context
            .Set<GroupRow>()
            .Where(row => row.Tenant == tenant && row.Id == group && (row.SpokenAt == null || row.SpokenAt < at))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SpokenAt, at), cancellationToken);
    }
}

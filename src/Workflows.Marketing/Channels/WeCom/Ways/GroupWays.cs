namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Knows the code by which customers come into a group (入群活码, S0-32). Knows a new way within a minute.</summary>
/// <param name="store">The ways.</param>
/// <param name="clock">The machine's clock: tells when the list is old.</param>
public sealed class GroupWays(IWayStore store, TimeProvider clock)
{
    private readonly KnownWays _known = new(store, clock);

    /// <summary>The address of the code that leads into a group.</summary>
    /// <param name="tenant">Whose ways.</param>
    /// <param name="group">The chat id of the group.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The address; null where no way leads there, or WeCom has not made it yet. Of several ways, that of the fewest groups.</returns>
    public async Task<string?> AddressAsync(int tenant, string group, CancellationToken cancellationToken)
    {
        var ways = await _known.ListAsync(tenant, cancellationToken);
        return ways.Where(way =>
                way is { Address: not null, Spec.Kind: WayKind.Group }
                && way.Spec.Groups.Contains(group, StringComparer.Ordinal)
            )
            .OrderBy(way => way.Spec.Groups.Count)
            .ThenBy(way => way.Spec.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Address;
    }
}

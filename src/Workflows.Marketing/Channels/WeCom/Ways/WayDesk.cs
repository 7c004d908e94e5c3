using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>
/// Keeps ways as people want them. WeCom has no idempotency key: a way is written down before it is made, and one whose answer got lost is
/// looked for before it is made again.
/// </summary>
/// <param name="client">The company's WeCom.</param>
/// <param name="store">Where ways are kept.</param>
/// <param name="tenant">Whose ways.</param>
/// <param name="clock">The workspace's clock.</param>
public sealed class WayDesk(WeComClient client, IWayStore store, int tenant, TimeProvider clock)
{
    private readonly WayCalls _calls = new(client);

    /// <summary>Makes a way, or changes the one of its name; for the same wish any number of times.</summary>
    public async Task<WayOutcome> PutAsync(WaySpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (WayCheck.Check(spec) is { Count: > 0 } mistakes)
        {
            return new WayOutcome(null, mistakes);
        }

        var fresh = new Way(spec, clock.GetUtcNow());
        var isNew = await store.TryBeginAsync(tenant, fresh, cancellationToken);
        var known = isNew ? fresh : await store.FindAsync(tenant, spec.Name, cancellationToken) ?? fresh;
        if (known.Spec.Kind != spec.Kind)
        {
            return WayOutcome.Failed(
                $"'{spec.Name}' is a way of another kind: {known.Spec.Kind}. Remove it first."
            ) with
            {
                IsConflict = true,
            };
        }

        try
        {
            return known.Reference is null
                ? await MakeAsync(known with { Spec = spec }, isNew, cancellationToken)
                : await ChangeAsync(known, spec, cancellationToken);
        }
        catch (WeComException failed)
        {
            if (isNew && !failed.IsUncertain)
            {
                await store.RemoveAsync(tenant, spec.Name, cancellationToken);
            }

            return WayOutcome.Failed(
                failed.IsUncertain
                    ? $"{failed.Message} It may be made: put it again, and it is looked for."
                    : failed.Message
            );
        }
    }

    /// <summary>Removes a way: its code stops working.</summary>
    /// <returns>The outcome, or null where there is no such way.</returns>
    public async Task<WayOutcome?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(tenant, name, cancellationToken) is not { } way)
        {
            return null;
        }

        try
        {
            var reference =
                way.Reference ?? (await _calls.FindAsync(way.Spec, way.MadeAt, cancellationToken))?.Reference;
            if (reference is not null)
            {
                await _calls.RemoveAsync(way.Spec.Kind, reference, cancellationToken);
            }
        }
        // 40058, 60136: WeCom does not know it any more, somebody removed it in the console.
        catch (WeComException failed) when (failed.Error.Code is not (40058 or 60136))
        {
            return WayOutcome.Failed(failed.Message);
        }
        catch (WeComException)
        {
            // Gone is what was wanted.
        }

        await store.RemoveAsync(tenant, name, cancellationToken);
        return new WayOutcome(null, []);
    }

    private async Task<WayOutcome> MakeAsync(Way way, bool isNew, CancellationToken cancellationToken)
    {
        var found = isNew ? null : await _calls.FindAsync(way.Spec, way.MadeAt, cancellationToken);
        var (reference, address) = found ?? await _calls.MakeAsync(way.Spec, cancellationToken);
        var made = way with { Reference = reference, Address = address };
        await store.SaveAsync(tenant, made, cancellationToken);
        return new WayOutcome(made, []);
    }

    private async Task<WayOutcome> ChangeAsync(Way known, WaySpec spec, CancellationToken cancellationToken)
    {
        await _calls.ChangeAsync(spec, known.Reference!, cancellationToken);
        var changed = known with { Spec = spec };
        await store.SaveAsync(tenant, changed, cancellationToken);
        return new WayOutcome(changed, []);
    }
}

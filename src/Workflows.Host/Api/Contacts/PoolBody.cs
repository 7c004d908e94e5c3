using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api.Contacts;

/// <summary>A pool as the API takes and shows it.</summary>
/// <param name="Name">nurturing, conversion or client; the one in the address counts.</param>
/// <param name="Volume">high, medium or low.</param>
/// <param name="UnitValue">high, medium or low.</param>
/// <param name="Carriers">Where its contacts are at home: Private, Group, Moments, OfficialAccount.</param>
internal sealed record PoolBody(string? Name, string? Volume, string? UnitValue, IReadOnlyList<string>? Carriers)
{
    public static PoolBody From(PoolProfile pool) =>
        new(pool.Name, pool.Volume, pool.UnitValue, [.. pool.Carriers.Select(carrier => carrier.ToString())]);

    public PoolProfile ToProfile(string name) =>
        new(
            name,
            Volume ?? "",
            UnitValue ?? "",
            [
                .. (Carriers ?? [])
                    .Select(word => Enum.TryParse<Carrier>(word, ignoreCase: true, out var carrier) ? carrier : default)
                    .Distinct(),
            ]
        );
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Documents;

namespace Workflows.Marketing.Contacts;

/// <summary>The profiles of the workspace's pools: the presets, and what the workspace says in their place.</summary>
public sealed class PoolCatalog
{
    /// <summary>The name of the document.</summary>
    public const string Document = "pools";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly KeptDocument<IReadOnlyList<PoolProfile>> _profiles;

    /// <param name="documents">Where the document is kept.</param>
    /// <param name="clock">Says how old a look-up is.</param>
    /// <param name="tenant">Whose pools.</param>
    public PoolCatalog(IDocumentStore documents, TimeProvider clock, int tenant) =>
        _profiles = new(documents, clock, tenant, Document, Read, PoolProfile.Presets);

    /// <summary>The profile of every pool, in the order of <see cref="Pool.All"/>.</summary>
    public ValueTask<IReadOnlyList<PoolProfile>> GetAsync(CancellationToken cancellationToken) =>
        _profiles.GetAsync(cancellationToken);

    /// <summary>Says what a pool is like from now on.</summary>
    /// <returns>All mistakes; with one nothing is kept.</returns>
    public async Task<IReadOnlyList<Diagnostic>> SaveAsync(PoolProfile profile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (Check(profile) is { Count: > 0 } mistakes)
        {
            return mistakes;
        }

        var profiles = (await GetAsync(cancellationToken)).Select(known =>
            known.Name.Equals(profile.Name, StringComparison.Ordinal) ? profile : known
        );
        return await _profiles.SaveAsync(JsonSerializer.Serialize(profiles, Options), cancellationToken);
    }

    private static List<Diagnostic> Check(PoolProfile profile)
    {
        List<Diagnostic> mistakes = [];
        if (!Pool.Exists(profile.Name))
        {
            mistakes.Add(Unknown(profile.Name, "$.name"));
        }

        if (profile.Carriers.Count == 0 || profile.Carriers.Except(PoolProfile.Homes).Any())
        {
            mistakes.Add(Bad("carriers", string.Join(", ", PoolProfile.Homes)));
        }

        if (!PoolProfile.Sizes.Contains(profile.Volume, StringComparer.Ordinal))
        {
            mistakes.Add(Bad("volume", string.Join(", ", PoolProfile.Sizes)));
        }

        if (!PoolProfile.Sizes.Contains(profile.UnitValue, StringComparer.Ordinal))
        {
            mistakes.Add(Bad("unitValue", string.Join(", ", PoolProfile.Sizes)));
        }

        return mistakes;
    }

    internal static Diagnostic Unknown(string name, string path) =>
        new(PoolCodes.Unknown, $"There is no pool '{name}'.", path, Remedy: $"Write {string.Join(", ", Pool.All)}.");

    private static Diagnostic Bad(string member, string words) =>
        new(
            PoolCodes.BadProfile,
            $"The profile's '{member}' is missing or not one of those there are.",
            $"$.{member}",
            Remedy: $"Write {words}."
        );

    private static (IReadOnlyList<PoolProfile>? Value, IReadOnlyList<Diagnostic> Diagnostics) Read(string text)
    {
        var said = JsonSerializer.Deserialize<PoolProfile[]>(text, Options)!;
        return (
            [
                .. PoolProfile.Presets.Select(preset =>
                    Array.Find(said, one => one.Name.Equals(preset.Name, StringComparison.Ordinal)) ?? preset
                ),
            ],
            []
        );
    }
}

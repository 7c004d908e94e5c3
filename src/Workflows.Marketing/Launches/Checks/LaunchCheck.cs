using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Launches.Checks;

/// <summary>
/// What has to hold for a scripted launch (S2-45…52): six phases in order, each later than the one before, a sale that does not open
/// early, an atmosphere of real orders, a review.
/// </summary>
/// <param name="contents">The contents; null where they are not known, and then believed.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class LaunchCheck(IContentStore? contents, int tenant) : IDefinitionCheck
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var map = new JourneyMap(graph);
        var script = LaunchScript.Read(map);
        return
        [
            .. LaunchOrder.Check(script),
            .. LaunchTelling.Check(script, map),
            .. Plan(script, map),
            .. await ValueAsync(script, cancellationToken),
        ];
    }

    private static IEnumerable<Diagnostic> Plan(LaunchScript script, JourneyMap map)
    {
        var lane = script.Lane.Select(block => block.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var post in map.Blocks.Where(block => block.Sends))
        {
            if (lane.Contains(post.Id) && post.Literal("kind") is "sales")
            {
                yield return Found(
                    LaunchCodes.Plan,
                    "A post of the launch counts as daily selling.",
                    "S2-45",
                    "Set its kind to script, persona or knowledge.",
                    post
                );
            }
            else if (!lane.Contains(post.Id) && post.Literal("kind") is "script")
            {
                yield return Found(
                    LaunchCodes.Plan,
                    "A post says it belongs to a scripted launch, and there is none around it.",
                    "S2-45",
                    "Set its kind to sales: daily selling counts three posts a member and day.",
                    post
                );
            }
        }
    }

    private async Task<IReadOnlyList<Diagnostic>> ValueAsync(LaunchScript script, CancellationToken cancellationToken)
    {
        if (script.Find(LaunchPhases.Value) is not { SkipReason: null } scene || !scene.Sends.Any())
        {
            return [];
        }

        foreach (var post in scene.Sends)
        {
            if (await HasValueAsync(post, cancellationToken))
            {
                return [];
            }
        }

        return
        [
            Found(
                LaunchCodes.NoValue,
                "Nothing in the value phase says what it is worth to its reader.",
                "S2-47",
                "Choose a content with a value, or fill in Value of the post.",
                scene.Block
            ),
        ];
    }

    private async Task<bool> HasValueAsync(JourneyActivity post, CancellationToken cancellationToken)
    {
        if (post.Written("values") is { } values && values.Contains('"', StringComparison.Ordinal))
        {
            return true;
        }

        if (!post.IsGiven("content"))
        {
            return false;
        }

        // What lies in a library that is not here, or is worked out at run time, is believed.
        return contents is null
            || post.Literal("content") is not { } name
            || !ContentRef.TryParse(name, out var reference)
            || await contents.FindSendableAsync(tenant, reference, cancellationToken) is not { } version
            || version.Item.Values.Count > 0;
    }

    internal static Diagnostic Found(
        string code,
        string message,
        string source,
        string remedy,
        JourneyActivity? block,
        DiagnosticSeverity severity = DiagnosticSeverity.Error
    ) => new(code, message, block?.Id ?? "root", Remedy: remedy, Severity: severity) { Source = source };
}

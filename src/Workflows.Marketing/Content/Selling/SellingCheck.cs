using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Blocks;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Content;

/// <summary>Kinds of daily selling alternate (S2-44): no post that sells follows one of its kind.</summary>
/// <param name="contents">The contents; null where they are not known, and then believed.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class SellingCheck(IContentStore? contents, int tenant) : IDefinitionCheck
{
    private const string Moments = "Marketing.PostMoments";
    private const string Rotation = "Marketing.RotateSelling";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var map = new JourneyMap(graph);
        // Who sells, and how; null where that is worked out at run time, or believed.
        var posts = new Dictionary<string, (JourneyActivity Post, string? Kind)>(StringComparer.Ordinal);
        List<Diagnostic> found = [];
        foreach (var post in map.Blocks.Where(block => block.Is(Moments)))
        {
            var (item, isKnown) = await ItemAsync(post, cancellationToken);
            if (!Sells(post, item))
            {
                continue;
            }

            var kind = Filled(post.Literal("selling")) ?? item?.Selling?.ToString().ToLowerInvariant();
            posts[post.Id] = (post, kind);
            if (kind is null && isKnown && Filled(post.Written("selling")) is null)
            {
                found.Add(Missing(post));
            }
        }

        found.AddRange(Following(map, posts));
        found.AddRange(Lone(map));
        found.AddRange(ComingRound(graph, map, posts));
        return found;
    }

    private async Task<(ContentItem? Item, bool IsKnown)> ItemAsync(
        JourneyActivity post,
        CancellationToken cancellationToken
    )
    {
        if (!post.IsGiven("content"))
        {
            return (null, true);
        }

        var item =
            contents is not null && ContentRef.TryParse(post.Literal("content"), out var reference)
                ? (await contents.FindSendableAsync(tenant, reference, cancellationToken))?.Item
                : null;
        return (item, item is not null);
    }

    private static bool Sells(JourneyActivity post, ContentItem? item) =>
        SaidKind.Sells(SaidKind.Of(post.Literal("kind"), item, Carrier.Moments));

    private static IEnumerable<Diagnostic> Following(
        JourneyMap map,
        Dictionary<string, (JourneyActivity Post, string? Kind)> posts
    ) =>
        from one in posts.Values
        where one.Kind is not null
        from next in map.AfterUntil(one.Post, block => posts.ContainsKey(block.Id) || block.Is(Rotation))
        where posts.TryGetValue(next.Id, out var other) && one.Kind.Equals(other.Kind, StringComparison.Ordinal)
        select Found(
            $"Two posts that sell by '{one.Kind}' follow each other: '{one.Post.Label}' and '{next.Label}'.",
            "Give one of them another kind, or let the block Rotate selling choose.",
            next
        );

    private static IEnumerable<Diagnostic> Lone(JourneyMap map) =>
        from block in map.Blocks
        where block.Is(Rotation)
        let kinds = block.Written("kinds") ?? ""
        where Enum.GetNames<SellingKind>().Count(kind => kinds.Contains(kind, StringComparison.OrdinalIgnoreCase)) == 1
        select Found(
            "One kind of selling cannot take turns.",
            "Choose two kinds at least, or leave the block out.",
            block
        );

    private static IEnumerable<Diagnostic> ComingRound(
        WorkflowGraph graph,
        JourneyMap map,
        Dictionary<string, (JourneyActivity Post, string? Kind)> posts
    )
    {
        string?[] kinds = [.. posts.Values.Select(one => one.Kind).Distinct(StringComparer.Ordinal)];
        if (
            kinds is [{ } only]
            && graph.Nodes.Any(node => node.Activity is CalendarTrigger)
            && !map.Blocks.Any(block => block.Is(Rotation))
        )
        {
            yield return Found(
                $"Each time the calendar comes round, the journey sells by '{only}' again.",
                "Let the block Rotate selling choose the kind.",
                posts.Values.First().Post
            ) with
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }

    private static Diagnostic Missing(JourneyActivity post) =>
        new(
            ContentCodes.SellingMissing,
            "A post that sells does not say how: by a push, a coupon or something fun.",
            post.Id,
            Remedy: "Set Selling of the post, or choose a content that says it.",
            Severity: DiagnosticSeverity.Warning
        )
        {
            Source = "S2-44",
        };

    private static Diagnostic Found(string message, string remedy, JourneyActivity block) =>
        new(ContentCodes.SellingRepeats, message, block.Id, Remedy: remedy) { Source = "S2-44" };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

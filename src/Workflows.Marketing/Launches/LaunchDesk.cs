using Workflows.Marketing.Journeys.Checks;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Launches;

/// <summary>Adds up how launches went, from what really happened.</summary>
/// <param name="books">What happened.</param>
/// <param name="tenant">Whose launches.</param>
public sealed class LaunchDesk(ILaunchBooks books, int tenant)
{
    /// <summary>The books.</summary>
    internal ILaunchBooks Books => books;

    /// <summary>Whose launches.</summary>
    internal int Tenant => tenant;

    /// <summary>How a launch goes; null where the journey is no launch.</summary>
    /// <param name="graph">The journey.</param>
    /// <param name="zone">Whose clocks its days and times are on.</param>
    /// <param name="now">Until when.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<LaunchReport?> ReportAsync(
        WorkflowGraph graph,
        TimeZoneInfo zone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => ReportAsync(graph, zone, now, product: null, cancellationToken);

    /// <summary>As the other one, for a product; null for the one that the launch is drawn with.</summary>
    internal async Task<LaunchReport?> ReportAsync(
        WorkflowGraph graph,
        TimeZoneInfo zone,
        DateTimeOffset now,
        string? product,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var calendar = new LaunchCalendar(graph, zone);
        var script = LaunchScript.Read(new JourneyMap(graph));
        if (script.Scenes.Count == 0 || calendar.Begin is not { } from)
        {
            return null;
        }

        // What happens at this very moment belongs to it.
        var until = now.AddTicks(1);
        var posts = await books.PostsAsync(tenant, graph.DefinitionId, from, until, cancellationToken);
        var sale = calendar.At(LaunchPhases.Sale) ?? from;
        var orders = await books.OrdersAsync(tenant, product ?? script.Product, sale, until, 0, cancellationToken);
        return new LaunchReport(
            [.. script.Scenes.Select(scene => Sum(scene, posts))],
            orders.Orders,
            orders.Pieces,
            orders.Amount
        );
    }

    private static PhaseFigures Sum(LaunchScene scene, IReadOnlyList<PostFigures> posts)
    {
        var own = posts.Where(post => scene.Templates.Contains(post.Template)).ToList();
        return new PhaseFigures(
            scene.Phase,
            scene.SkipReason,
            own.Sum(post => post.Posts),
            own.Sum(post => post.Sent),
            own.Sum(post => post.Clicks),
            own.Sum(post => post.Reactions),
            own.Sum(post => post.Orders),
            own.Sum(post => post.Amount),
            own.Sum(post => post.Likes),
            own.Sum(post => post.Comments),
            scene.Metric,
            scene.Target
        );
    }
}

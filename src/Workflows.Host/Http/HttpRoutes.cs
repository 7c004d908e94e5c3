using Microsoft.AspNetCore.Routing.Template;
using Workflows.Host.Http.Activities;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Http;

/// <summary>The paths with parameters, such as <c>orders/{id}</c>, of what is published; made again when that changes.</summary>
internal sealed class HttpRoutes(TriggerIndex triggers)
{
    private Table _table = new([], []);

    /// <summary>The path itself first, then the patterns it matches, each with the values of its parameters.</summary>
    public IEnumerable<(string Pattern, RouteValueDictionary Values)> Match(string path)
    {
        yield return (path, []);
        foreach (var (pattern, matcher) in Current())
        {
            var values = new RouteValueDictionary();
            if (matcher.TryMatch($"/{path}", values))
            {
                yield return (pattern, values);
            }
        }
    }

    private IReadOnlyList<(string Pattern, TemplateMatcher Matcher)> Current()
    {
        var graphs = triggers.Graphs;
        var table = _table;
        if (!ReferenceEquals(table.Graphs, graphs))
        {
            _table = table = new Table(
                graphs,
                [.. graphs.SelectMany(PatternsOf).Distinct(StringComparer.Ordinal).Select(Compile)]
            );
        }

        return table.Patterns;
    }

    private static IEnumerable<string> PatternsOf(WorkflowGraph graph) =>
        graph
            .Nodes.Select(node => node.Activity)
            .OfType<HttpEndpoint>()
            .Select(endpoint => HttpKey.PathOf(new TriggerIndexingContext(graph).Get(endpoint.Path)))
            .Where(path => path.Contains('{', StringComparison.Ordinal));

    private static (string, TemplateMatcher) Compile(string pattern) =>
        (pattern, new TemplateMatcher(TemplateParser.Parse(pattern), []));

    private sealed record Table(
        IReadOnlyCollection<WorkflowGraph> Graphs,
        IReadOnlyList<(string Pattern, TemplateMatcher Matcher)> Patterns
    );
}

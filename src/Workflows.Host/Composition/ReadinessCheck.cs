using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Runtime.Definitions;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Composition;

/// <summary>
/// Whether the workspace is ready for one to many (S0-21): beyond what the drawing says, orders or clicks have come in lately, and a way by which people come in
/// is there. Names what is missing.
/// </summary>
internal sealed class ReadinessCheck(TrafficFigures figures, IWayStore ways, TimeProvider clock) : IDefinitionCheck
{
    /// <summary>No order and no click has come in lately.</summary>
    public const string NoFigures = "RDY001";

    /// <summary>No way by which people come in is there.</summary>
    public const string NoWay = "RDY002";

    private const int Days = 30;
    private const int PageOfWays = 100;

    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        if (!IsOneToMany(graph.Definition.CustomProperties))
        {
            return [];
        }

        List<Diagnostic> found = [];
        if (!await figures.AnyAsync(Tenants.Default, clock.GetUtcNow().AddDays(-Days), cancellationToken))
        {
            found.Add(
                Warning(
                    NoFigures,
                    $"One to many needs figures, and no order and no click has come in for {Days} days.",
                    "Connect the shop (order.paid) or send tracked links."
                )
            );
        }

        if (BeginsWithAScan(graph) && !await AnyWayAsync(cancellationToken))
        {
            found.Add(
                Warning(
                    NoWay,
                    "One to many needs traffic: the journey begins with a scan, and there is no QR code and no link by which people come in.",
                    "Make one, with PUT /api/wecom/ways/{name}, and put it where people are."
                )
            );
        }

        return found;
    }

    private static bool IsOneToMany(JsonElement properties) =>
        properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("play", out var play)
        && play.ValueKind == JsonValueKind.String
        && play.ValueEquals("oneToMany");

    private static bool BeginsWithAScan(WorkflowGraph graph) =>
        graph.Nodes.Any(node => node.Activity is Marketing.Channels.WeCom.Blocks.QrScanned);

    private async Task<bool> AnyWayAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Way> page;
        string? after = null;
        do
        {
            page = await ways.ListAsync(Tenants.Default, after, PageOfWays, cancellationToken);
            if (page.Any(way => way.Address is not null))
            {
                return true;
            }

            after = page is [.., var last] ? last.Spec.Name : after;
        } while (page.Count == PageOfWays);

        return false;
    }

    private static Diagnostic Warning(string code, string message, string remedy) =>
        new(code, message, "$.customProperties.play", Remedy: remedy, Severity: DiagnosticSeverity.Warning)
        {
            Source = "S0-21",
        };
}

using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Host.WeCom;

/// <summary>A welcome plan that was published.</summary>
/// <param name="Version">1 for the first, one more for each that follows.</param>
/// <param name="PublishedAt">When it came into force.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Warnings">What may be meant otherwise.</param>
internal sealed record WelcomePlanBody(
    int Version,
    DateTimeOffset PublishedAt,
    JsonElement Plan,
    IReadOnlyList<DiagnosticBody> Warnings
)
{
    public static WelcomePlanBody From(PublishedWelcomePlan plan, IEnumerable<Diagnostic> warnings) =>
        new(
            plan.Version,
            plan.PublishedAt,
            JsonSerializer.Deserialize<JsonElement>(plan.Document),
            [.. warnings.Select(DiagnosticBody.From)]
        );
}

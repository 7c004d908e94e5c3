using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Content;

/// <summary>What has to hold for the personas a journey names, by itself or by a rule set: they exist (S1-41).</summary>
/// <param name="personas">The personas there are.</param>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class JourneyPersonaCheck(PersonaShelf personas, RuleSetCatalog ruleSets) : IDefinitionCheck
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        List<Diagnostic> found = [];
        foreach (var activity in JourneyActivity.All(graph.Definition.Root))
        {
            var assigns = activity.Is(JourneyTypes.AssignPersona);
            if (!assigns && !activity.Is(JourneyTypes.PostMoments))
            {
                continue;
            }

            if (activity.Constant("persona")?.Trim() is { Length: > 0 } name)
            {
                await CheckAsync(name, activity, found, cancellationToken);
            }
            else if (assigns && activity.Literal("ruleSet") is { Length: > 0 } ruleSet)
            {
                await CheckRulesAsync(ruleSet, activity, found, cancellationToken);
            }
        }

        return found;
    }

    private async Task CheckAsync(
        string name,
        JourneyActivity activity,
        List<Diagnostic> found,
        CancellationToken cancellationToken
    )
    {
        if (await personas.FindAsync(name, cancellationToken) is null)
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.PersonaUnknown,
                    $"There is no persona named '{name}'.",
                    activity.Id,
                    Remedy: "Add the persona first, or choose another one."
                )
            );
        }
    }

    private async Task CheckRulesAsync(
        string name,
        JourneyActivity activity,
        List<Diagnostic> found,
        CancellationToken cancellationToken
    )
    {
        var ruleSet = await ruleSets.NewestAsync(name, cancellationToken);
        foreach (var persona in ruleSet?.SuccessEvents ?? [])
        {
            if (await personas.FindAsync(persona, cancellationToken) is null)
            {
                found.Add(
                    new Diagnostic(
                        ContentCodes.PersonaOfRules,
                        $"The rule set '{name}' names '{persona}', and there is no such persona.",
                        activity.Id,
                        Remedy: "Add the persona, or change the rule: contacts it holds for stop here with an incident.",
                        Severity: DiagnosticSeverity.Warning
                    )
                );
            }
        }
    }
}

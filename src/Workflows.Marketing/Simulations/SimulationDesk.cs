using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Simulations;

/// <summary>Plays journeys with given events in virtual time before anybody gets them, and writes down what came of it (S0-62).</summary>
/// <param name="book">The lines about them.</param>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="contents">The contents that journeys send; null for none.</param>
/// <param name="clock">When it is.</param>
/// <param name="tenant">Whose journeys.</param>
public sealed class SimulationDesk(
    ISimulationBook book,
    RuleSetCatalog ruleSets,
    ContentShelf? contents,
    TimeProvider clock,
    int tenant
)
{
    private const int LongestReason = 1_000;
    private const int LongestNote = 2_000;

    /// <summary>The newest line about what a journey says now, or null.</summary>
    public Task<SimulationEntry?> FindAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return book.FindAsync(tenant, definition.DefinitionId, JourneyContent.HashOf(definition), cancellationToken);
    }

    /// <summary>The lines about a journey, the newest first.</summary>
    public Task<IReadOnlyList<SimulationEntry>> ListAsync(
        string journey,
        int count,
        CancellationToken cancellationToken
    ) => book.ListAsync(tenant, journey, count, cancellationToken);

    /// <summary>Plays a journey with the cases of a file, and writes down what came of it.</summary>
    /// <param name="graph">The compiled journey.</param>
    /// <param name="json">The file, as <see cref="JourneyCaseFile.Read"/> reads it.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is written then.</param>
    public async Task<SimulationOutcome> SimulateAsync(
        WorkflowGraph graph,
        string json,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var file = JourneyCaseFile.Read(json);
        if (!file.Succeeded)
        {
            return new SimulationOutcome(null, [], file.Diagnostics);
        }

        var runner = new JourneyCaseRunner(graph, ruleSets, file.Places) { Contents = contents };
        var results = await runner.RunAsync(file.Cases, cancellationToken);
        if (!results.Any(result => result.Run?.Instances.Count > 0))
        {
            return new SimulationOutcome(null, results, [NobodyCame()]);
        }

        var note = string.Join(
            ' ',
            results
                .Where(result => !result.Passed)
                .Select(result => $"{result.Case.Name}: {string.Join(' ', result.Mismatches)}")
        );
        var entry = await AddAsync(
            graph.Definition,
            note.Length == 0 ? SimulationStep.Passed : SimulationStep.Failed,
            by,
            results.Count,
            note.Length == 0 ? null : note[..Math.Min(note.Length, LongestNote)],
            cancellationToken
        );
        return new SimulationOutcome(entry, results, []);
    }

    /// <summary>Lets a journey be published unsimulated as it is now, for a reason; whoever asks has to be entitled to it.</summary>
    public async Task<SimulationOutcome> WaiveAsync(
        WorkflowDefinition definition,
        string? reason,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(definition);
        return reason?.Trim() is { Length: > 0 and <= LongestReason } said
            ? new SimulationOutcome(
                await AddAsync(definition, SimulationStep.Waived, by, 0, said, cancellationToken),
                [],
                []
            )
            : new SimulationOutcome(
                null,
                [],
                [
                    new Diagnostic(
                        SimulationCodes.NoReason,
                        $"A simulation is waived for a reason only, of 1 to {LongestReason} characters.",
                        "$.reason",
                        Remedy: "Say why the journey may reach customers without one."
                    ),
                ]
            );
    }

    private static Diagnostic NobodyCame() =>
        new(
            SimulationCodes.NobodyCame,
            "Nobody came into the journey: these events begin nothing.",
            "$.cases",
            Remedy: "Give events that begin the journey, such as those its first block waits for."
        );

    // Whoever was first keeps the number; the other line follows it.
    private async Task<SimulationEntry> AddAsync(
        WorkflowDefinition definition,
        SimulationStep step,
        string by,
        int cases,
        string? note,
        CancellationToken cancellationToken
    )
    {
        var content = JourneyContent.HashOf(definition);
        while (true)
        {
            var last = await book.ListAsync(tenant, definition.DefinitionId, 1, cancellationToken);
            var entry = new SimulationEntry(
                definition.DefinitionId,
                last is [var newest, ..] ? newest.Number + 1 : 1,
                step,
                content,
                clock.GetUtcNow(),
                by
            )
            {
                Cases = cases,
                Note = note,
            };
            if (await book.AddAsync(tenant, entry, cancellationToken))
            {
                return entry;
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Experiments;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Experiments;

/// <summary>Counts how experiments go: who was drawn into which arm, and who of them did what in time.</summary>
public sealed class ExperimentReports
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal ExperimentReports(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>The report of an experiment; without arms where nobody was drawn yet.</summary>
    /// <param name="tenant">Whose experiment.</param>
    /// <param name="experiment">Its name.</param>
    /// <param name="goal">The event type that counts as success, for example <c>group.joined</c>.</param>
    /// <param name="within">How long after the draw it has to come. A contact drawn several times counts from the first time, in the first arm.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<ExperimentReport> ReadAsync(
        int tenant,
        string experiment,
        string goal,
        TimeSpan within,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var draws = context
            .Set<HistoryRow>()
            .Where(row =>
                row.Tenant == tenant && row.Kind == (short)HistoryKind.Experiment && row.Before == experiment
            );
        var first = draws.Where(row =>
            !draws.Any(other =>
                other.ContactId == row.ContactId
                && (other.At < row.At || (other.At == row.At && other.Key.CompareTo(row.Key) < 0))
            )
        );
        var arrivals = first
            .Join(
                context.Set<ContactEventRow>().Where(row => row.Tenant == tenant && row.Type == goal),
                draw => draw.ContactId,
                done => done.ContactId,
                (draw, done) =>
                    new
                    {
                        draw.After,
                        draw.ContactId,
                        Drawn = draw.At,
                        Done = done.At,
                    }
            )
            .Where(pair => pair.Done >= pair.Drawn);
        var entered = await first
            .GroupBy(row => row.After)
            .Select(arm => new { Arm = arm.Key, Count = arm.Count() })
            .ToListAsync(cancellationToken);
        // The first success of each: few enough to be judged here, where both databases add times alike.
        var reached = await arrivals
            .GroupBy(pair => new
            {
                pair.After,
                pair.ContactId,
                pair.Drawn,
            })
            .Select(own => new
            {
                own.Key.After,
                own.Key.Drawn,
                Done = own.Min(pair => pair.Done),
            })
            .ToListAsync(cancellationToken);
        var hits = reached
            .Where(own => own.Done - own.Drawn <= within)
            .ToLookup(own => own.After ?? "", StringComparer.Ordinal);
        return new ExperimentReport(
            experiment,
            [
                .. entered
                    .Select(arm => new ExperimentArm(arm.Arm ?? "", arm.Count, hits[arm.Arm ?? ""].Count()))
                    .OrderBy(arm => arm.Name, StringComparer.Ordinal),
            ]
        );
    }
}

using System.Collections.Concurrent;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Calendars.Audiences;

/// <summary>Finds the contacts that occasions concern, a page at a time, with the queries that segments are.</summary>
/// <param name="segments">Answers segments.</param>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class ContactAudience(ISegmentStore segments, RuleSetCatalog ruleSets)
{
    /// <summary>How many contacts a page has at most.</summary>
    public const int PageSize = 500;

    private const string Name = "where";
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, Segment> _known = new(StringComparer.Ordinal);

    /// <summary>A page of contacts, in the order of their ids; the last page has fewer than <see cref="PageSize"/>.</summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="choice">Which.</param>
    /// <param name="now">What conditions call <c>now</c>: the same for all pages.</param>
    /// <param name="after">The last contact of the page before, or null.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="InvalidOperationException">The rule set or the condition cannot be used.</exception>
    public async ValueTask<IReadOnlyList<ContactState>> PageAsync(
        int tenant,
        ContactChoice choice,
        DateTimeOffset now,
        Guid? after,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(choice);
        var segment = await SegmentOfAsync(choice, cancellationToken);
        return await segments.ListAsync(new SegmentQuestion(tenant, segment, now), after, PageSize, cancellationToken);
    }

    /// <summary>The segment of a condition, or the author's mistakes.</summary>
    public static SegmentReading OfCondition(string condition) =>
        Segment.Of(new RuleSet { Name = Name, Rules = [new Rule { Name = Name, Expression = condition }] }, Name);

    private async ValueTask<Segment> SegmentOfAsync(ContactChoice choice, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(choice.RuleSet))
        {
            var where = string.IsNullOrWhiteSpace(choice.Where) ? "true" : choice.Where;
            return _known.TryGetValue(where, out var known) ? known : Keep(where, Usable(OfCondition(where)));
        }

        var all = await ruleSets.ListAsync(cancellationToken);
        var others = all.Select(version => (version.Name, RuleSetReader.Read(version.Json).RuleSets)).ToList();
        var ruleSet = others
            .Where(one => one.Name.Equals(choice.RuleSet, StringComparison.OrdinalIgnoreCase))
            .SelectMany(one => one.RuleSets ?? [])
            .FirstOrDefault();
        return Usable(
            ruleSet is null
                ? new SegmentReading(null, [])
                : Segment.Of(
                    ruleSet,
                    choice.Rule ?? "",
                    others: [.. others.SelectMany(one => one.RuleSets ?? []).Where(one => one != ruleSet)]
                )
        );

        Segment Usable(SegmentReading reading) =>
            reading.Segment
            ?? throw new InvalidOperationException(
                $"Whom the calendar is for cannot be told: {choice.RuleSet} {string.Join(' ', reading.Diagnostics.Select(one => one.Message))}"
            );
    }

    private Segment Keep(string where, Segment segment)
    {
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(where, segment);
    }
}

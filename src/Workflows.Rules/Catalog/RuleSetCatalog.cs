using System.Collections.Immutable;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Catalog;

/// <summary>
/// The published rule sets, each compiled once a version. A look-up takes no lock; what another host published is seen
/// after at most <see cref="RefreshAfter"/>.
/// </summary>
public sealed class RuleSetCatalog
{
    private readonly IRuleSetStore _store;
    private readonly RulesEngineJudge _judge;
    private readonly TimeProvider _clock;
    private readonly InputShape? _shape;
    private ImmutableDictionary<string, CatalogEntry> _entries = ImmutableDictionary.Create<string, CatalogEntry>(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Creates a catalogue over a store.</summary>
    /// <param name="store">Where versions are kept.</param>
    /// <param name="judge">The judge, shared by all catalogues of the process.</param>
    /// <param name="clock">Dates publications and refreshes.</param>
    /// <param name="shape">
    /// The inputs with which rule sets will be asked: publishing type-checks against it, and programs are compiled for
    /// it. Without it, publishing checks syntax only, and the judge answers.
    /// </param>
    public RuleSetCatalog(IRuleSetStore store, RulesEngineJudge judge, TimeProvider clock, InputShape? shape = null)
    {
        _store = store;
        _judge = judge;
        _clock = clock;
        _shape = shape;
    }

    /// <summary>How old a look-up may be before the store is asked for a newer version.</summary>
    /// <value>The default value is five seconds.</value>
    public TimeSpan RefreshAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Rule sets that are asked with inputs of their own, by name.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, RuleSetUse> Uses { get; init; } =
        new Dictionary<string, RuleSetUse>(StringComparer.Ordinal);

    /// <summary>
    /// What else is said about every rule set that type-checks, given the JSON path at which it stands; an error refuses the publication.
    /// </summary>
    /// <value>The default value is nothing.</value>
    public Func<RuleSet, string, CancellationToken, ValueTask<IReadOnlyList<Diagnostic>>>? Review { get; init; }

    /// <summary>Where the days of <c>ValidFrom</c> and <c>ValidTo</c> begin.</summary>
    /// <value>The default value is UTC.</value>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Gets the version of a rule set that is in force now.</summary>
    /// <returns>The rule set, or null when nothing was published under the name or no version is in force.</returns>
    public ValueTask<PublishedRuleSet?> GetAsync(string name, CancellationToken ct = default) =>
        GetAsync(name, _clock.GetUtcNow(), ct);

    /// <summary>Gets the version of a rule set that is in force at an instant. A look-up takes no lock and allocates nothing.</summary>
    /// <returns>The rule set, or null when nothing was published under the name or no version is in force then.</returns>
    public ValueTask<PublishedRuleSet?> GetAsync(string name, DateTimeOffset at, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Known(name) is { } timeline
            ? ValueTask.FromResult(timeline.At(at))
            : new ValueTask<PublishedRuleSet?>(LoadAsync(name, at, ct));
    }

    /// <summary>Gets the newest version of a rule set, in force or not.</summary>
    /// <returns>The rule set, or null when nothing was published under the name.</returns>
    public async ValueTask<PublishedRuleSet?> NewestAsync(string name, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (Known(name) ?? await TimelineAsync(name, ct))?.Newest;
    }

    /// <summary>Lists every version of a rule set, the newest first.</summary>
    public Task<IReadOnlyList<RuleSetVersion>> VersionsAsync(string name, CancellationToken ct = default) =>
        _store.VersionsAsync(name, ct);

    /// <summary>Publishes an old version again, as the newest.</summary>
    /// <param name="name">The rule set's name.</param>
    /// <param name="version">The old version's number.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The publication; null when there is no such version.</returns>
    public async Task<RuleSetPublication?> RollBackAsync(string name, int version, CancellationToken ct = default)
    {
        var versions = await _store.VersionsAsync(name, ct);
        return versions.FirstOrDefault(old => old.Version == version) is { } found
            ? await PublishAsync(found.Json, ct)
            : null;
    }

    /// <summary>Lists the newest version of every rule set, by name.</summary>
    public Task<IReadOnlyList<RuleSetVersion>> ListAsync(CancellationToken ct = default) => _store.ListAsync(ct);

    /// <summary>Publishes a document: reads it, checks it, warms the judge, compiles it and stores a new version of each rule set.</summary>
    /// <param name="json">One rule set or a list of them; unchanged ones keep their version.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The versions, or all diagnostics and nothing stored.</returns>
    public async Task<RuleSetPublication> PublishAsync(string json, CancellationToken ct = default)
    {
        var reading = RuleSetReader.Read(json);
        if (!reading.Succeeded)
        {
            return new RuleSetPublication(null, reading.Diagnostics);
        }

        var others = await OthersAsync(reading.RuleSets, ct);
        var diagnostics = Check(reading, others);
        for (var index = 0; Review is not null && index < reading.RuleSets.Count && !HasError(diagnostics); index++)
        {
            diagnostics.AddRange(await Review(reading.RuleSets[index], reading.PathOf(index), ct));
        }

        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return new RuleSetPublication(null, diagnostics);
        }

        diagnostics.AddRange(await ReviewAsync(reading, ct));
        var published = new List<PublishedRuleSet>();
        foreach (var ruleSet in reading.RuleSets)
        {
            var text = reading.IsList ? RuleSetWriter.Write(ruleSet) : json;
            var period = RulePeriod.Of(ruleSet, TimeZone);
            var version = await _store.PublishAsync(ruleSet.Name, text, period, _clock.GetUtcNow(), ct);
            var timeline = await KeepAsync(version, Build(version, ruleSet, [.. reading.RuleSets, .. others]), ct);
            published.Add(timeline.Newest);
        }

        return new RuleSetPublication(published, diagnostics);
    }

    private List<Diagnostic> Check(RuleSetReading reading, IReadOnlyList<RuleSet> others)
    {
        var diagnostics = RuleSetValidator
            .Validate(reading, ShapeOf, others, _judge.CustomTypes, _judge.CustomActions)
            .ToList();
        for (var index = 0; index < reading.RuleSets!.Count && !HasError(diagnostics); index++)
        {
            var ruleSet = reading.RuleSets[index];
            if (ShapeOf(ruleSet) is { } shape)
            {
                var warmed = _judge.Prepare(ruleSet, [.. reading.RuleSets, .. others]).Warm(shape);
                diagnostics.AddRange(warmed.Where(found => found.Severity == DiagnosticSeverity.Error));
            }

            if (Uses.TryGetValue(ruleSet.Name, out var use) && use.Review is { } review && !HasError(diagnostics))
            {
                diagnostics.AddRange(review(ruleSet, reading.PathOf(index)));
            }
        }

        return diagnostics;
    }

    private InputShape? ShapeOf(RuleSet ruleSet) =>
        Uses.TryGetValue(ruleSet.Name, out var use) ? use.Shape : DeclaredInputs.ShapeOf(ruleSet, _shape);

    private static bool HasError(List<Diagnostic> diagnostics) =>
        diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private async Task<List<Diagnostic>> ReviewAsync(RuleSetReading reading, CancellationToken ct)
    {
        var diagnostics = new List<Diagnostic>();
        for (var index = 0; index < reading.RuleSets!.Count; index++)
        {
            var ruleSet = reading.RuleSets[index];
            var period = RulePeriod.Of(ruleSet, TimeZone);
            if (period != RulePeriod.Always)
            {
                var versions = RuleSetTimeline.Visible(await _store.VersionsAsync(ruleSet.Name, ct));
                diagnostics.AddRange(
                    PeriodReview.Run(ruleSet, period, [.. versions], _clock.GetUtcNow(), reading.PathOf(index))
                );
            }
        }

        return diagnostics;
    }

    private async Task<PublishedRuleSet?> LoadAsync(string name, DateTimeOffset at, CancellationToken ct) =>
        (await TimelineAsync(name, ct))?.At(at);

    private RuleSetTimeline? Known(string name) =>
        _entries.TryGetValue(name, out var entry) && _clock.GetElapsedTime(entry.CheckedAt) < RefreshAfter
            ? entry.Timeline
            : null;

    private async Task<RuleSetTimeline?> TimelineAsync(string name, CancellationToken ct)
    {
        if (await _store.FindAsync(name, ct) is not { } newest)
        {
            return null;
        }

        if (_entries.TryGetValue(name, out var known) && known.Timeline.Newest.Version == newest.Version)
        {
            Put(known with { CheckedAt = _clock.GetTimestamp() });
            return known.Timeline;
        }

        return await KeepAsync(newest, await BuildAsync(newest, ct), ct);
    }

    /// <summary>Keeps a version that has become the newest, with those that can be seen behind it.</summary>
    private async Task<RuleSetTimeline> KeepAsync(RuleSetVersion newest, PublishedRuleSet built, CancellationToken ct)
    {
        var versions = new List<PublishedRuleSet> { built };
        if (newest.Period != RulePeriod.Always)
        {
            var older = RuleSetTimeline.Visible(await _store.VersionsAsync(newest.Name, ct));
            foreach (var version in older.Where(version => version.Version < newest.Version))
            {
                versions.Add(await BuildAsync(version, ct));
            }
        }

        var timeline = new RuleSetTimeline(versions);
        var needs = versions.SelectMany(version => version.Needs).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        Put(new CatalogEntry(timeline, needs, _clock.GetTimestamp()));
        return timeline;
    }

    private async Task<PublishedRuleSet> BuildAsync(RuleSetVersion version, CancellationToken ct)
    {
        var ruleSet = Single(version);
        return Build(version, ruleSet, await OthersAsync([ruleSet], ct));
    }

    private PublishedRuleSet Build(RuleSetVersion version, RuleSet ruleSet, IReadOnlyList<RuleSet> others)
    {
        var library = new RuleLibrary([ruleSet, .. others]);
        var prepared = new PreparedRuleSet(_judge.Prepare(ruleSet, others));
        var shape = ShapeOf(ruleSet);
        if (shape is not null)
        {
            prepared.Warm(shape);
        }

        return new PublishedRuleSet(version, prepared, shape, Events(ruleSet, library))
        {
            Needs = [.. library.Needed(ruleSet).Select(needed => needed.Name)],
        };
    }

    /// <summary>Replaces an entry; what includes or asks a rule set that changed is built anew when it is next looked up.</summary>
    private void Put(CatalogEntry entry)
    {
        var name = entry.Timeline.Newest.Name;
        ImmutableInterlocked.Update(
            ref _entries,
            entries =>
            {
                var isSame = entries.TryGetValue(name, out var old) && ReferenceEquals(old.Timeline, entry.Timeline);
                var stale = isSame
                    ? []
                    : entries.Where(other => other.Value.Needs.Contains(name)).Select(other => other.Key);
                return entries.RemoveRange(stale).SetItem(name, entry);
            }
        );
    }

    /// <summary>Everything outside the given rule sets that they include or ask, however indirectly.</summary>
    private async Task<IReadOnlyList<RuleSet>> OthersAsync(IReadOnlyList<RuleSet> ruleSets, CancellationToken ct)
    {
        var seen = ruleSets.Select(ruleSet => ruleSet.Name).ToHashSet(StringComparer.Ordinal);
        var open = new Queue<RuleSet>(ruleSets);
        var others = new List<RuleSet>();
        while (open.TryDequeue(out var current))
        {
            foreach (var name in current.Includes.Concat(References.Asked(current)))
            {
                if (seen.Add(name) && await _store.FindAsync(name, ct) is { } version)
                {
                    others.Add(Single(version));
                    open.Enqueue(others[^1]);
                }
            }
        }

        return others;
    }

    private static RuleSet Single(RuleSetVersion version)
    {
        var reading = RuleSetReader.Read(version.Json);
        return reading.RuleSets is [var ruleSet]
            ? ruleSet
            : throw new RuleSetException(version.Name, reading.Diagnostics);
    }

    private static IReadOnlyList<string> Events(RuleSet ruleSet, RuleLibrary library) =>
        [
            .. library
                .Included(ruleSet)
                .Prepend(ruleSet)
                .SelectMany(source => source.Rules)
                .Where(rule => rule.Enabled)
                .Select(rule => rule.Event)
                .Distinct(StringComparer.Ordinal),
        ];
}

using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>
/// Asks the rule set <c>lint-forbidden</c> about texts that customers would read, or that tell people what to do: the one
/// published, or the one the product brings where none is. Never none (S3-23, S3-47).
/// </summary>
/// <param name="catalog">Where the workspace's own words are; null for those that the product brings.</param>
internal sealed class ForbiddenTexts(RuleSetCatalog? catalog)
{
    private const string Name = "lint-forbidden";
    private const string Clean = "clean";

    private const string SetVariable = "Elsa.SetVariable";

    private static readonly string[] Values = ["value"];

    private static readonly string[] Inputs = ["text", "linkTitle", "miniProgramTitle", "subject"];

    private static readonly Lazy<RuleSet> Brought = new(() => RuleSetReader.Read(Text()).RuleSets![0]);

    private static readonly Lazy<PreparedRuleSet> Prepared = new(() =>
        new PreparedRuleSet(new RulesEngineJudge(), Brought.Value)
    );

    /// <summary>What is forbidden in a journey's texts: those of its blocks, and those that its variables hold.</summary>
    public Task<IReadOnlyList<Diagnostic>> FindAsync(
        WorkflowDefinition definition,
        CancellationToken cancellationToken
    ) => FindAsync([.. Blocks(definition), .. Variables(definition)], cancellationToken);

    /// <summary>What is forbidden in a content of the library (S3-47): the same, whoever says it and wherever.</summary>
    /// <param name="item">The content.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(
        ContentItem item,
        string place,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await HeldAsync(Texts(item, place), cancellationToken)).Select(held => new Diagnostic(
                ContentCodes.Forbidden,
                $"A content may not say this: {held.Rule.Name}.",
                held.Path,
                Remedy: "Say it in other words; what is forbidden is in the rule set lint-forbidden."
            )
            {
                Source = SourceOf(held.Rule),
            }),
        ];

    /// <summary>What is forbidden in texts, each with its place.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(
        IEnumerable<(string Path, string Text)> texts,
        CancellationToken cancellationToken
    ) => [.. (await HeldAsync(texts, cancellationToken)).Select(held => Found(held.Path, held.Rule))];

    private async Task<IEnumerable<(string Path, Rule Rule)>> HeldAsync(
        IEnumerable<(string Path, string Text)> texts,
        CancellationToken cancellationToken
    )
    {
        var published = catalog is null ? null : await catalog.NewestAsync(Name, cancellationToken);
        return from one in texts
            where !string.IsNullOrWhiteSpace(one.Text)
            from rule in Findings(published, one.Text)
            select (one.Path, rule);
    }

    private static IEnumerable<(string Path, string Text)> Blocks(WorkflowDefinition definition) =>
        from block in JourneyActivity.All(definition.Root)
        from input in block.Speaks ? Inputs
        : block.Is(SetVariable) ? Values
        : []
        select (block.Id, block.Written(input) ?? "");

    private static IEnumerable<(string Path, string Text)> Variables(WorkflowDefinition definition) =>
        definition.Variables.Select(variable => ($"$.variables.{variable.Name}", variable.Value ?? ""));

    private static IEnumerable<(string Path, string Text)> Texts(ContentItem item, string place) =>
        from text in item.Texts
        where text.Value is not null
        from part in new[]
        {
            ("text", text.Value.Text),
            ("title", text.Value.Title),
            ("description", text.Value.Description),
        }
        select ($"{place}.texts.{text.Key}.{part.Item1}", part.Item2 ?? "");

    private static IEnumerable<Rule> Findings(PublishedRuleSet? published, string text)
    {
        var ruleSet = published?.RuleSet ?? Brought.Value;
        var shape = DeclaredInputs.ShapeOf(ruleSet, ContactRules.Shape)!;
        var inputs = DeclaredInputs.Read(
            shape,
            System.Text.Json.JsonSerializer.SerializeToElement(
                new
                {
                    draft = new
                    {
                        text,
                        levels = 0,
                        requiresShare = false,
                        rewardsReview = false,
                    },
                }
            ),
            new Dictionary<string, object?>(StringComparer.Ordinal),
            out var missing
        );
        // A rule set of the workspace that wants to know more than a text cannot judge texts.
        if (missing is not null)
        {
            return published is null ? [] : Findings(null, text);
        }

        var answer = published?.Evaluate(inputs) ?? Prepared.Value.Evaluate(inputs, shape);
        var held = answer
            .Results.Where(result => result.IsSuccess && result.SuccessEvent is not Clean)
            .Select(result => result.Rule)
            .ToHashSet(StringComparer.Ordinal);
        return ruleSet.Rules.Where(rule => held.Contains(rule.Name));
    }

    private static Diagnostic Found(string path, Rule rule) =>
        new(
            PlayCodes.Forbidden,
            $"The text says what is forbidden: {rule.Name}.",
            path,
            Remedy: "Say it in another way; a reward may be for buying or sharing of one's own will, never for a review, an added friend, a forced share or people brought."
        )
        {
            Source = SourceOf(rule),
        };

    private static string SourceOf(Rule rule) =>
        rule.Properties.TryGetValue("source", out var source) ? source.ToString() : Name;

    private static string Text()
    {
        using var stream = typeof(ForbiddenTexts).Assembly.GetManifestResourceStream($"{Name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

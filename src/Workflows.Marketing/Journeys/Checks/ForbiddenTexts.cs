using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>
/// Asks the rule set <c>lint-forbidden</c> about texts that customers would read, or that tell people what to do: the one
/// published, or the one the product brings where none is. Never none (S3-23, S3-47).
/// </summary>
internal sealed class ForbiddenTexts(RuleSetCatalog catalog)
{
    private const string Name = "lint-forbidden";
    private const string Clean = "clean";

    private static readonly string[] Inputs = ["text", "linkTitle", "miniProgramTitle", "subject"];

    private static readonly Lazy<RuleSet> Brought = new(() => RuleSetReader.Read(Text()).RuleSets![0]);

    private static readonly Lazy<PreparedRuleSet> Prepared = new(() =>
        new PreparedRuleSet(new RulesEngineJudge(), Brought.Value)
    );

    /// <summary>What is forbidden in a journey's texts.</summary>
    public Task<IReadOnlyList<Diagnostic>> FindAsync(
        IEnumerable<JourneyActivity> blocks,
        CancellationToken cancellationToken
    ) =>
        FindAsync(
            blocks
                .Where(block => block.Sends)
                .SelectMany(block => Inputs.Select(input => (block.Id, Text: block.Written(input) ?? ""))),
            cancellationToken
        );

    /// <summary>What is forbidden in texts, each with its place.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync(
        IEnumerable<(string Path, string Text)> texts,
        CancellationToken cancellationToken
    )
    {
        var published = await catalog.NewestAsync(Name, cancellationToken);
        return
        [
            .. texts
                .Where(one => !string.IsNullOrWhiteSpace(one.Text))
                .SelectMany(one => Findings(published, one.Text).Select(rule => Found(one.Path, rule))),
        ];
    }

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
            Source = rule.Properties.TryGetValue("source", out var source) ? source.ToString() : Name,
        };

    private static string Text()
    {
        using var stream = typeof(ForbiddenTexts).Assembly.GetManifestResourceStream($"{Name}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

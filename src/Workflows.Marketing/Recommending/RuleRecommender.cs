using System.Globalization;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Recommending;

/// <summary>Scores each candidate by a rule set: the output of the first rule that holds is the score, 1 where it has none.</summary>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class RuleRecommender(RuleSetCatalog ruleSets) : IRecommender
{
    /// <summary>Its name.</summary>
    public const string ModelName = "rules";

    /// <summary>The rule set that ships.</summary>
    public const string UsualRuleSet = "recommend-score";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public bool IsAlgorithm => true;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Recommendation>> RecommendAsync(
        RecommendationQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        var name = question.RuleSet ?? UsualRuleSet;
        var ruleSet =
            await ruleSets.GetAsync(name, question.Now, cancellationToken)
            ?? throw new FaultException("RuleSetMissing", $"No rule set named '{name}' is published.");
        return
        [
            .. question.Candidates.Select(candidate => Score(ruleSet, question, candidate)).Where(one => one.Score > 0),
        ];
    }

    private static Recommendation Score(PublishedRuleSet ruleSet, RecommendationQuestion question, Candidate candidate)
    {
        var decision = ruleSet.Decide(
            RuleQuestion.Of(ruleSet, question.Contact, question.Now, new { candidate = Words(candidate) })
        );
        var score =
            decision.Message is { } failure
                ? throw new FaultException("RuleFailed", $"The rule set '{ruleSet.Name}' failed: {failure}")
            : decision.SuccessEvent is null ? 0
            : decision.Output is IConvertible output and not string ? output.ToDouble(CultureInfo.InvariantCulture)
            : 1;
        return new Recommendation(candidate, score, decision.SuccessEvent);
    }

    private static object Words(Candidate candidate) =>
        new
        {
            kind = candidate.Kind.ToString().ToLowerInvariant(),
            id = candidate.Id,
            product = candidate.Product,
            category = candidate.Category,
            role = candidate.Role,
            theme = candidate.Theme,
            timesBought = candidate.TimesBought,
            timesBoughtOfCategory = candidate.TimesBoughtOfCategory,
        };
}

using System.Globalization;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Recommending;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Replying;

/// <summary>Asks a rule set for each content whether it answers: the output of the first rule that holds is how sure it is, 1 where it has none.</summary>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class RuleReplier(RuleSetCatalog ruleSets) : IReplier
{
    /// <summary>Its name.</summary>
    public const string ModelName = "rules";

    /// <summary>The rule set that ships.</summary>
    public const string UsualRuleSet = "auto-reply";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Reply>> ReplyAsync(ReplyQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var name = question.RuleSet ?? UsualRuleSet;
        var ruleSet =
            await ruleSets.GetAsync(name, question.Now, cancellationToken)
            ?? throw new FaultException("RuleSetMissing", $"No rule set named '{name}' is published.");
        return
        [
            .. question
                .Candidates.Select(candidate => new Reply(candidate, Sureness(ruleSet, question, candidate)))
                .Where(reply => reply.Sureness > 0),
        ];
    }

    private static double Sureness(PublishedRuleSet ruleSet, ReplyQuestion question, Candidate candidate)
    {
        var decision = ruleSet.Decide(
            RuleQuestion.Of(
                ruleSet,
                question.Contact,
                question.Now,
                new { message = new { text = question.Message }, candidate = Words(candidate) }
            )
        );
        return decision.Message is { } failure
                ? throw new FaultException("RuleFailed", $"The rule set '{ruleSet.Name}' failed: {failure}")
            : decision.SuccessEvent is null ? 0
            : decision.Output is IConvertible output and not string ? output.ToDouble(CultureInfo.InvariantCulture)
            : 1;
    }

    private static object Words(Candidate candidate) =>
        new
        {
            id = candidate.Id,
            name = candidate.Name,
            text = candidate.Text,
            product = candidate.Product,
            category = candidate.Category,
            theme = candidate.Theme,
        };
}

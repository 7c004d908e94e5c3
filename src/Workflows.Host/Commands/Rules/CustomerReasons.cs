using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.CustomerFiles;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Explaining;

namespace Workflows.Host.Commands.Rules;

/// <summary>Says why the customers of a file fall where they do.</summary>
internal sealed class CustomerReasons(RuleSetExplainer explainer, Language language, bool inFull)
{
    public RuleSetExplainer Explainer => explainer;

    /// <summary>One sentence about a good row.</summary>
    public string Why(CustomerRow row) => explainer.Why(row.Values!, ContactVocabulary.Names, language);

    /// <summary>Everything about a good row; null unless that was asked for.</summary>
    public RuleSetExplanation? Explain(CustomerRow row) =>
        inFull ? explainer.Explain(row.Values!, ContactVocabulary.Names, language) : null;
}

using Workflows.Rules.Binding;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Rules.Inputs;

/// <summary>Finds out which inputs a rule set speaks of.</summary>
public static class InputNames
{
    /// <summary>Whether a name occurs as a whole word, in any case, anywhere in the rule set.</summary>
    public static bool Mentions(RuleSet ruleSet, string name)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Identifiers.Mentions(RuleSetWriter.Write(ruleSet), name);
    }
}

using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Catalog;

/// <summary>A rule set was asked with inputs for which it does not type-check: the cause of an incident, never an answer.</summary>
public sealed class RuleSetException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="ruleSet">The rule set's name.</param>
    /// <param name="diagnostics">All mistakes.</param>
    public RuleSetException(string ruleSet, IReadOnlyList<Diagnostic> diagnostics)
        : base(
            $"The rule set '{ruleSet}' cannot be asked with these inputs: {diagnostics[0].Path}: {diagnostics[0].Message}"
        )
    {
        Diagnostics = diagnostics;
    }

    /// <summary>All mistakes.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}

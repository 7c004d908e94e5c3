using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Analysis;

/// <summary>One sentence or phrase in the languages people read.</summary>
/// <param name="En">In English.</param>
/// <param name="Zh">In Chinese.</param>
public sealed record Wording(string En, string Zh)
{
    /// <summary>The words in a language.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}
